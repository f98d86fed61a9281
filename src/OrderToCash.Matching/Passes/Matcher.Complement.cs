namespace OrderToCash.Matching;

/// <summary>All that is open, or all that is due, but two items that the payer holds back.</summary>
internal sealed partial class Matcher
{
    private const int LeastOfComplement = 4;

    private bool ProposeAllButTwo(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!SeesFree(row)) return false;
        var whole = own.Whole;
        if (whole.Length < LeastOfComplement) return false;
        if ((Int128)whole.Length * whole.Length * 2 * ExpectedHitsLimit > own.Spread) return false;
        if (whole.Length * 8L > policy.StepsPerPass) return false;
        var (found, near, hypothesis, window) = (0, 0L, 0, Chance.Window(row.Amount));
        Span<int> chosen = stackalloc int[3];
        var (first, second) = (-1, -1);
        for (var i = 0; i < PayerItems.Totals; i++)
        {
            ref readonly var total = ref own.Of(i);
            if (total.IsRepeated || total.Count < LeastOfComplement || total.Sum <= row.Amount || total.Sum > Money.MaxMinorUnits)
                continue;
            // What is held back is no more than the two largest.
            var held = (long)total.Sum - row.Amount;
            if (held - window > whole[^1].Amount + whole[^2].Amount) continue;
            var among = PartsOf(row, i);
            steps += among.Length * 4L;
            near += Chance.PairsBetween(among, held - window, held + window);
            var hits = Pairs(among, held, chosen);
            if (hits == 0) continue;
            if ((found += hits) > 1) return false;
            (hypothesis, first, second) = (i, among[chosen[0]].Item, among[chosen[1]].Item);
        }
        if (found != 1) return false;
        var start = allots.Count;
        foreach (ref readonly var candidate in PartsOf(row, hypothesis))
            if (candidate.Item != first && candidate.Item != second)
                AddAllot(new() { Item = candidate.Item }, candidate.Amount, 0, 0);
        if (allots.Count - start < LeastOfTotal || HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * near, row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.AllButTwo,
            OfTotal(ref row, start, ByAmount(row, 9_600, chance)), chance);
        return true;
    }

    // The items of a total in order of their amounts.
    private ReadOnlySpan<Candidate> PartsOf(in PaymentState row, int total)
    {
        if (total == 0) return own.Whole;
        candidates.Truncate(0);
        foreach (ref readonly var candidate in own.Whole)
            if (PayerItems.TakesPart(candidate, total, row.Day)) candidates.Add(candidate);
        return candidates.AsSpan();
    }

    // A single item that is short by no more than is tolerated: the width of the tolerance multiplies what chance would hit.
    private bool ProposeTolerated(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var window = Chance.Window(row.Amount);
        var all = Own(row).All;
        var (found, count, near) = (-1, 0, 0L);
        for (var i = LowerBound(all, row.Amount - window); i < all.Length && all[i].Amount <= row.Amount + window; i++)
        {
            ref readonly var item = ref all[i];
            steps++;
            near++;
            if (item.Amount <= row.Amount || item.Amount - row.Amount > policy.Tolerance(item.Amount, row.Currency)) continue;
            if (!IsRival(row, item)) continue;
            found = i;
            count++;
        }
        if (count != 1 || !IsPayable(row, all[found]) || all[found].IsRemainder) return false;
        var tolerance = policy.Tolerance(all[found].Amount, row.Currency);
        var chance = (int)Math.Min(1_000_000, Chance.PerMillion(near, row.Amount) * (decimal)tolerance);
        var start = allots.Count;
        AddAllot(new() { Item = all[found].Item }, row.Amount, 0, all[found].Amount - row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.ShortWithinTolerance, EvidenceKind.AmountWithinTolerance,
            ByAmount(row, 9_700, chance), chance);
        return true;
    }
}
