namespace OrderToCash.Matching;

/// <summary>
/// What a run has done to the items. A run of one payment touches few of a million: the room is kept from run to run, all zero,
/// and at the end only what was touched is cleared.
/// </summary>
internal sealed class ItemStates : IDisposable
{
    // Where more than one of so many items was touched, all are cleared.
    private const int Sparse = 8;

    // The room of the last run, as long as nobody needs its memory. It fits every book that is not larger.
    private static readonly WeakReference<ItemState[]> Spare = new([]);

    private readonly PooledList<int> touched = new(64);
    private readonly ItemStates? main;
    private ItemState[] states;
    private long changes;

    public ItemStates(int items)
    {
        lock (Spare)
        {
            states = Spare.TryGetTarget(out var spare) && spare.Length >= items ? spare : [];
            if (states.Length > 0) Spare.SetTarget([]);
        }
        if (states.Length < items) states = new ItemState[items];
    }

    /// <summary>What a helper does to the items of the run.</summary>
    public ItemStates(ItemStates main) => (this.main, states) = (main, main.states);

    /// <summary>Another number after something was done to an item.</summary>
    public long Version => changes + (main?.changes ?? 0);

    /// <summary>To read it.</summary>
    public ref readonly ItemState this[int item] => ref states[item];

    /// <summary>To change it.</summary>
    public ref ItemState Touch(int item)
    {
        ref var state = ref states[item];
        changes++;
        if (state.IsTouched) return ref state;
        state.IsTouched = true;
        touched.Add(item);
        return ref state;
    }

    public void Dispose()
    {
        if (main is not null) main.Join(this);
        else Clear();
        touched.Dispose();
        if (main is not null) return;
        lock (Spare)
            if (!Spare.TryGetTarget(out var spare) || spare.Length < states.Length) Spare.SetTarget(states);
        states = [];
    }

    /// <summary>What a helper did counts as done.</summary>
    public void Join(ItemStates helper)
    {
        touched.AddRange(helper.touched.AsSpan());
        helper.touched.Truncate(0);
        changes += helper.changes;
    }

    private void Clear()
    {
        if (touched.Count > states.Length / Sparse) states.AsSpan().Clear();
        else
            foreach (var item in touched.AsSpan()) states[item] = default;
    }
}
