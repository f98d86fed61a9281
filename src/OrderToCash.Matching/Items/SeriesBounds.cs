namespace OrderToCash.Matching;

/// <summary>
/// The least and the greatest open number of a series while items go: those that were there when the book was built in
/// order, what came later in two heaps. Made when the first of them goes.
/// </summary>
internal sealed class SeriesBounds
{
    private readonly int[] ordered;
    private readonly PriorityQueue<int, ulong> least = new();
    private readonly PriorityQueue<int, ulong> greatest = new();
    private int low;
    private int high;

    private SeriesBounds(int[] ordered) => (this.ordered, high) = (ordered, ordered.Length - 1);

    /// <summary>The bounds of a series among the items of an edit.</summary>
    /// <param name="edit">The items.</param>
    /// <param name="series">The series; it has digits enough for its numbers to be the keys of items.</param>
    /// <param name="isByText">Whether the letters of items have to be read.</param>
    public static SeriesBounds Of(BookEdit edit, in Series series, bool isByText)
    {
        var members = new List<int>();
        for (var item = 0; item < edit.Length; item++)
            if (edit.Items[item].Open != 0 && !edit.IsGone(item) && edit.Items[item].NumberDigits == series.Digits
                && (isByText ? Letters(edit, item) == series.Letters : edit.Items[item].Letters == series.Id))
                members.Add(item);
        var keys = members.ConvertAll(item => edit.Items[item].NumberKey).ToArray();
        var ordered = members.ToArray();
        Array.Sort(keys, ordered);
        return new(ordered);
    }

    /// <summary>An item that came later.</summary>
    public void Add(ulong number, int item)
    {
        least.Enqueue(item, number);
        greatest.Enqueue(item, ~number);
    }

    /// <summary>The bounds now; there is an item.</summary>
    public (ulong Low, ulong High) Of(BookEdit edit)
    {
        while (low <= high && edit.IsClosed(ordered[low])) low++;
        while (high >= low && edit.IsClosed(ordered[high])) high--;
        Clear(least, edit);
        Clear(greatest, edit);
        var (from, to) = low <= high
            ? (edit.Items[ordered[low]].NumberKey, edit.Items[ordered[high]].NumberKey)
            : (ulong.MaxValue, 0UL);
        if (least.TryPeek(out _, out var first)) from = Math.Min(from, first);
        if (greatest.TryPeek(out _, out var last)) to = Math.Max(to, ~last);
        return (from, to);
    }

    private static void Clear(PriorityQueue<int, ulong> queue, BookEdit edit)
    {
        while (queue.TryPeek(out var item, out _) && edit.IsClosed(item)) queue.Dequeue();
    }

    private static ulong Letters(BookEdit edit, int item)
    {
        var number = edit.Sources[item].DocumentNumber;
        return NumberSeries.LettersBefore(number, number.AsSpan().IndexOfAnyInRange('0', '9'));
    }
}
