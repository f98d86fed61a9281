using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>A growing array of structs, borrowed from the first one that is added to the end of a run.</summary>
internal sealed class PooledList<T>(int capacity) : IDisposable where T : unmanaged
{
    private const int Least = 16;

    private T[] items = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref items[index];

    public Span<T> AsSpan(int start, int count) => items.AsSpan(start, count);

    public Span<T> AsSpan() => items.AsSpan(0, Count);

    public void Add(in T item)
    {
        if (Count == items.Length) AddGrown(item);
        else items[Count++] = item;
    }

    // By value: it may stand in the array that is given back.
    private void AddGrown(T item)
    {
        Grow(Count + 1);
        items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> more)
    {
        more.CopyTo(Room(more.Length));
        Count += more.Length;
    }

    /// <summary>Room for so many more at the end; they count when <see cref="Take"/> says so.</summary>
    public Span<T> Room(int more)
    {
        if (Count + more > items.Length) Grow(Count + more);
        return items.AsSpan(Count, more);
    }

    /// <summary>Counts so many more that were written into the room.</summary>
    public void Take(int more) => Count += more;

    /// <summary>Forgets everything after the first items.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Sets the count, new items all zero.</summary>
    public void Fill(int count)
    {
        if (count > items.Length) Grow(count);
        items.AsSpan(0, count).Clear();
        Count = count;
    }

    public void Dispose()
    {
        Return();
        items = [];
        Count = 0;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, Math.Max(Math.Max(Least, capacity), items.Length * 2)));
        items.AsSpan(0, Count).CopyTo(larger);
        Return();
        items = larger;
    }

    private void Return()
    {
        if (items.Length > 0) ArrayPool<T>.Shared.Return(items);
    }
}
