namespace OrderToCash.Matching;

/// <summary>
/// A part of a payment on an open item. All amounts have the sign of the item: a credit note that is netted takes part with
/// an amount below zero. Cash, discount and write-off together clear no more than is open.
/// </summary>
public readonly record struct MatchAllocation
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The money on it.</summary>
    public required Money Cash { get; init; }

    /// <summary>
    /// What the money settles in the currency of the item, where it came in another one; null where the money itself settles.
    /// </summary>
    public Money? Settles { get; init; }

    /// <summary>The early-payment discount granted; zero when none.</summary>
    public required Money Discount { get; init; }

    /// <summary>The difference written off; zero when none.</summary>
    public required Money WriteOff { get; init; }

    /// <summary>What the item is settled by in all: cash, discount and write-off.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Money Cleared => (Settles ?? Cash) + Discount + WriteOff;
}
