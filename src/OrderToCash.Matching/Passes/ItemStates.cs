using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>
/// What a run has done to the items. A run of one payment touches few of a million, so that the room is not cleared: a bit for
/// each item, which stays in the cache, says whether it was touched. These are kept from run to run, all zero.
/// </summary>
internal sealed class ItemStates : IDisposable
{
    // Where more than one of so many words was touched, all are cleared.
    private const int Sparse = 8;

    private static readonly ItemState Untouched;

    // The bits of the last run. They fit every book that is not larger.
    private static ulong[]? spare;

    private readonly PooledList<int> touched = new(64);
    private readonly ItemStates? main;
    private readonly ulong[] bits;
    private readonly ItemState[] states;
    private long changes;

    public ItemStates(int items)
    {
        var words = (items >> 6) + 1;
        bits = Interlocked.Exchange(ref spare, null) is { } kept && kept.Length >= words ? kept : new ulong[words];
        states = ArrayPool<ItemState>.Shared.Rent(items);
    }

    /// <summary>What a helper does to the items of the run.</summary>
    public ItemStates(ItemStates main) => (this.main, bits, states) = (main, main.bits, main.states);

    /// <summary>Another number after something was done to an item.</summary>
    public long Version => changes + (main?.changes ?? 0);

    /// <summary>To read it.</summary>
    public ref readonly ItemState this[int item] => ref IsTouched(item) ? ref states[item] : ref Untouched;

    /// <summary>Begins to load what will be changed.</summary>
    public void Ask(int item) => Prefetch.Of(in states[item]);

    /// <summary>To change it.</summary>
    public ref ItemState Touch(int item)
    {
        changes++;
        if (!IsTouched(item))
        {
            // Helpers touch items of their own payers, whose bits may share a word.
            if (main is not null) Interlocked.Or(ref bits[item >> 6], 1UL << item);
            else bits[item >> 6] |= 1UL << item;
            states[item] = default;
            touched.Add(item);
        }
        return ref states[item];
    }

    public void Dispose()
    {
        if (main is not null) main.Join(this);
        else Forget();
        touched.Dispose();
    }

    /// <summary>What a helper did counts as done.</summary>
    public void Join(ItemStates helper)
    {
        touched.AddRange(helper.touched.AsSpan());
        helper.touched.Truncate(0);
        changes += helper.changes;
    }

    private void Forget()
    {
        if (touched.Count > bits.Length / Sparse) bits.AsSpan().Clear();
        else
            foreach (var item in touched.AsSpan()) bits[item >> 6] = 0;
        ArrayPool<ItemState>.Shared.Return(states);
        Volatile.Write(ref spare, bits);
    }

    private bool IsTouched(int item) => (bits[item >> 6] & 1UL << item) != 0;
}
