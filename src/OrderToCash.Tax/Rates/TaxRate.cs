namespace OrderToCash.Tax;

/// <summary>A rate of a country for a class of products, from a day on.</summary>
public sealed record TaxRate
{
    /// <summary>Whose rate it is.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>What it is for.</summary>
    public required TaxClass Class { get; init; }

    /// <summary>The rate; above zero.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The first day it holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day it holds, inclusive; null until a later row of the same country and class begins.</summary>
    public LocalDate? Until { get; init; }
}
