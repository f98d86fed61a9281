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
    private ItemState[] states;

    public ItemStates(int items)
    {
        lock (Spare)
        {
            states = Spare.TryGetTarget(out var spare) && spare.Length >= items ? spare : [];
            if (states.Length > 0) Spare.SetTarget([]);
        }
        if (states.Length < items) states = new ItemState[items];
    }

    /// <summary>To read it.</summary>
    public ref readonly ItemState this[int item] => ref states[item];

    /// <summary>To change it.</summary>
    public ref ItemState Touch(int item)
    {
        ref var state = ref states[item];
        if (state.IsTouched) return ref state;
        state.IsTouched = true;
        touched.Add(item);
        return ref state;
    }

    public void Dispose()
    {
        if (touched.Count > states.Length / Sparse) states.AsSpan().Clear();
        else
            foreach (var item in touched.AsSpan()) states[item] = default;
        touched.Dispose();
        lock (Spare)
            if (!Spare.TryGetTarget(out var spare) || spare.Length < states.Length) Spare.SetTarget(states);
        states = [];
    }
}
