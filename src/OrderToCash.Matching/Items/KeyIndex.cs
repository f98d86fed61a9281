using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// From a 64-bit key to the items that may carry it, each item under one key: eight bytes a slot, half the hash and the first
/// item, so who asks compares the key of what he finds. Equal keys form a chain, so a thousand items of one key cost no more
/// than a thousand of different keys. The hash is seeded by the process (nobody can craft collisions); what it finds is not.
/// </summary>
internal sealed class KeyIndex
{
    private static readonly ulong Seed = (ulong)(uint)HashCode.Combine(17) << 32 | (uint)HashCode.Combine(4217) | 1UL;

    // The lower half of the hash above, the first item from 1 below; 0 is empty.
    private readonly ulong[] slots;
    private readonly int[] next;
    private readonly int shift;

    /// <param name="items">How many items there are; every item may be added once.</param>
    /// <param name="keyed">How many of them will be added.</param>
    public KeyIndex(int items, int keyed)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keyed * 3L / 2));
        slots = new ulong[size];
        next = keyed == 0 ? [] : new int[items];
        shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>Puts an item in front of its chain: whoever adds the last item first gets chains in ascending order.</summary>
    public void Add(ulong key, int item)
    {
        var hash = Hash(key);
        ref var slot = ref slots[Find(slots, shift, hash)];
        next[item] = (int)(uint)slot;
        slot = hash << 32 | (uint)(item + 1);
    }

    /// <summary>The first item that may have the key, or -1.</summary>
    public int First(ulong key) => (int)(uint)slots[Find(slots, shift, Hash(key))] - 1;

    /// <summary>The item after this one under the same key, or -1.</summary>
    public int After(int item) => next[item] - 1;

    private static int Find(ulong[] slots, int shift, ulong hash)
    {
        var at = (int)(hash >> shift);
        while (slots[at] != 0 && (uint)(slots[at] >> 32) != (uint)hash) at = at + 1 & slots.Length - 1;
        return at;
    }

    /// <summary>A seeded hash of a key.</summary>
    internal static ulong Hash(ulong key)
    {
        var hash = unchecked(key * Seed);
        return unchecked((hash ^ hash >> 29) * 0x9E3779B97F4A7C15UL);
    }
}
