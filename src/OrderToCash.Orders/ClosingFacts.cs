namespace OrderToCash.Orders;

/// <summary>What the receivables know about an order when it is to be closed.</summary>
public readonly record struct ClosingFacts
{
    /// <summary>When the last invoice of the order was settled; null while something is open.</summary>
    public Instant? PaidAt { get; init; }
}
