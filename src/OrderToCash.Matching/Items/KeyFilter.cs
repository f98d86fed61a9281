using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Says of most keys that no index has them, from memory that stays in the cache: 8 to 16 bits a key, so one in ten passes
/// wrongly. Before, from which to which the keys of each size run: telephones and dates rarely lie there.
/// </summary>
internal sealed class KeyFilter
{
    private readonly ulong[] bits;
    private readonly int shift;
    private readonly (ulong Low, ulong High)[] ranges = new (ulong, ulong)[64];

    public KeyFilter(int keys)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys * 8L));
        bits = new ulong[size / 64];
        shift = 64 - BitOperations.Log2(size);
        Array.Fill(ranges, (ulong.MaxValue, 0UL));
    }

    public void Add(ulong key)
    {
        var at = KeyIndex.Hash(key) >> shift;
        bits[at >> 6] |= 1UL << (int)(at & 63);
        ref var range = ref ranges[BitOperations.Log2(key)];
        range = (Math.Min(range.Low, key), Math.Max(range.High, key));
    }

    public bool MayHave(ulong key)
    {
        ref readonly var range = ref ranges[BitOperations.Log2(key)];
        if (key < range.Low || key > range.High) return false;
        var at = KeyIndex.Hash(key) >> shift;
        return (bits[at >> 6] >> (int)(at & 63) & 1) != 0;
    }
}
