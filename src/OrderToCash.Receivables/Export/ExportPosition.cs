namespace OrderToCash.Receivables;

/// <summary>
/// How far the journal of a legal entity was exported. The host stores it with what it exported, in one transaction, and hands it
/// back for the next export: nothing goes twice, and nothing is lost.
/// </summary>
public sealed record ExportPosition
{
    /// <summary>How many entries of the legal entity were exported, in the order of recording.</summary>
    public long Count { get; init; }

    /// <summary>The hash of all of them; none before the first.</summary>
    public ContentHash Head { get; init; }

    /// <summary>Before the first entry.</summary>
    public static ExportPosition Start { get; } = new();

    /// <summary>The position after one more entry.</summary>
    internal ExportPosition After(JournalEntry entry) =>
        new() { Count = Count + 1, Head = ContentHash.Chain(Head, JournalContent.HashOf(entry)) };
}
