using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// All that falls due in a period, as a statement lists it: from one due date to another, every item; or every item but one
/// that the payer holds back.
/// </summary>
internal sealed partial class Matcher
{
    // A family that chance hits more often than once in two hundred payments is not searched.
    private const int ExpectedHitsLimit = 200;
    private const int LeastOfButOne = 3;

    private bool ProposePeriod(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!ArrangeByDue(row)) return false;
        if (Periods(row.Amount, out var from, out var to) != 1) return false;
        var start = allots.Count;
        AddPeriod(from, to, -1);
        if (HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * PeriodsNear(row.Amount), row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.DueInPeriod,
            OfTotal(ref row, start, ByAmount(row, 9_700, chance)), chance);
        return true;
    }

    // How many periods have the amount: 0, 1, or 2 for more; and the groups of the last.
    private int Periods(long amount, out int from, out int to)
    {
        (from, to) = (0, 0);
        var sums = own.Sums;
        var filter = own.SumsFilter;
        var found = 0;
        for (var first = 0; first < own.Groups.Length && found < 2; first++)
        {
            var wanted = sums[first] + amount;
            if (!filter.MayHave(wanted)) continue;
            for (var end = LeastEnd(first); end < sums.Length; end++)
            {
                if (sums[end] != wanted) continue;
                (from, to) = (first, end - 1);
                found++;
            }
        }
        return Math.Min(found, 2);
    }

    private long PeriodsNear(long amount)
    {
        var sums = own.Sums;
        var (near, window) = (0L, Chance.Window(amount));
        for (var first = 0; first < own.Groups.Length; first++)
        {
            var wanted = sums[first] + amount;
            for (var end = NextNear(sums, LeastEnd(first), wanted, window); end < sums.Length;
                end = NextNear(sums, end + 1, wanted, window))
                near++;
        }
        return near;
    }

    // Where the shortest period ends that begins with a group: a day of one item is a single, not a period.
    private int LeastEnd(int first) => first + (own.Groups[first].Count < 2 ? 2 : 1);

    private void AddPeriod(int from, int to, int but)
    {
        var groups = own.Groups;
        foreach (ref readonly var part in own.ByDue[groups[from].Start..(groups[to].Start + groups[to].Count)])
            if (part.Item != but) AddAllot(new() { Item = part.Item }, part.Amount, 0, 0);
    }

    // The first sum from a place on that is no farther from an amount than the window; beyond the last when there is none.
    private static int NextNear(ReadOnlySpan<long> sums, int at, long amount, long window)
    {
        var (wanted, wide) = (new Vector<long>(amount), new Vector<long>(window));
        for (; at + Vector<long>.Count <= sums.Length; at += Vector<long>.Count)
            if (Vector.LessThanOrEqualAny(Vector.Abs(new Vector<long>(sums[at..]) - wanted), wide)) break;
        while (at < sums.Length && Math.Abs(sums[at] - amount) > window) at++;
        return at;
    }

    // How many amounts are no farther from one than the window: of some dozens, looking at all is quicker than a search.
    private static int CountNear(ReadOnlySpan<long> amounts, long amount, long window)
    {
        var (wanted, wide, lanes) = (new Vector<long>(amount), new Vector<long>(window), Vector<long>.Zero);
        var at = 0;
        for (; at + Vector<long>.Count <= amounts.Length; at += Vector<long>.Count)
            lanes -= Vector.LessThanOrEqual(Vector.Abs(new Vector<long>(amounts[at..]) - wanted), wide);
        var count = (int)Vector.Sum(lanes);
        for (; at < amounts.Length; at++) count += Math.Abs(amounts[at] - amount) <= window ? 1 : 0;
        return count;
    }

    private bool ProposeAllButOne(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!ArrangeByDue(row) || own.Whole.Length < LeastOfButOne) return false;
        var groups = own.Groups.Length;
        if ((Int128)groups * groups * own.Whole.Length * ExpectedHitsLimit / 2 > own.Spread) return false;
        // Without the first or the last the period is a shorter one, and was looked at.
        if (PeriodsButOne(row.Amount, out var from, out var to, out var but) != 1) return false;
        var start = allots.Count;
        AddPeriod(from, to, but);
        if (HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * PeriodsButOneNear(row.Amount), row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.DueInPeriod,
            OfTotal(ref row, start, ByAmount(row, 9_600, chance)), chance);
        return true;
    }

    // How many periods are the amount and one item of theirs: 0, 1, or 2 for more; the groups of the last, and that item.
    private int PeriodsButOne(long amount, out int from, out int to, out int but)
    {
        (from, to, but) = (0, 0, -1);
        var sums = own.Sums;
        var filter = own.AmountFilter;
        var (found, largest) = (0, own.Amounts[^1]);
        steps += (long)sums.Length * sums.Length / 2;
        for (var first = 0; first < own.Groups.Length; first++)
            for (var end = first + 1; end < sums.Length; end++)
            {
                var held = sums[end] - sums[first] - amount;
                if (held <= 0 || held > largest || !filter.MayHave(held) || ItemsOf(first, end) < LeastOfButOne) continue;
                foreach (ref readonly var item in own.Whole[LowerBound(own.Amounts, held)..])
                {
                    if (item.Amount != held) break;
                    if (item.Due < own.Groups[first].Due || item.Due > own.Groups[end - 1].Due) continue;
                    (from, to, but) = (first, end - 1, item.Item);
                    if (++found > 1) return found;
                }
            }
        return found;
    }

    private long PeriodsButOneNear(long amount)
    {
        var sums = own.Sums;
        var (near, largest, window) = (0L, own.Amounts[^1], Chance.Window(amount));
        for (var first = 0; first < own.Groups.Length; first++)
            for (var end = first + 1; end < sums.Length; end++)
            {
                var held = sums[end] - sums[first] - amount;
                // What is held back is no larger than the largest item.
                if (held <= 0 || held - window > largest || ItemsOf(first, end) < LeastOfButOne) continue;
                near += CountNear(own.Amounts, held, window);
            }
        return near;
    }

    // The items of the groups from the first on up to an end that takes no part.
    private int ItemsOf(int first, int end) => own.Groups[end - 1].Start + own.Groups[end - 1].Count - own.Groups[first].Start;

    // True when another item of the payer asks for what one of the allotted asks for: nobody can tell them apart.
    private bool HasTwin(in PaymentState row, int start)
    {
        foreach (ref readonly var part in allots.AsSpan(start, allots.Count - start))
            if (HasTwin(row, part.Item, start)) return true;
        return false;
    }

    private bool HasTwin(in PaymentState row, int item, int start)
    {
        var all = Own(row).All;
        var amount = book.Items[item].Open;
        steps++;
        for (var i = LowerBound(all, amount); i < all.Length && all[i].Amount == amount; i++)
            if (IsRival(row, all[i]) && !IsAllotted(all[i].Item, start)) return true;
        return false;
    }

    // What an amount alone took, or a tie keeps for a person, could as well be what this payment is for.
    private static bool IsRival(in PaymentState row, in PayerItem item) => item.IsRival && item.Dated <= row.Day;

    // The free items of the payer, grouped by due date; false when there are too few dates, or more than the budget allows.
    private bool ArrangeByDue(in PaymentState row)
    {
        if (!SeesFree(row) || own.Whole.Length < 2 || own.Spread > Money.MaxMinorUnits) return false;
        own.ArrangeByDue();
        var periods = (long)own.Groups.Length * own.Groups.Length / 2;
        steps += periods;
        return periods <= policy.StepsPerPass;
    }

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
}
