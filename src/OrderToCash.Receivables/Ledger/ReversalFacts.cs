namespace OrderToCash.Receivables;

/// <summary>An entry to be taken back by its mirror.</summary>
public sealed record ReversalFacts
{
    /// <summary>The id of the entry that takes it back.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The business date, not before that of the entry taken back.</summary>
    public required LocalDate Date { get; init; }
}
