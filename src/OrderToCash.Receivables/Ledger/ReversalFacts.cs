namespace OrderToCash.Receivables;

/// <summary>An entry to be taken back by its mirror.</summary>
public sealed record ReversalFacts
{
    /// <summary>The id of the entry that takes it back.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The business date, not before that of the entry taken back.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>
    /// For an entry that moved no item, a bank charge: the entry that took it back before; none when there is none. Items know by
    /// themselves what was taken back, the journal of such an entry does not.
    /// </summary>
    public JournalEntryId ReversedBy { get; init; }
}
