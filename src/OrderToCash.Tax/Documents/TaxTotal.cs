namespace OrderToCash.Tax;

/// <summary>What a document has of one tax.</summary>
public sealed record TaxTotal
{
    /// <summary>Which tax.</summary>
    public required string TaxId { get; init; }

    /// <summary>True for the opposite booking of a reverse charge.</summary>
    public bool IsCounterTax { get; init; }

    /// <summary>What it is computed from.</summary>
    public required AmountPair Base { get; init; }

    /// <summary>The tax.</summary>
    public required AmountPair Tax { get; init; }
}
