namespace OrderToCash.Matching;

/// <summary>
/// A list that only grows, so that older books go on reading the front of it while a newer one adds. One adds at a time.
/// </summary>
internal sealed class SharedList<T>
{
    private T[] items = new T[16];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref Volatile.Read(ref items)[index];

    public ReadOnlySpan<T> AsSpan(int start, int count) => Volatile.Read(ref items).AsSpan(start, count);

    public void Add(T item)
    {
        if (Count == items.Length)
        {
            var larger = new T[Count * 2];
            items.CopyTo(larger, 0);
            Volatile.Write(ref items, larger);
        }
        items[Count++] = item;
    }
}
