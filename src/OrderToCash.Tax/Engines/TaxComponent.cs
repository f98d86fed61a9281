namespace OrderToCash.Tax;

/// <summary>Part of a line's tax: one jurisdiction, one rate.</summary>
public sealed record TaxComponent
{
    /// <summary>Who taxes: a country, a state, a county.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The part of the net it falls on.</summary>
    public required Money Taxable { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>Why less than the net is taxable; empty when all of it is.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
