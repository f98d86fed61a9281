namespace OrderToCash.Matching;

/// <summary>
/// Payments that name some of what they pay in a way that can be read, and more that can not: the rest of the amount has to
/// be items of the payer, found as amounts are found. Who says no more than he pays for is taken at his word. And payments that
/// are what others of the payer left open.
/// </summary>
internal sealed partial class Matcher
{
    private bool ProposeNamedRest(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.NamedCount == 0 || row.IsMisnamed || row.Trust < PayerTrust.Learned) return false;
        Span<int> @fixed = stackalloc int[MaxNamings];
        var fixedCount = FixedNamings(row, @fixed);
        Int128 named = 0;
        foreach (var i in @fixed[..fixedCount]) named += Left(namings[i].Item);
        var rest = row.Amount - named;
        if (fixedCount == 0 || rest <= named / LargeRestDivisor || !HasUnread(payment)
            || !GatherCurrent(row, @fixed[..fixedCount]))
            return false;
        var start = allots.Count;
        foreach (var i in @fixed[..fixedCount]) AddAllot(namings[i], Left(namings[i].Item), 0, 0);
        if (!TryRest(WithinReach(candidates.AsSpan(), (long)rest), (long)rest, out var chance)) return false;
        proposal = Propose(payment, start, (int)Strength.Near * 2 + 1, MatchOutcome.Full, EvidenceKind.ExactAmount,
            row.NamesOutside ? policy.ApplyAt - 1 : Chance.Less(9_800, chance), chance);
        return true;
    }

    // One item, two, three, any number: the smallest family that hits decides, and two hits of it are a tie.
    private bool TryRest(ReadOnlySpan<Candidate> sorted, long rest, out int chance)
    {
        var window = Chance.Window(rest);
        long near = LowerBound(sorted, rest + window + 1) - LowerBound(sorted, rest - window);
        var (at, singles) = (LowerBound(sorted, rest), LowerBound(sorted, rest + 1) - LowerBound(sorted, rest));
        chance = Chance.PerMillion(near, rest);
        if (singles == 1) AddAllot(new() { Item = sorted[at].Item }, rest, 0, 0);
        if (singles > 0) return singles == 1;
        Span<int> chosen = stackalloc int[3];
        steps += sorted.Length * 2L;
        var (found, size) = (Pairs(sorted, rest, chosen), 2);
        near += Chance.PairsBetween(sorted, rest - window, rest + window);
        if (found == 0 && sorted.Length is >= 3 and <= TripleLimit && (long)sorted.Length * sorted.Length <= policy.StepsPerPass)
        {
            (found, size) = (Triples(sorted, rest, chosen), 3);
            near += TriplesNear(sorted, rest);
        }
        chance = Chance.PerMillion(near, rest);
        if (found > 1) return false;
        if (found == 0) return TrySubset(sorted, rest, out chance);
        foreach (var i in chosen[..size]) AddAllot(new() { Item = sorted[i].Item }, sorted[i].Amount, 0, 0);
        return true;
    }

    // Free items of the payer that are not named and not long past due, sorted by amount.
    private bool GatherCurrent(in PaymentState row, ReadOnlySpan<int> @fixed)
    {
        if (!SeesFree(row)) return false;
        candidates.Truncate(0);
        foreach (ref readonly var candidate in own.Whole)
            if (!IsOld(row, candidate.Item) && !IsFixed(@fixed, candidate.Item)) candidates.Add(candidate);
        return candidates.Count > 0;
    }

    // The payer is known, and one item of his that other payments of this run paid in part has exactly this much left.
    private bool ProposeRemainder(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.Trust < PayerTrust.Learned) return false;
        if (!Own(row).HasRemainders) return false;
        var (found, count, near, window) = (-1, 0, 0L, Chance.Window(row.Amount));
        steps += own.All.Length;
        foreach (ref readonly var item in own.All)
        {
            if (item.Left <= 0 || item.IsBlocked || Math.Abs(item.Left - row.Amount) > window) continue;
            near++;
            if (item.Left != row.Amount) continue;
            count++;
            if (item.Left != item.Amount) found = item.Item;
        }
        if (count != 1 || found < 0) return false;
        var (start, chance) = (allots.Count, Chance.PerMillion(near, row.Amount));
        AddAllot(new() { Item = found }, row.Amount, 0, 0);
        var confidence = IsAgainstWords(row) ? policy.ApplyAt - 1 : Chance.Less(9_700, chance);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.PartsAddUp, confidence, chance);
        return true;
    }
}
