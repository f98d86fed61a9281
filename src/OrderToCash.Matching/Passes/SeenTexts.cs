using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>Which texts have been seen, by their position: a table of hashes, the texts themselves stay where they are.</summary>
internal sealed class SeenTexts : IDisposable
{
    private readonly PooledList<long> slots;
    private readonly int mask;

    public SeenTexts(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2L));
        slots = new(size);
        slots.Fill(size);
        mask = size - 1;
    }

    /// <summary>The position under which the text was seen first, or -1 when it is new.</summary>
    public int Add(string text, int position, Func<int, string> textAt)
    {
        var hash = (uint)TextHash.Of(text);
        var at = (int)hash & mask;
        for (; slots[at] != 0; at = at + 1 & mask)
            if ((uint)(slots[at] >> 32) == hash && textAt((int)slots[at] - 1) == text) return (int)slots[at] - 1;
        slots[at] = (long)hash << 32 | (uint)(position + 1);
        return -1;
    }

    public void Dispose() => slots.Dispose();
}
