namespace OrderToCash.Orders;

/// <summary>A price and why it is this one.</summary>
public sealed record PriceAnswer
{
    /// <summary>The entry that won.</summary>
    public required PriceListEntry Entry { get; init; }

    /// <summary>Why it won, in words; goes into <see cref="OrderLineTerms.PriceReason"/>.</summary>
    public required string Reason { get; init; }
}
