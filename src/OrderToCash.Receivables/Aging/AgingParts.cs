namespace OrderToCash.Receivables;

/// <summary>
/// What others know about an open item on the day of an aging: cases say what is disputed, promises what is promised. Several
/// for one item add up; more than is open counts as all that is open.
/// </summary>
public sealed record AgingParts
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much of it is disputed, zero or above, in its currency; null for nothing.</summary>
    public Money? Disputed { get; init; }

    /// <summary>How much of the rest is promised, zero or above, in its currency; null for nothing.</summary>
    public Money? Promised { get; init; }
}
