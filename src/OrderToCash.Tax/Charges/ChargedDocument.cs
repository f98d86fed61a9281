namespace OrderToCash.Tax;

/// <summary>A document with its charge table computed.</summary>
public sealed record ChargedDocument
{
    /// <summary>The prices of a unit after discount, in the order of the items.</summary>
    public required EquatableArray<Money> ItemPrices { get; init; }

    /// <summary>Net amounts of the items: exact where charges were taken out, rounded after a discount on the document.</summary>
    public required EquatableArray<ExactAmount> ItemNets { get; init; }

    /// <summary>The items at their prices, included charges in them, before the discount on the document.</summary>
    public required AmountPair Total { get; init; }

    /// <summary>The items without included charges.</summary>
    public required AmountPair NetTotal { get; init; }

    /// <summary>The rows.</summary>
    public EquatableArray<ChargeRow> Rows { get; init; }

    /// <summary>
    /// The cents by which the rounded rows missed the total the prices or the discount promised; they are in the grand total.
    /// </summary>
    public required AmountPair Adjustment { get; init; }

    /// <summary>Net total, all rows and the adjustment.</summary>
    public required AmountPair GrandTotal { get; init; }

    /// <summary>The grand total on the step of payable amounts.</summary>
    public required Money Payable { get; init; }
}
