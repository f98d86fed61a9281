namespace OrderToCash;

/// <summary>A decided command: what to write, and the state to answer with.</summary>
internal sealed record Prepared<TState>(TState Answer, IReadOnlyList<StreamChange> Changes)
{
    /// <summary>The stream of the answer, where it is not the one the command names: the order that came before.</summary>
    public StreamId? Stream { get; init; }

    /// <summary>Entries for the journal, in order.</summary>
    public IReadOnlyList<Receivables.JournalEntry> Entries { get; init; } = [];

    /// <summary>What the command is about in money; null where there is no amount.</summary>
    public Money? Amount { get; init; }
}
