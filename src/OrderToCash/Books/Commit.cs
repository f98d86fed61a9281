using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What one command writes: all of it or nothing.</summary>
public sealed class Commit
{
    /// <summary>The stream whose state answers the command, and answers it again when it is repeated.</summary>
    public required StreamId Answer { get; init; }

    /// <summary>The aggregates that change, each once.</summary>
    public required IReadOnlyList<StreamChange> Changes { get; init; }

    /// <summary>Entries for the journal, in order.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; init; } = [];
}
