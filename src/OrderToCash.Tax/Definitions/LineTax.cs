namespace OrderToCash.Tax;

/// <summary>One tax of a line.</summary>
public sealed record LineTax
{
    /// <summary>Which tax.</summary>
    public required string TaxId { get; init; }

    /// <summary>True for the opposite booking of a reverse charge.</summary>
    public bool IsCounterTax { get; init; }

    /// <summary>What it was computed from; for an amount per quantity, the net amount it stands on.</summary>
    public required ExactAmount Base { get; init; }

    /// <summary>The tax.</summary>
    public required ExactAmount Tax { get; init; }
}
