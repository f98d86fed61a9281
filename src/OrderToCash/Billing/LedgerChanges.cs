using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>The stream changes of a ledger decision.</summary>
internal static class LedgerChanges
{
    /// <summary>One change for each item that something happened to; items that were not loaded are new.</summary>
    public static IEnumerable<StreamChange> Of(LedgerDecision decision, IReadOnlyList<Stored<OpenItem>> loaded)
    {
        var versions = loaded.ToDictionary(i => i.State.Id, i => i.Version);
        foreach (var item in decision.Items)
            if (!item.Events.IsEmpty)
                yield return StreamChange.Of(Streams.OpenItem(item.State.Id), versions.GetValueOrDefault(item.State.Id), item);
    }
}
