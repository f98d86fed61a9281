namespace OrderToCash.Matching;

/// <summary>
/// The least and the greatest open number of a series while items go: so many of what was there at first from either end, what
/// came later in two heaps.
/// </summary>
internal sealed class SeriesBounds
{
    private readonly PriorityQueue<int, ulong> least = new();
    private readonly PriorityQueue<int, ulong> greatest = new();
    private readonly SeriesEnd low = new(isGreatest: false);
    private readonly SeriesEnd high = new(isGreatest: true);

    /// <summary>All items are going to be read.</summary>
    public void Begin()
    {
        low.Begin();
        high.Begin();
    }

    /// <summary>An item that is there when the bounds are made, or made again.</summary>
    public void Read(ulong number, int item)
    {
        low.Read(number, item);
        high.Read(number, item);
    }

    /// <summary>An item that came later.</summary>
    public void Add(ulong number, int item)
    {
        least.Enqueue(item, number);
        greatest.Enqueue(item, ~number);
    }

    /// <summary>All items were read.</summary>
    public void Sort()
    {
        low.Sort();
        high.Sort();
    }

    /// <summary>The bounds now; there is an item. False when the items have to be read again.</summary>
    public bool TryFind(BookEdit edit, out ulong from, out ulong to)
    {
        (from, to) = (ulong.MaxValue, 0);
        if (!low.TryAdvance(edit, ref from) || !high.TryAdvance(edit, ref to)) return false;
        Clear(least, edit);
        Clear(greatest, edit);
        if (least.TryPeek(out _, out var first)) from = Math.Min(from, first);
        if (greatest.TryPeek(out _, out var last)) to = Math.Max(to, ~last);
        return true;
    }

    private static void Clear(PriorityQueue<int, ulong> queue, BookEdit edit)
    {
        while (queue.TryPeek(out var item, out _) && edit.IsClosed(item)) queue.Dequeue();
    }
}
