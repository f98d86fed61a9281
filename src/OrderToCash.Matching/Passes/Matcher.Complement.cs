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
        var pairs = whole.Length <= PayerItems.MostPaired ? own.PairFilter() : default;
        Span<int> chosen = stackalloc int[3];
        var (found, hypothesis, first, second) = (0, 0, -1, -1);
        for (var i = 0; i < PayerItems.Totals; i++)
        {
            if (!MayLackTwo(row, i, out var held) || !pairs.MayHave(held)) continue;
            var among = PartsOf(row, i);
            steps += among.Length * 4L;
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
        var chance = Chance.PerMillion(Crowd(row.Amount) * HeldBackNear(row), row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.AllButTwo,
            OfTotal(ref row, start, ByAmount(row, 9_600, chance)), chance);
        return true;
    }

    // True when a total is larger than the amount, by no more than two items; and by how much.
    private bool MayLackTwo(in PaymentState row, int of, out long held)
    {
        ref readonly var total = ref own.Of(of);
        var isTotal = !total.IsRepeated && total.Count >= LeastOfComplement && total.Sum > row.Amount
            && total.Sum <= Money.MaxMinorUnits;
        held = isTotal ? (long)total.Sum - row.Amount : 0;
        return isTotal && held - Chance.Window(row.Amount) <= own.Amounts[^1] + own.Amounts[^2];
    }

    // How many pairs are about what is missing of a total.
    private long HeldBackNear(in PaymentState row)
    {
        var (near, window) = (0L, Chance.Window(row.Amount));
        for (var i = 0; i < PayerItems.Totals; i++)
            if (MayLackTwo(row, i, out var held)) near += Chance.PairsBetween(PartsOf(row, i), held - window, held + window);
        return near;
    }

    // The items of a total in order of their amounts.
    private ReadOnlySpan<Candidate> PartsOf(in PaymentState row, int total)
    {
        if (total == 0) return own.Whole;
        candidates.Truncate(0);
        foreach (ref readonly var candidate in own.Whole)
            if (PayerItems.TakesPart(candidate.Amount, candidate.Due, total, row.Day)) candidates.Add(candidate);
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
