namespace OrderToCash.Receivables;

/// <summary>
/// The place of an entry in the chain of its partition: one legal entity and customer. Who changes an entry changes its hash and
/// that of all entries after it.
/// </summary>
public sealed record JournalLink
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The hash of the entry before; none for the first.</summary>
    public ContentHash Previous { get; init; }

    /// <summary>The hash of the entry before and of this entry's content.</summary>
    public required ContentHash Hash { get; init; }
}
