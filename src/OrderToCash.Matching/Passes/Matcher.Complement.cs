namespace OrderToCash.Matching;

/// <summary>All that is open, or all that is due, but two items that the payer holds back.</summary>
internal sealed partial class Matcher
{
    private const int LeastOfComplement = 4;

    private bool ProposeAllButTwo(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!GatherWhole(row) || candidates.Count < LeastOfComplement) return false;
        if ((Int128)candidates.Count * candidates.Count * 2 * ExpectedHitsLimit > Spread(candidates.AsSpan())) return false;
        if (candidates.Count * 8L > policy.StepsPerPass) return false;
        var (found, near, hypothesis, window) = (0, 0L, 0, Chance.Window(row.Amount));
        Span<int> chosen = stackalloc int[3];
        var (first, second) = (-1, -1);
        for (var i = 0; i < 4; i++)
        {
            if (!FillTotal(row, i, out var sum) || sum <= row.Amount || sum > Money.MaxMinorUnits) continue;
            var among = byDue.AsSpan();
            steps += among.Length * 4L;
            near += Chance.PairsBetween(among, (long)sum - row.Amount - window, (long)sum - row.Amount + window);
            var hits = Pairs(among, (long)sum - row.Amount, chosen);
            if (hits == 0) continue;
            if ((found += hits) > 1) return false;
            (hypothesis, first, second) = (i, among[chosen[0]].Item, among[chosen[1]].Item);
        }
        if (found != 1) return false;
        FillTotal(row, hypothesis, out _);
        var start = allots.Count;
        foreach (ref readonly var candidate in byDue.AsSpan())
            if (candidate.Item != first && candidate.Item != second)
                AddAllot(new() { Item = candidate.Item }, candidate.Amount, 0, 0);
        if (allots.Count - start < LeastOfTotal || HasTwin(row, start)) return false;
        var chance = Chance.PerMillion(Crowd(row.Amount) * near, row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.AllButTwo,
            OfTotal(ref row, start, ByAmount(row, 9_600, chance)), chance);
        return true;
    }

    // The items of a total in order of their amounts; false when another total has the same items.
    private bool FillTotal(in PaymentState row, int hypothesis, out Int128 sum)
    {
        byDue.Truncate(0);
        sum = 0;
        var (isLess, isAll) = (false, true);
        foreach (ref readonly var candidate in candidates.AsSpan())
        {
            if (!TakesPart(row, candidate, hypothesis))
            {
                isLess |= hypothesis % 2 == 1 && candidate.Amount < 0 && TakesPart(row, candidate, hypothesis - 1);
                isAll &= !TakesPart(row, candidate, hypothesis % 2);
                continue;
            }
            byDue.Add(candidate);
            sum += candidate.Amount;
        }
        var isRepeated = (hypothesis % 2 == 1 && !isLess) || (hypothesis >= 2 && isAll);
        return !isRepeated && byDue.Count >= LeastOfComplement;
    }

    // A single item that is short by no more than is tolerated: the width of the tolerance multiplies what chance would hit.
    private bool ProposeTolerated(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var (found, count, near, window) = (-1, 0, 0L, Chance.Window(row.Amount));
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            for (var i = LowerBound(items, row.Amount - window); i < items.Length && items[i].Open <= row.Amount + window; i++)
            {
                steps++;
                near++;
                var missing = items[i].Open - row.Amount;
                if (missing <= 0 || missing > policy.Tolerance(items[i].Open, row.Currency)) continue;
                if (!IsRival(row, items.At(i))) continue;
                found = items.At(i);
                count++;
            }
        }
        if (count != 1 || !IsPayable(row, found) || book.Items[found].IsRemainder) return false;
        var tolerance = policy.Tolerance(book.Items[found].Open, row.Currency);
        var chance = (int)Math.Min(1_000_000, Chance.PerMillion(near, row.Amount) * (decimal)tolerance);
        var start = allots.Count;
        AddAllot(new() { Item = found }, row.Amount, 0, book.Items[found].Open - row.Amount);
        proposal = Propose(payment, start, 0, MatchOutcome.ShortWithinTolerance, EvidenceKind.AmountWithinTolerance,
            ByAmount(row, 9_700, chance), chance);
        return true;
    }
}
