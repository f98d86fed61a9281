namespace OrderToCash.Receivables;

/// <summary>
/// What a command on the ledger answers: the items it touched, each with its events, and the entries to post; one commit.
/// </summary>
public sealed record LedgerDecision
{
    /// <summary>
    /// The items touched, in the order the command met them. The first event of a new item is <see cref="OpenItemOpened"/>.
    /// </summary>
    public required EquatableArray<Decision<OpenItem, OpenItemEvent>> Items { get; init; }

    /// <summary>The entries to post, in order.</summary>
    public required EquatableArray<JournalEntry> Entries { get; init; }

    /// <summary>The touched item of this id, after the command; null when the command did not touch it.</summary>
    public OpenItem? Item(OpenItemId id)
    {
        foreach (var item in Items)
            if (item.State.Id == id) return item.State;
        return null;
    }
}
