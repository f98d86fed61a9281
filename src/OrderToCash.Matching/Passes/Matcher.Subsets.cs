namespace OrderToCash.Matching;

/// <summary>
/// Any number of items, as long as so few sets of them exist that chance rarely hits: the sums of one half of the items
/// against the sums of the other, both sorted.
/// </summary>
internal sealed partial class Matcher
{
    private const int LeastOfSubset = 4;
    private const int MostOfSubset = 24;

    private readonly PooledList<SubsetSum> lower = new(64);
    private readonly PooledList<SubsetSum> upper = new(64);
    private readonly PooledList<SubsetSum> merged = new(64);

    private bool ProposeSubset(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!SeesFree(row)) return false;
        var start = allots.Count;
        if (!TrySubset(WithinReach(own.Whole, row.Amount), row.Amount, out var chance)
            || HasTwin(row, start))
            return false;
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.Combination, ByAmount(row, 9_550, chance),
            chance);
        return true;
    }

    private bool TrySubset(ReadOnlySpan<Candidate> sorted, long amount, out int chance)
    {
        chance = 0;
        if (sorted.Length is < LeastOfSubset or > MostOfSubset || 4L << sorted.Length / 2 > policy.StepsPerPass) return false;
        var spread = Spread(sorted);
        if (spread > Money.MaxMinorUnits || ((Int128)ExpectedHitsLimit << sorted.Length) > spread * 4) return false;
        var half = sorted.Length / 2;
        FillSums(lower, sorted[..half]);
        FillSums(upper, sorted[half..]);
        steps += 4L * upper.Count;
        if (Hits(amount, out var set) != 1) return false;
        chance = Chance.PerMillion(Crowd(amount) * SumsNear(amount), amount);
        var start = allots.Count;
        for (var i = 0; i < sorted.Length; i++)
        {
            var isChosen = i < half ? set.Lower >> i & 1 : set.Upper >> i - half & 1;
            if (isChosen != 0) AddAllot(new() { Item = sorted[i].Item }, sorted[i].Amount, 0, 0);
        }
        return allots.Count > start;
    }

    // The sums of all subsets, ascending: with each item the sums so far are merged with the same sums and the item, forth and
    // back between two rooms.
    private void FillSums(PooledList<SubsetSum> sums, ReadOnlySpan<Candidate> items)
    {
        var length = 1 << items.Length;
        sums.Truncate(0);
        merged.Truncate(0);
        var from = sums.Room(length);
        var to = merged.Room(length);
        from[0] = default;
        for (var item = 0; item < items.Length; item++)
        {
            Merge(from[..(1 << item)], to, items[item].Amount, 1 << item);
            var full = to;
            to = from;
            from = full;
        }
        if (items.Length % 2 != 0) from.CopyTo(to);
        sums.Take(length);
    }

    private static void Merge(ReadOnlySpan<SubsetSum> sums, Span<SubsetSum> merged, long amount, int item)
    {
        var (without, with) = (0, 0);
        for (var at = 0; at < sums.Length * 2; at++)
            if (with == sums.Length || (without < sums.Length && sums[without].Sum <= sums[with].Sum + amount))
                merged[at] = sums[without++];
            else
            {
                merged[at] = new() { Sum = sums[with].Sum + amount, Set = sums[with].Set | item };
                with++;
            }
    }

    // How many sets add up: 0, 1, or 2 for more.
    private int Hits(long amount, out (int Lower, int Upper) set)
    {
        set = default;
        var found = 0;
        for (int i = 0, j = upper.Count - 1; i < lower.Count && j >= 0;)
        {
            var sum = lower[i].Sum + upper[j].Sum;
            if (sum < amount) i++;
            else if (sum > amount) j--;
            else
            {
                if (++found > 1 || (i + 1 < lower.Count && lower[i + 1].Sum == lower[i].Sum)
                    || (j > 0 && upper[j - 1].Sum == upper[j].Sum))
                    return 2;
                set = (lower[i++].Set, upper[j--].Set);
            }
        }
        return found;
    }

    private long SumsNear(long amount) => SumsUpTo(amount + Chance.Window(amount)) - SumsUpTo(amount - Chance.Window(amount) - 1);

    private long SumsUpTo(long most)
    {
        var (count, j) = (0L, upper.Count - 1);
        for (var i = 0; i < lower.Count; i++)
        {
            while (j >= 0 && lower[i].Sum + upper[j].Sum > most) j--;
            count += j + 1;
        }
        return count;
    }

    /// <summary>A sum, and which items it is of.</summary>
    private struct SubsetSum
    {
        public long Sum;
        public int Set;
    }
}
