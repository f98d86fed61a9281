using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OrderToCash.Matching;

/// <summary>
/// Whether amounts add up to a total in no way, in one, or in more: exactly, for any number of items, with two sets of bits
/// (sums that can be reached, sums that can be reached in two ways), or, of few, with all sums of two halves. A set that is the
/// only one is not yet the right one, but one of two is a guess.
/// </summary>
public static class SubsetWays
{
    /// <summary>A larger total is not looked at: the bits take a quarter of a byte each minor unit.</summary>
    public const long MostTotal = 1L << 26;

    private const int BitsOfStep = 512;

    /// <summary>How many sets of the amounts have this total: 0, 1, or 2 for two and more. Equal amounts are different
    /// items.</summary>
    /// <param name="amounts">Minor units, above zero; larger ones than the total take no part.</param>
    /// <param name="total">Minor units, from 1 to <see cref="MostTotal"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total or an amount is out of its range.</exception>
    public static int UpToTwo(ReadOnlySpan<long> amounts, long total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, MostTotal);
        foreach (var amount in amounts) ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1, nameof(amounts));
        var sorted = ArrayPool<long>.Shared.Rent(amounts.Length);
        amounts.CopyTo(sorted);
        var ways = Ways(sorted.AsSpan(0, amounts.Length), total);
        ArrayPool<long>.Shared.Return(sorted);
        return ways;
    }

    /// <summary>The same, and changes the order of the amounts. The total may be larger where the amounts are few
    /// (<see cref="SubsetHalves.Most"/>); all of them together are no overflow.</summary>
    internal static int Ways(Span<long> amounts, long total)
    {
        amounts.Sort();
        var sorted = UpTo(total, amounts);
        // As many sets have the total as leave out what is beyond it: the smaller of the two is looked for.
        for (var rest = Sum(sorted) - total; rest < total; rest = Sum(sorted) - total)
        {
            if (rest <= 0) return rest == 0 ? 1 : 0;
            total = (long)rest;
            sorted = UpTo(total, sorted);
        }
        return IsLessByHalves(sorted.Length, total) ? SubsetHalves.UpToTwo(sorted, total) : ByBits(sorted, total);
    }

    // A sum of two halves costs as much as some hundred bits of an amount.
    private static bool IsLessByHalves(int amounts, long total) => amounts <= SubsetHalves.Most
        && 4L << (amounts + 1) / 2 < total / BitsOfStep * amounts + 4L * BitsOfStep;

    private static ReadOnlySpan<long> UpTo(long total, ReadOnlySpan<long> sorted)
    {
        while (sorted.Length > 0 && sorted[^1] > total) sorted = sorted[..^1];
        return sorted;
    }

    private static int ByBits(ReadOnlySpan<long> sorted, long total)
    {
        var length = (int)(total >> 6) + 1;
        var bits = ArrayPool<ulong>.Shared.Rent(length * 2);
        bits.AsSpan(0, length * 2).Clear();
        var ways = Count(bits.AsSpan(0, length), bits.AsSpan(length, length), sorted, total);
        ArrayPool<ulong>.Shared.Return(bits);
        return ways;
    }

    private static Int128 Sum(ReadOnlySpan<long> amounts)
    {
        Int128 sum = 0;
        foreach (var amount in amounts) sum += amount;
        return sum;
    }

    // The least amounts first: the sums stay low, and few words are looked at. Sums from which all that is left does not
    // reach the total are not looked at either. Two ways stay two, whatever else is added.
    private static int Count(Span<ulong> once, Span<ulong> twice, ReadOnlySpan<long> sorted, long total)
    {
        var (word, bit) = ((int)(total >> 6), 1UL << (int)(total & 63));
        var left = Sum(sorted);
        var reach = 0L;
        once[0] = 1;
        foreach (var amount in sorted)
        {
            left -= amount;
            reach = Math.Min(total, reach + amount);
            Add(once, twice, amount, (int)(Int128.Max(amount, total - left) >> 6), (int)(reach >> 6));
            if ((twice[word] & bit) != 0) return 2;
        }
        return (once[word] & bit) != 0 ? 1 : 0;
    }

    // From the top down, so that an amount is added once: all that is read lies at or below what is written.
    private static void Add(Span<ulong> once, Span<ulong> twice, long amount, int bottom, int top)
    {
        var (words, shift) = ((int)(amount >> 6), (int)(amount & 63));
        var at = top;
        ref var first = ref MemoryMarshal.GetReference(once);
        ref var second = ref MemoryMarshal.GetReference(twice);
        for (var least = Math.Max(bottom, words + 1) + Vector512<ulong>.Count - 1; at >= least; at -= Vector512<ulong>.Count)
        {
            var to = (nuint)(at - Vector512<ulong>.Count + 1);
            var moved = Moved(ref first, to - (nuint)words, shift);
            var movedTwice = Moved(ref second, to - (nuint)words, shift);
            var known = Vector512.LoadUnsafe(ref first, to);
            (Vector512.LoadUnsafe(ref second, to) | movedTwice | (known & moved)).StoreUnsafe(ref second, to);
            (known | moved).StoreUnsafe(ref first, to);
        }
        for (; at >= bottom; at--)
        {
            var (moved, movedTwice) = (Moved(once, at - words, shift), Moved(twice, at - words, shift));
            twice[at] |= movedTwice | (once[at] & moved);
            once[at] |= moved;
        }
    }

    // The words at a place and the bits that come over from the one before; a shift by all 64 bits leaves none.
    private static Vector512<ulong> Moved(ref ulong bits, nuint from, int shift)
    {
        var own = Vector512.ShiftLeft(Vector512.LoadUnsafe(ref bits, from), shift);
        return shift == 0 ? own : own | Vector512.ShiftRightLogical(Vector512.LoadUnsafe(ref bits, from - 1), 64 - shift);
    }

    private static ulong Moved(ReadOnlySpan<ulong> bits, int from, int shift) =>
        bits[from] << shift | (shift != 0 && from > 0 ? bits[from - 1] >> 64 - shift : 0);
}
