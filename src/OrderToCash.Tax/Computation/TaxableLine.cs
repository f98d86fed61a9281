namespace OrderToCash.Tax;

/// <summary>
/// What tax is computed from: a net amount with its category and rate. A bare value, so that a document's lines fit one array.
/// </summary>
public readonly record struct TaxableLine
{
    /// <summary>The amount without tax; below zero for deductions.</summary>
    public required Money Net { get; init; }

    /// <summary>The category.</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate; zero for categories without tax.</summary>
    public required Percentage Rate { get; init; }
}
