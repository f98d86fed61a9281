namespace OrderToCash.Tax;

/// <summary>A computed row of a charge table.</summary>
public sealed record ChargeRow
{
    /// <summary>The amount, rounded.</summary>
    public required AmountPair Amount { get; init; }

    /// <summary>Net total and all rows to this one.</summary>
    public required AmountPair Running { get; init; }

    /// <summary>The amount the row had before the discount on the document.</summary>
    public required Money BeforeDiscount { get; init; }
}
