using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OrderToCash.Matching;

/// <summary>
/// Whether amounts add up to a total in no way, in one, or in more: exactly, for any number of items, with two sets of bits
/// (sums that can be reached, sums that can be reached in two ways). A set that is the only one is not yet the right one, but
/// one of two is a guess.
/// </summary>
public static class SubsetWays
{
    /// <summary>A larger total is not looked at: the bits take a quarter of a byte each minor unit.</summary>
    public const long MostTotal = 1L << 26;

    private const int Words = 4;

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
        var ways = UpToTwo(amounts, total, sorted);
        ArrayPool<long>.Shared.Return(sorted);
        return ways;
    }

    private static int UpToTwo(ReadOnlySpan<long> amounts, long total, Span<long> room)
    {
        var sorted = Sorted(amounts, total, room);
        // As many sets have the total as leave out what is beyond it: the smaller of the two is looked for.
        for (var rest = Sum(sorted) - total; rest < total; rest = Sum(sorted) - total)
        {
            if (rest <= 0) return rest == 0 ? 1 : 0;
            total = (long)rest;
            while (sorted.Length > 0 && sorted[^1] > total) sorted = sorted[..^1];
        }
        var length = (int)(total >> 6) + 1;
        var bits = ArrayPool<ulong>.Shared.Rent(length * 2);
        var once = bits.AsSpan(0, length);
        var twice = bits.AsSpan(length, length);
        bits.AsSpan(0, length * 2).Clear();
        once[0] = 1;
        AddAll(once, twice, sorted, total);
        var (word, bit) = ((int)(total >> 6), (int)(total & 63));
        var ways = (twice[word] >> bit & 1) != 0 ? 2 : (int)(once[word] >> bit & 1);
        ArrayPool<ulong>.Shared.Return(bits);
        return ways;
    }

    private static Span<long> Sorted(ReadOnlySpan<long> amounts, long total, Span<long> room)
    {
        var count = 0;
        foreach (var amount in amounts)
            if (amount <= total) room[count++] = amount;
        room[..count].Sort();
        return room[..count];
    }

    private static Int128 Sum(ReadOnlySpan<long> amounts)
    {
        Int128 sum = 0;
        foreach (var amount in amounts) sum += amount;
        return sum;
    }

    // The least amounts first: the sums stay low, and few words are looked at. Sums from which all that is left does not
    // reach the total are not looked at either.
    private static void AddAll(Span<ulong> once, Span<ulong> twice, ReadOnlySpan<long> sorted, long total)
    {
        var left = Sum(sorted);
        var reach = 0L;
        foreach (var amount in sorted)
        {
            left -= amount;
            reach = Math.Min(total, reach + amount);
            Add(once, twice, amount, (int)(Int128.Max(amount, total - left) >> 6), (int)(reach >> 6));
        }
    }

    // From the top down, so that an amount is added once.
    private static void Add(Span<ulong> once, Span<ulong> twice, long amount, int bottom, int top)
    {
        var (words, shift) = ((int)(amount >> 6), (int)(amount & 63));
        var at = top;
        ref var first = ref MemoryMarshal.GetReference(once);
        ref var second = ref MemoryMarshal.GetReference(twice);
        if (shift != 0)
            for (; at - Words >= bottom && at - words - Words >= 0; at -= Words)
            {
                var (to, from) = ((nuint)(at - Words + 1), (nuint)(at - Words + 1 - words));
                var moved = Moved(ref first, from, shift);
                var movedTwice = Moved(ref second, from, shift);
                var known = Vector256.LoadUnsafe(ref first, to);
                (Vector256.LoadUnsafe(ref second, to) | movedTwice | (known & moved)).StoreUnsafe(ref second, to);
                (known | moved).StoreUnsafe(ref first, to);
            }
        for (; at >= bottom; at--)
        {
            var (moved, movedTwice) = (Moved(once, at - words, shift), Moved(twice, at - words, shift));
            twice[at] |= movedTwice | (once[at] & moved);
            once[at] |= moved;
        }
    }

    private static Vector256<ulong> Moved(ref ulong bits, nuint from, int shift) =>
        Vector256.ShiftLeft(Vector256.LoadUnsafe(ref bits, from), shift)
            | Vector256.ShiftRightLogical(Vector256.LoadUnsafe(ref bits, from - 1), 64 - shift);

    private static ulong Moved(ReadOnlySpan<ulong> bits, int from, int shift) =>
        bits[from] << shift | (shift != 0 && from > 0 ? bits[from - 1] >> 64 - shift : 0);
}
