using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>A growing array of structs, borrowed for the length of a run.</summary>
internal sealed class PooledList<T>(int capacity) : IDisposable where T : unmanaged
{
    private T[] items = ArrayPool<T>.Shared.Rent(Math.Max(16, capacity));

    public int Count { get; private set; }

    public ref T this[int index] => ref items[index];

    public Span<T> AsSpan(int start, int count) => items.AsSpan(start, count);

    public Span<T> AsSpan() => items.AsSpan(0, Count);

    public void Add(in T item)
    {
        if (Count == items.Length) Grow();
        items[Count++] = item;
    }

    /// <summary>Room for so many more at the end; they count when <see cref="Take"/> says so.</summary>
    public Span<T> Room(int more)
    {
        while (Count + more > items.Length) Grow();
        return items.AsSpan(Count, more);
    }

    /// <summary>Counts so many more that were written into the room.</summary>
    public void Take(int more) => Count += more;

    /// <summary>Forgets everything after the first items.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Sets the count, new items all zero.</summary>
    public void Fill(int count)
    {
        if (count > items.Length) throw new ArgumentOutOfRangeException(nameof(count), count, "More than the capacity.");
        items.AsSpan(0, count).Clear();
        Count = count;
    }

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(items);
        items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
