namespace OrderToCash.Matching;

/// <summary>
/// All that falls due in a period, as a statement lists it: from one due date to another, every item; or every item but one
/// that the payer holds back.
/// </summary>
internal sealed partial class Matcher
{
    // A family that chance hits more often than once in two hundred payments is not searched.
    private const int ExpectedHitsLimit = 200;

    private readonly PooledList<Candidate> byDue = new(256);
    private readonly PooledList<DueGroup> groups = new(256);

    private bool ProposePeriod(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!GatherByDue(row)) return false;
        var (found, near, from, to, window) = (0, 0L, 0, 0, Chance.Window(row.Amount));
        for (var first = 0; first < groups.Count; first++)
        {
            var sum = 0L;
            for (var last = first; last < groups.Count; last++)
            {
                sum += groups[last].Sum;
                if (last == first && groups[last].Count < 2) continue;
                if (Math.Abs(sum - row.Amount) > window) continue;
                near++;
                if (sum != row.Amount) continue;
                (from, to) = (first, last);
                found++;
            }
        }
        if (found != 1) return false;
        var start = allots.Count;
        for (var i = groups[from].Start; i < groups[to].Start + groups[to].Count; i++)
            AddAllot(new() { Item = byDue[i].Item }, byDue[i].Amount, 0, 0);
        if (HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * near, row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.DueInPeriod,
            OfTotal(ref row, start, ByAmount(row, 9_700, chance)), chance);
        return true;
    }

    private bool ProposeAllButOne(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!GatherByDue(row) || byDue.Count < 3) return false;
        if ((Int128)groups.Count * groups.Count * byDue.Count * ExpectedHitsLimit / 2 > Spread(candidates.AsSpan())) return false;
        var (found, near, from, to, but, window) = (0, 0L, 0, 0, -1, Chance.Window(row.Amount));
        for (var first = 0; first < groups.Count; first++)
        {
            var (sum, count) = (0L, 0);
            for (var last = first; last < groups.Count; last++)
            {
                (sum, count) = (sum + groups[last].Sum, count + groups[last].Count);
                if (count < 3 || sum <= row.Amount) continue;
                steps++;
                near += CountBetween(sum - row.Amount - window, sum - row.Amount + window);
                for (var i = LowerBound(candidates.AsSpan(), sum - row.Amount);
                    i < candidates.Count && candidates[i].Amount == sum - row.Amount && found < 2; i++)
                {
                    var due = book.Items[candidates[i].Item].Due;
                    if (due < groups[first].Due || due > groups[last].Due) continue;
                    (from, to, but) = (first, last, candidates[i].Item);
                    found++;
                }
            }
        }
        // Without the first or the last the period is a shorter one, and was looked at.
        if (found != 1) return false;
        var start = allots.Count;
        for (var i = groups[from].Start; i < groups[to].Start + groups[to].Count; i++)
            if (byDue[i].Item != but) AddAllot(new() { Item = byDue[i].Item }, byDue[i].Amount, 0, 0);
        if (HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * near, row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.DueInPeriod,
            OfTotal(ref row, start, ByAmount(row, 9_600, chance)), chance);
        return true;
    }

    // True when another item of the payer asks for what one of the allotted asks for: nobody can tell them apart.
    private bool HasTwin(in PaymentState row, int start)
    {
        foreach (ref readonly var part in allots.AsSpan(start, allots.Count - start))
            if (HasTwin(row, part.Item, start)) return true;
        return false;
    }

    private bool HasTwin(in PaymentState row, int item, int start)
    {
        var amount = book.Items[item].Open;
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            steps++;
            for (var i = LowerBound(items, amount); i < items.Length && items[i].Open == amount; i++)
                if (IsRival(row, items.At(i)) && !IsAllotted(items.At(i), start)) return true;
        }
        return false;
    }

    // What an amount alone took, or a tie keeps for a person, could as well be what this payment is for.
    private bool IsRival(in PaymentState row, int item) => book.Items[item].Dated <= row.Date
        && (states[item].Cleared == 0 || states[item].IsTakenByAmount);

    // The free items of the payer, grouped by due date; false when there are too few dates, or more than the budget allows.
    private bool GatherByDue(in PaymentState row)
    {
        if (!GatherWhole(row) || candidates.Count < 2) return false;
        Int128 total = 0;
        byDue.Truncate(0);
        foreach (ref readonly var candidate in candidates.AsSpan())
        {
            total += Math.Abs(candidate.Amount);
            byDue.Add(candidate);
        }
        if (total > Money.MaxMinorUnits) return false;
        byDue.AsSpan().Sort(ByDueDate);
        groups.Truncate(0);
        for (var i = 0; i < byDue.Count; i++)
        {
            var due = book.Items[byDue[i].Item].Due;
            if (groups.Count == 0 || groups[groups.Count - 1].Due != due) groups.Add(new() { Due = due, Start = i });
            ref var group = ref groups[groups.Count - 1];
            (group.Sum, group.Count) = (group.Sum + byDue[i].Amount, group.Count + 1);
        }
        steps += (long)groups.Count * groups.Count / 2;
        return (long)groups.Count * groups.Count / 2 <= policy.StepsPerPass;
    }

    private int ByDueDate(Candidate left, Candidate right)
    {
        var order = book.Items[left.Item].Due.CompareTo(book.Items[right.Item].Due);
        return order != 0 ? order : book.Order(left.Item, right.Item);
    }

    private int CountBetween(long low, long high) =>
        LowerBound(candidates.AsSpan(), high + 1) - LowerBound(candidates.AsSpan(), low);

    private static Int128 Spread(ReadOnlySpan<Candidate> among)
    {
        Int128 spread = 0;
        foreach (ref readonly var candidate in among) spread += Math.Abs(candidate.Amount);
        return spread;
    }

    private static int LowerBound(ReadOnlySpan<Candidate> sorted, long amount)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + high >>> 1;
            if (sorted[middle].Amount < amount) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Crowd(long amount) => amount % 1_000 == 0 ? RoundCrowd : 1;

    /// <summary>What falls due on a day.</summary>
    private struct DueGroup
    {
        public LocalDate Due;
        public long Sum;
        public int Start;
        public int Count;
    }
}
