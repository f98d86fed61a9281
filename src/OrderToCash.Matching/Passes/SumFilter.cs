using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Sums as bits, some dozens of bits for each sum: it says quickly that a sum was never added, and errs one time in some dozens
/// where it says that it may have been.
/// </summary>
internal readonly ref struct SumFilter
{
    private readonly Span<ulong> words;
    private readonly int shift;

    /// <summary>A filter in so many words, a power of two (<see cref="WordsFor"/>).</summary>
    public SumFilter(Span<ulong> words)
    {
        this.words = words;
        shift = 64 - BitOperations.Log2((uint)words.Length * 64);
    }

    /// <summary>How many words a filter of so many sums has.</summary>
    public static int WordsFor(int sums) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, sums));

    /// <summary>An empty filter of so many sums, in room that it takes all of.</summary>
    public static SumFilter In(PooledList<ulong> room, int sums)
    {
        room.Fill(WordsFor(sums));
        return new(room.AsSpan());
    }

    /// <summary>Adds each of the amounts, and with each the same other one.</summary>
    public void AddEach(ReadOnlySpan<long> amounts, long other = 0)
    {
        foreach (var amount in amounts)
        {
            var at = Hash(amount + other) >> shift;
            WordOf(at) |= 1UL << (int)at;
        }
    }

    /// <summary>False when the sum was never added; where there is no filter, it may have been.</summary>
    public bool MayHave(long sum)
    {
        if (words.IsEmpty) return true;
        var at = Hash(sum) >> shift;
        return (WordOf(at) >> (int)at & 1) != 0;
    }

    /// <summary>Moves the amounts whose rest up to a total may have been added to the beginning; returns how many.</summary>
    public int KeepPartners(Span<long> amounts, long total)
    {
        var kept = 0;
        foreach (var amount in amounts)
        {
            var at = Hash(total - amount) >> shift;
            amounts[kept] = amount;
            kept += (int)(WordOf(at) >> (int)at & 1);
        }
        return kept;
    }

    private ref ulong WordOf(ulong at) => ref words[(int)(at >> 6)];

    private static ulong Hash(long sum) => (ulong)sum * 0x9E3779B97F4A7C15UL;
}
