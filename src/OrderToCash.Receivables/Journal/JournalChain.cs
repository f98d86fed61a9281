namespace OrderToCash.Receivables;

/// <summary>
/// The end of the hash chain of a partition of the journal: what the store keeps to record the next entry. Recording costs the
/// same however long the chain is.
/// </summary>
public sealed record JournalChain
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose account; none for the entries that are no customer's or several customers'.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>How many entries are in it.</summary>
    public long Count { get; init; }

    /// <summary>The hash of the last entry; none while it is empty.</summary>
    public ContentHash Head { get; init; }

    /// <summary>The empty chain that an entry belongs to.</summary>
    public static JournalChain For(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new() { LegalEntity = entry.LegalEntity, Customer = entry.Customer };
    }

    /// <summary>The chain with one more entry, which is <paramref name="linked"/>.</summary>
    /// <exception cref="ArgumentException">The entry is of another partition, or has its place already.</exception>
    public JournalChain Append(JournalEntry entry, out JournalEntry linked)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.LegalEntity != LegalEntity || entry.Customer != Customer)
            throw new ArgumentException($"Entry {entry.Id} is of {entry.LegalEntity} and {entry.Customer}, "
                + $"the chain of {LegalEntity} and {Customer}.", nameof(entry));
        if (entry.Link is not null) throw new ArgumentException($"Entry {entry.Id} was recorded already.", nameof(entry));
        var link = new JournalLink
        {
            Number = Count + 1, Previous = Head, Hash = ContentHash.Chain(Head, JournalContent.HashOf(entry)),
        };
        linked = entry.At(link);
        return this with { Count = link.Number, Head = link.Hash };
    }

    /// <summary>
    /// Looks at every entry of one partition in the order of recording and answers the first that is not as it was recorded:
    /// changed, taken out, put in or moved; empty when the chain holds.
    /// </summary>
    /// <param name="entries">The entries of one partition, first to last.</param>
    /// <param name="expected">The end of the chain as it was kept elsewhere; null leaves out the check of the end.</param>
    public static EquatableArray<DomainError> Verify(IEnumerable<JournalEntry> entries, JournalChain? expected = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (number, head) = (0L, default(ContentHash));
        foreach (var entry in entries)
        {
            if (entry.Link is not { } link) return [JournalErrors.NotChained.At("entries", ("entry", entry.Id))];
            if (link.Number != number + 1 || link.Previous != head)
                return [JournalErrors.ChainBroken.At("entries",
                    ("entry", entry.Id), ("number", link.Number), ("expected", number + 1))];
            if (link.Hash != ContentHash.Chain(head, JournalContent.HashOf(entry)))
                return [JournalErrors.ContentChanged.At("entries", ("entry", entry.Id), ("number", link.Number))];
            (number, head) = (link.Number, link.Hash);
        }
        return expected is null || (expected.Count == number && expected.Head == head) ? []
            : [JournalErrors.ChainCut.At("entries", ("count", number), ("expected", expected.Count))];
    }
}
