namespace OrderToCash.Tax;

/// <summary>One tax of a computed line.</summary>
public sealed record TaxedAmount
{
    /// <summary>Which tax.</summary>
    public required string TaxId { get; init; }

    /// <summary>True for the opposite booking of a reverse charge.</summary>
    public bool IsCounterTax { get; init; }

    /// <summary>The line's part of what the tax is computed from.</summary>
    public required AmountPair Base { get; init; }

    /// <summary>The line's part of the tax.</summary>
    public required AmountPair Tax { get; init; }
}
