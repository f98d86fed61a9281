using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Says of most keys that no index has them, from memory that stays in the cache: 8 to 16 bits a key, so one in ten passes
/// wrongly.
/// </summary>
internal sealed class KeyFilter
{
    private readonly ulong[] bits;
    private readonly int shift;

    public KeyFilter(int keys)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys * 8L));
        bits = new ulong[size / 64];
        shift = 64 - BitOperations.Log2(size);
    }

    public void Add(ulong key)
    {
        var at = KeyIndex.Hash(key) >> shift;
        bits[at >> 6] |= 1UL << (int)(at & 63);
    }

    public bool MayHave(ulong key)
    {
        var at = KeyIndex.Hash(key) >> shift;
        return (bits[at >> 6] >> (int)(at & 63) & 1) != 0;
    }
}
