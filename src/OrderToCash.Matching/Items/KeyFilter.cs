using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>Which keys of a document number some digits may be.</summary>
[Flags]
internal enum DigitKeys : byte
{
    None = 0,

    /// <summary>All digits, of a document or of an item otherwise.</summary>
    Number = 1,

    /// <summary>The last run of digits of a document.</summary>
    Tail = 2,

    /// <summary>The digits of a document without its zeros.</summary>
    Bare = 4,
}

/// <summary>
/// Says of most keys that no index has them, from one word of memory that stays in the cache: two bits a key and kind, twelve for
/// each key there is, so that one in forty passes wrongly. Before, from which to which the keys of each size run: telephones and
/// dates rarely lie there. Keys may be added while others read: they only let more pass.
/// </summary>
internal sealed class KeyFilter
{
    private const int BitsPerKey = 12;
    private const int WordBits = 64;

    // The bits of a kind are those of the first one, turned by so many for each kind before it.
    private const int Turn = 21;

    private readonly ulong[] words;
    private readonly ulong[] lows = new ulong[WordBits];
    private readonly ulong[] highs = new ulong[WordBits];

    /// <param name="keys">How many keys there will be, about.</param>
    public KeyFilter(int keys)
    {
        words = new ulong[keys * (long)BitsPerKey / WordBits + 4];
        Array.Fill(lows, ulong.MaxValue);
    }

    public void Add(DigitKeys kind, ulong key)
    {
        var hash = KeyTable.Hash(key);
        words[At(hash)] |= BitOperations.RotateLeft(BitsOf(hash), Turn * BitOperations.Log2((uint)kind));
        var magnitude = BitOperations.Log2(key);
        if (key < lows[magnitude]) lows[magnitude] = key;
        if (key > highs[magnitude]) highs[magnitude] = key;
    }

    /// <summary>Begins to load what is asked of a key.</summary>
    public void Ask(ulong key) => Prefetch.Of(in words[At(KeyTable.Hash(key))]);

    /// <summary>The kinds that the key may be of.</summary>
    public DigitKeys KindsOf(ulong key)
    {
        var magnitude = BitOperations.Log2(key);
        if (key < lows[magnitude] || key > highs[magnitude]) return DigitKeys.None;
        var hash = KeyTable.Hash(key);
        var (word, bits) = (words[At(hash)], BitsOf(hash));
        return (Has(word, bits) ? DigitKeys.Number : 0)
            | (Has(word, BitOperations.RotateLeft(bits, Turn)) ? DigitKeys.Tail : 0)
            | (Has(word, BitOperations.RotateLeft(bits, 2 * Turn)) ? DigitKeys.Bare : 0);
    }

    private static bool Has(ulong word, ulong bits) => (word & bits) == bits;

    private static ulong BitsOf(ulong hash) => 1UL << (int)hash | 1UL << (int)(hash >> 6);

    private int At(ulong hash) => (int)((hash >> 32) * (ulong)words.Length >> 32);
}
