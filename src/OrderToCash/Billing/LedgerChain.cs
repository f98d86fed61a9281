using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Several ledger decisions in one commit: each on the items the one before left, one change per item, the entries in order.
/// </summary>
internal sealed class LedgerChain
{
    private readonly Dictionary<OpenItemId, (OpenItem State, long Version, List<OpenItemEvent> Events)> items = [];
    private readonly List<OpenItemId> order = [];

    /// <summary>A chain over items as they are stored.</summary>
    public LedgerChain(IEnumerable<Stored<OpenItem>> loaded)
    {
        foreach (var item in loaded) Known(item.State, item.Version);
    }

    /// <summary>The entries, in order.</summary>
    public List<JournalEntry> Entries { get; } = [];

    /// <summary>What was refused.</summary>
    public List<DomainError> Errors { get; } = [];

    /// <summary>True when the chain has the item.</summary>
    public bool Knows(OpenItemId id) => items.ContainsKey(id);

    /// <summary>An item as the decisions so far left it.</summary>
    public OpenItem Item(OpenItemId id) => items[id].State;

    /// <summary>Items as the decisions so far left them.</summary>
    public EquatableArray<OpenItem> Items(IEnumerable<OpenItemId> ids) => ids.Select(Item).ToEquatableArray();

    /// <summary>All items, as the decisions so far left them.</summary>
    public EquatableArray<OpenItem> All => Items(order);

    /// <summary>The items that something happened to, as the decisions left them.</summary>
    public IReadOnlyList<OpenItem> Touched => order.Where(id => items[id].Events.Count > 0).Select(Item).ToArray();

    /// <summary>Takes one more decision; after a refusal nothing more is decided.</summary>
    /// <param name="decided">The ledger's answer.</param>
    /// <param name="follow">What else follows, such as the exposure: the items before, and the decision.</param>
    public LedgerChain Then(Func<Result<LedgerDecision>> decided, Action<EquatableArray<OpenItem>, LedgerDecision>? follow = null)
    {
        if (Errors.Count > 0) return this;
        var result = decided();
        Errors.AddRange(result.Errors);
        if (!result.IsSuccess) return this;
        var decision = result.Value;
        var before = decision.Items.Where(i => items.ContainsKey(i.State.Id)).Select(i => Item(i.State.Id)).ToEquatableArray();
        foreach (var item in decision.Items)
        {
            if (!items.ContainsKey(item.State.Id)) Known(item.State, 0);
            var known = items[item.State.Id];
            known.Events.AddRange(item.Events);
            items[item.State.Id] = (item.State, known.Version, known.Events);
        }
        Entries.AddRange(decision.Entries);
        follow?.Invoke(before, decision);
        return this;
    }

    /// <summary>One change for each item that something happened to.</summary>
    public IEnumerable<StreamChange> Changes() => order.Select(id => items[id]).Where(i => i.Events.Count > 0).Select(i =>
        StreamChange.Of(Streams.OpenItem(i.State.Id), i.Version,
            new Decision<OpenItem, OpenItemEvent> { State = i.State, Events = i.Events.ToEquatableArray() }));

    private void Known(OpenItem item, long version)
    {
        if (items.TryAdd(item.Id, (item, version, []))) order.Add(item.Id);
    }
}
