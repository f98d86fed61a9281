namespace OrderToCash.Matching;

/// <summary>
/// The items with the least, or the greatest, numbers of a series, in order: a few at first, more of them each time they are all
/// gone and the items have to be read again.
/// </summary>
internal sealed class SeriesEnd(bool isGreatest)
{
    private const int Least = 512;
    private const int Growth = 8;
    private const int MostKept = 1 << 28;

    private readonly ulong flip = isGreatest ? ulong.MaxValue : 0;
    private int limit = Least;
    private ulong[] keys = [];
    private int[] items = [];
    private int count;
    private int at;
    private ulong most = ulong.MaxValue;
    private bool isCut;

    /// <summary>All items are going to be read.</summary>
    public void Begin() => (count, at, isCut, most) = (0, 0, false, ulong.MaxValue);

    /// <summary>An item of the series, in any order.</summary>
    public void Read(ulong number, int item)
    {
        var key = number ^ flip;
        if (isCut && key >= most) return;
        if (count == keys.Length) MakeRoom();
        (keys[count], items[count++]) = (key, item);
    }

    /// <summary>All items were read.</summary>
    public void Sort() => Array.Sort(keys, items, 0, count);

    /// <summary>The number of the first item that is still open, if there is one; false when nobody knows before all are read
    /// again: more of them then.</summary>
    public bool TryAdvance(BookEdit edit, ref ulong number)
    {
        while (at < count && edit.IsClosed(items[at])) at++;
        if (at < count) number = keys[at] ^ flip;
        else if (isCut)
        {
            limit = (int)Math.Min(limit * (long)Growth, MostKept);
            return false;
        }
        return true;
    }

    // Twice as many as are kept: then the first half of them in order.
    private void MakeRoom()
    {
        if (count < limit * 2L)
        {
            var size = (int)Math.Min(Math.Max(64L, count * 2L), limit * 2L);
            Array.Resize(ref keys, size);
            Array.Resize(ref items, size);
            return;
        }
        Array.Sort(keys, items, 0, count);
        (count, most, isCut) = (limit, keys[limit - 1], true);
    }
}
