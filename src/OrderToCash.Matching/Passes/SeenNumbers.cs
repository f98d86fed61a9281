using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>Which numbers have been seen, and where first.</summary>
internal sealed class SeenNumbers : IDisposable
{
    private readonly PooledList<Slot> slots;
    private readonly int shift;

    public SeenNumbers(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2L));
        slots = new(size);
        slots.Fill(size);
        shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>The position under which the number was seen first, or -1 when it is new.</summary>
    public int Add(ulong number, int position)
    {
        var at = (int)(KeyTable.Hash(number) >> shift);
        for (; slots[at].Position != 0; at = at + 1 & slots.Count - 1)
            if (slots[at].Number == number) return slots[at].Position - 1;
        slots[at] = new() { Number = number, Position = position + 1 };
        return -1;
    }

    public void Dispose() => slots.Dispose();

    private struct Slot
    {
        public ulong Number;
        public int Position;
    }
}
