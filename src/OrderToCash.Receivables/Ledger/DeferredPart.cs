namespace OrderToCash.Receivables;

/// <summary>A part of an invoice that is not revenue yet.</summary>
public sealed record DeferredPart
{
    /// <summary>The id of the item it opens, a credit.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The role: <c>liability.contract</c>, <c>liability.refund</c>.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>How much, above zero, without tax.</summary>
    public required Money Amount { get; init; }
}
