using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// All sums of the smallest items of a payer, in two halves: whether any set of them has an amount. Of few items hardly any
/// amount is the sum of a set, so that nothing has to be looked for.
/// </summary>
internal sealed class SetSums : IDisposable
{
    /// <summary>Among more items a set that adds up is there by chance.</summary>
    public const int Most = 16;

    private readonly long[] lower = new long[1 << Most / 2];
    private readonly long[] upper = new long[1 << Most / 2];
    private readonly PooledList<ulong> lowerBits = new(1 << Most / 2);
    private int half;
    private int lowerCount;

    /// <summary>Takes the smallest of the amounts.</summary>
    /// <param name="amounts">Minor units, ascending.</param>
    public void Fill(ReadOnlySpan<long> amounts)
    {
        var taken = amounts[..Math.Min(amounts.Length, Most)];
        half = taken.Length / 2;
        lowerCount = Sums(taken[..half], lower);
        Sums(taken[half..], upper);
        SumFilter.In(lowerBits, lowerCount).AddEach(lower.AsSpan(0, lowerCount));
    }

    /// <summary>True when a set of the items has the amount.</summary>
    /// <param name="amount">Minor units.</param>
    /// <param name="within">How many of the items can be in such a set; larger ones are left out.</param>
    public bool Has(long amount, int within)
    {
        var sums = lower.AsSpan(0, lowerCount);
        var filter = new SumFilter(lowerBits.AsSpan());
        foreach (var sum in upper.AsSpan(0, 1 << Math.Max(0, within - half)))
            if (filter.MayHave(amount - sum) && sums.Contains(amount - sum)) return true;
        return false;
    }

    /// <summary>The sums of all sets, none first: with each amount as many again.</summary>
    public static int Sums(ReadOnlySpan<long> amounts, Span<long> sums)
    {
        var count = 1;
        sums[0] = 0;
        foreach (var amount in amounts)
        {
            Shift(sums[..count], amount, sums.Slice(count, count));
            count *= 2;
        }
        return count;
    }

    public void Dispose() => lowerBits.Dispose();

    private static void Shift(ReadOnlySpan<long> sums, long amount, Span<long> shifted)
    {
        var (at, more) = (0, new Vector<long>(amount));
        for (; at + Vector<long>.Count <= sums.Length; at += Vector<long>.Count)
            (new Vector<long>(sums[at..]) + more).CopyTo(shifted[at..]);
        for (; at < sums.Length; at++) shifted[at] = sums[at] + amount;
    }
}
