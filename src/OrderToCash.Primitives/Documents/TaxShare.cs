namespace OrderToCash.Primitives;

/// <summary>The part of an amount that falls on one tax category and rate.</summary>
public sealed record TaxShare
{
    /// <summary>The category.</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate; zero for categories without tax.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The taxable amount, without tax.</summary>
    public required Money Base { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>The day the tax falls due to the state.</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>Base and tax together.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Money Gross => Base + Tax;
}
