using System.Buffers;

namespace OrderToCash.Matching;

/// <summary>
/// Whether few amounts add up to a total in no way, in one, or in more: each set is a sum of one half of them and a sum of the
/// other. The sums need no order: of each half those are kept whose rest the other half may have, and these are hardly ever more
/// than add up.
/// </summary>
internal static class SubsetHalves
{
    /// <summary>A half of more amounts has too many sums.</summary>
    public const int Most = 24;

    /// <summary>How many sets of the amounts have this total: 0, 1, or 2 for two and more. Equal amounts are different
    /// items.</summary>
    /// <param name="amounts">Minor units, <see cref="Most"/> amounts at most; all together no overflow.</param>
    /// <param name="total">Minor units.</param>
    public static int UpToTwo(ReadOnlySpan<long> amounts, long total)
    {
        var half = amounts.Length / 2;
        var (few, many) = (1 << half, 1 << amounts.Length - half);
        var sums = ArrayPool<long>.Shared.Rent(few + many);
        var words = ArrayPool<ulong>.Shared.Rent(SumFilter.WordsFor(many));
        var lower = sums.AsSpan(0, few);
        var upper = sums.AsSpan(few, many);
        SetSums.Sums(amounts[..half], lower);
        SetSums.Sums(amounts[half..], upper);
        upper = KeepPartners(upper, lower, total, words);
        lower = KeepPartners(lower, upper, total, words);
        var ways = Count(lower, upper, total);
        ArrayPool<ulong>.Shared.Return(words);
        ArrayPool<long>.Shared.Return(sums);
        return ways;
    }

    private static Span<long> KeepPartners(Span<long> sums, ReadOnlySpan<long> others, long total, Span<ulong> words)
    {
        if (others.IsEmpty) return [];
        var room = words[..SumFilter.WordsFor(others.Length)];
        room.Clear();
        var filter = new SumFilter(room);
        filter.AddEach(others);
        return sums[..filter.KeepPartners(sums, total)];
    }

    private static int Count(Span<long> lower, Span<long> upper, long total)
    {
        lower.Sort();
        upper.Sort();
        var found = 0;
        for (int i = 0, j = upper.Length - 1; i < lower.Length && j >= 0;)
        {
            var sum = lower[i] + upper[j];
            if (sum < total) i++;
            else if (sum > total) j--;
            else
            {
                if (++found > 1 || (i + 1 < lower.Length && lower[i + 1] == lower[i]) || (j > 0 && upper[j - 1] == upper[j]))
                    return 2;
                i++;
                j--;
            }
        }
        return found;
    }
}
