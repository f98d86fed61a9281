namespace OrderToCash.Orders;

/// <summary>A price and why it is this one.</summary>
public sealed record PriceAnswer
{
    /// <summary>The entry that won.</summary>
    public required PriceListEntry Entry { get; init; }

    /// <summary>Why it won, in words; goes into <see cref="OrderLineTerms.PriceReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The trace: every entry of the product that is addressed to this customer, his group or everybody, the most specific first,
    /// with what became of it. Exactly one won.
    /// </summary>
    public EquatableArray<PriceCandidate> Considered { get; init; }
}
