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

    private bool ProposePeriod(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!ArrangeByDue(row)) return false;
        var groups = own.Groups;
        var sums = own.Sums;
        var window = Chance.Window(row.Amount);
        var (found, near, from, to) = (0, 0L, 0, 0);
        for (var first = 0; first < groups.Length; first++)
        {
            // A day of one item is a single, not a period.
            for (var last = first + (groups[first].Count < 2 ? 1 : 0);
                (last = NextNear(sums, last + 1, sums[first] + row.Amount, window) - 1) < groups.Length; last++)
            {
                near++;
                if (sums[last + 1] - sums[first] != row.Amount) continue;
                (from, to) = (first, last);
                found++;
            }
        }
        if (found != 1) return false;
        var start = allots.Count;
        for (var i = groups[from].Start; i < groups[to].Start + groups[to].Count; i++)
            AddAllot(new() { Item = own.ByDue[i].Item }, own.ByDue[i].Amount, 0, 0);
        if (HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * near, row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.DueInPeriod,
            OfTotal(ref row, start, ByAmount(row, 9_700, chance)), chance);
        return true;
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
        if (!ArrangeByDue(row) || own.Whole.Length < 3) return false;
        var groups = own.Groups;
        var sums = own.Sums;
        var sorted = own.Whole;
        var window = Chance.Window(row.Amount);
        if ((Int128)groups.Length * groups.Length * sorted.Length * ExpectedHitsLimit / 2 > own.Spread) return false;
        var (found, near, from, to, but) = (0, 0L, 0, 0, -1);
        for (var first = 0; first < groups.Length; first++)
            for (var last = first; last < groups.Length; last++)
            {
                var held = sums[last + 1] - sums[first] - row.Amount;
                // What is held back is no larger than the largest item.
                if (held <= 0 || held - window > sorted[^1].Amount) continue;
                if (groups[last].Start + groups[last].Count - groups[first].Start < 3) continue;
                steps++;
                var around = CountNear(own.Amounts, held, window);
                near += around;
                if (around == 0) continue;
                for (var i = LowerBound(sorted, held); i < sorted.Length && sorted[i].Amount == held && found < 2; i++)
                {
                    if (sorted[i].Due < groups[first].Due || sorted[i].Due > groups[last].Due) continue;
                    (from, to, but) = (first, last, sorted[i].Item);
                    found++;
                }
            }
        // Without the first or the last the period is a shorter one, and was looked at.
        if (found != 1) return false;
        var start = allots.Count;
        for (var i = groups[from].Start; i < groups[to].Start + groups[to].Count; i++)
            if (own.ByDue[i].Item != but) AddAllot(new() { Item = own.ByDue[i].Item }, own.ByDue[i].Amount, 0, 0);
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
