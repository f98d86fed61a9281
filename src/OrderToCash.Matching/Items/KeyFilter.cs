using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Says of most keys that no index has them, from memory that stays in the cache: eight bits a key, so one in nine passes
/// wrongly.
/// Before, from which to which the keys of each size run: telephones and dates rarely lie there. Keys may be added while others
/// read: they only let more pass.
/// </summary>
internal sealed class KeyFilter
{
    private const int BitsPerKey = 8;
    private const uint MostBits = 1U << 31;

    private readonly ulong[] bits;
    private readonly uint size;
    private readonly ulong[] lows = new ulong[64];
    private readonly ulong[] highs = new ulong[64];

    /// <param name="keys">How many keys there will be, about.</param>
    public KeyFilter(int keys)
    {
        size = (uint)Math.Clamp(keys * (long)BitsPerKey + 63 & ~63L, 256, MostBits);
        bits = new ulong[size / 64];
        Array.Fill(lows, ulong.MaxValue);
    }

    public void Add(ulong key)
    {
        var at = At(key);
        bits[at >> 6] |= 1UL << (int)(at & 63);
        var magnitude = BitOperations.Log2(key);
        if (key < lows[magnitude]) lows[magnitude] = key;
        if (key > highs[magnitude]) highs[magnitude] = key;
    }

    public bool MayHave(ulong key)
    {
        var magnitude = BitOperations.Log2(key);
        if (key < lows[magnitude] || key > highs[magnitude]) return false;
        var at = At(key);
        return (bits[at >> 6] >> (int)(at & 63) & 1) != 0;
    }

    private ulong At(ulong key) => (KeyTable.Hash(key) >> 32) * size >> 32;
}
