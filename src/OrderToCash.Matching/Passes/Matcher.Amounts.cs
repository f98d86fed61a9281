namespace OrderToCash.Matching;

/// <summary>Payments that name nothing that fits: the payer is known, and the amount has to say the rest.</summary>
internal sealed partial class Matcher
{
    private const int TripleLimit = PayerItems.MostPaired;
    private const int LeastOfTotal = 2;

    // Sums crowd at multiples of ten units: prices do.
    private const int RoundCrowd = 10;

    // A discount is no more than a quarter of an item: so much of what was paid is missing at most.
    private const int LeastPartOfDiscounted = 3;

    private bool ProposeSingle(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        var window = Chance.Window(row.Amount);
        var all = Own(row).All;
        var (found, count, inWindow, round) = (-1, 0, 0L, 0L);
        for (var i = LowerBound(all, row.Amount - window); i < all.Length && all[i].Amount <= row.Amount + window; i++)
        {
            ref readonly var item = ref all[i];
            inWindow++;
            if (item.Amount != row.Amount)
            {
                round += item.Amount % 1_000 == 0 ? 1 : 0;
                continue;
            }
            if (isSuggesting ? !item.IsFree : !IsRival(row, item)) continue;
            found = i;
            count++;
        }
        steps += 16 + inWindow;
        proposal = default;
        if (count != 1 || !IsPayable(row, all[found])) return false;
        var chance = Chance.PerMillion(row.Amount % 1_000 == 0 ? Math.Max(inWindow, round * 1_000) : inWindow, row.Amount);
        var start = allots.Count;
        AddAllot(new() { Item = all[found].Item }, row.Amount, 0, 0);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.ExactAmount, ByAmount(row, 9_800, chance),
            chance);
        return true;
    }

    private bool ProposeDiscountedSingle(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        var window = Chance.Window(row.Amount);
        var all = Own(row).All;
        var (found, count, inWindow) = (-1, 0, 0L);
        for (var i = LowerBound(all, row.Amount + 1);
            i < all.Length && all[i].Amount <= row.Amount + row.Amount / LeastPartOfDiscounted; i++)
        {
            steps++;
            ref readonly var item = ref all[i];
            if (!item.HasDiscount) continue;
            var discount = DiscountOn(item.Item, row.Date);
            if (discount == 0) continue;
            if (Math.Abs(item.Amount - discount - row.Amount) <= window) inWindow++;
            if (item.Amount - discount != row.Amount || !IsPayable(row, item)) continue;
            found = item.Item;
            count++;
        }
        proposal = default;
        if (count != 1) return false;
        var (start, granted, chance) = (allots.Count, DiscountOn(found, row.Date), Chance.PerMillion(inWindow, row.Amount));
        AddAllot(new() { Item = found }, row.Amount, granted, 0);
        proposal = Propose(payment, start, 0, MatchOutcome.Discounted, EvidenceKind.DiscountedAmount,
            ByAmount(row, 9_700, chance), chance);
        return true;
    }

    // All that is open, or all that is due: with credit notes, or without them.
    private bool ProposeTotals(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!SeesFree(row)) return false;
        if (own.FreeCount < 2 || own.TotalOf(row.Amount) is not (>= 0 and var total)) return false;
        var start = allots.Count;
        foreach (ref readonly var item in own.All)
            if (IsPayable(row, item) && PayerItems.TakesPart(item.Amount, item.Due, total, row.Day))
                AddAllot(new() { Item = item.Item }, item.Amount, 0, 0);
        if (allots.Count - start < LeastOfTotal + Remainders(start) || (total >= 2 && HasTwin(row, start))) return false;
        var (kind, chance) = (total < 2 ? EvidenceKind.AllOpen : EvidenceKind.AllDue, Chance.PerMillion(4, row.Amount));
        proposal = Propose(payment, start, 0, MatchOutcome.Full, kind, OfTotal(ref row, start, ByAmount(row, 9_750, chance)),
            chance);
        return true;
    }

    // What is left of an item is often the very amount that is too much elsewhere: with one it takes more items to be a total.
    private int Remainders(int start)
    {
        var remainders = 0;
        foreach (ref readonly var allot in allots.AsSpan(start, allots.Count - start))
            remainders += book.Items[allot.Item].IsRemainder ? 1 : 0;
        return remainders;
    }

    private bool ProposeCombination(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (!SeesFree(row)) return false;
        var whole = own.Whole;
        if (whole.Length < 2) return false;
        var sorted = WithinReach(whole, row.Amount);
        steps += sorted.Length * 2L;
        Span<int> chosen = stackalloc int[3];
        var pairs = sorted.Length <= PayerItems.MostPaired ? own.PairFilter() : default;
        var (found, size) = (pairs.MayHave(row.Amount) ? Pairs(sorted, row.Amount, chosen) : 0, 2);
        if (found == 0 && sorted.Length is >= 3 and <= TripleLimit && (long)sorted.Length * sorted.Length <= policy.StepsPerPass)
        {
            steps += (long)sorted.Length * sorted.Length / 2;
            (found, size) = (Triples(sorted, row.Amount, chosen, pairs), 3);
        }
        if (found != 1) return false;
        var crowd = row.Amount % 1_000 == 0 ? RoundCrowd : 1;
        var chance = Chance.PerMillion(
            crowd * (size == 2 ? PairsNear(sorted, row.Amount) : TriplesNear(sorted, row.Amount)), row.Amount);
        var start = allots.Count;
        foreach (var i in chosen[..size]) AddAllot(new() { Item = sorted[i].Item }, sorted[i].Amount, 0, 0);
        if (HasTwin(row, start)) return false;
        var confidence = ByAmount(row, size == 2 ? 9_600 : 9_550, chance);
        proposal = Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.Combination, confidence, chance);
        return true;
    }

    // What is larger than the amount and all credit notes together can't be a part of it.
    private static ReadOnlySpan<Candidate> WithinReach(ReadOnlySpan<Candidate> sorted, long amount)
    {
        Int128 most = amount;
        var count = sorted.Length;
        for (var i = 0; i < count && sorted[i].Amount < 0; i++) most -= sorted[i].Amount;
        while (count > 0 && sorted[count - 1].Amount > most) count--;
        return sorted[..count];
    }

    private static long PairsNear(ReadOnlySpan<Candidate> sorted, long amount) =>
        Chance.PairsBetween(sorted, amount - Chance.Window(amount), amount + Chance.Window(amount));

    private long TriplesNear(ReadOnlySpan<Candidate> sorted, long amount)
    {
        var (triples, window) = (0L, Chance.Window(amount));
        steps += (long)sorted.Length * sorted.Length;
        for (var i = 0; i < sorted.Length - 2; i++)
            triples += Chance.PairsBetween(sorted[(i + 1)..], amount - window - sorted[i].Amount,
                amount + window - sorted[i].Amount);
        return triples;
    }

    // How many pairs add up: 0, 1, or 2 for more. Equal amounts beside a hit make it ambiguous.
    private static int Pairs(ReadOnlySpan<Candidate> sorted, long sum, Span<int> chosen)
    {
        var found = 0;
        for (int i = 0, j = sorted.Length - 1; i < j;)
        {
            var added = sorted[i].Amount + sorted[j].Amount;
            if (added < sum) i++;
            else if (added > sum) j--;
            else
            {
                if (++found > 1
                    || (j > i + 1
                        && (sorted[i].Amount == sorted[i + 1].Amount || sorted[j].Amount == sorted[j - 1].Amount)))
                    return 2;
                (chosen[0], chosen[1]) = (i, j);
                i++;
                j--;
            }
        }
        return found;
    }

    // The same for three; no pair has a sum that the filter of pairs, if there is one, does not have.
    private static int Triples(ReadOnlySpan<Candidate> sorted, long sum, Span<int> chosen, SumFilter pairs = default)
    {
        var found = 0;
        Span<int> pair = stackalloc int[2];
        var end = sorted.Length;
        for (var i = 0; i < sorted.Length - 2 && 3 * sorted[i].Amount <= sum; i++)
        {
            if (!pairs.MayHave(sum - sorted[i].Amount)) continue;
            // The more the first has, the less is left for the last.
            while (end > i + 2 && sorted[end - 1].Amount > sum - sorted[i].Amount - sorted[i + 1].Amount) end--;
            var more = Pairs(sorted[(i + 1)..end], sum - sorted[i].Amount, pair);
            if (more == 0) continue;
            if ((found += more) > 1) return 2;
            (chosen[0], chosen[1], chosen[2]) = (i, i + 1 + pair[0], i + 1 + pair[1]);
        }
        return found;
    }

    // What has no document yet can't be what an unnamed payment is for.
    private bool IsPayable(in PaymentState row, int item) => book.Items[item].Dated <= row.Date && IsFree(item);

    private static bool IsPayable(in PaymentState row, in PayerItem item) => item.IsFree && item.Dated <= row.Day;

    // A name alone only suggests, and so does an amount that contradicts what the payment names.
    private int ByAmount(in PaymentState row, int confidence, int chance)
    {
        var less = Chance.Less(confidence, chance);
        return row.Trust < PayerTrust.Account || IsAgainstWords(row)
            ? Math.Min(less, policy.ApplyAt - 1)
            : less;
    }

    // The payer's own words come first: he names a document, in the book or not, and something else would be paid. Items that
    // he names and that are paid were found by their names before.
    private bool IsAgainstWords(in PaymentState row)
    {
        if (row.IsMisnamed || row.NamesOutside) return true;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength >= Strength.Number && (IsMeant(row, naming) || (naming.Length >= LeastDigitsOfWords
                && !IsCustomerNumber(row, book.Items[naming.Item].NumberKey, book.Items[naming.Item].NumberDigits))))
                return true;
        return false;
    }

    private bool IsAllotted(int item, int start)
    {
        foreach (ref readonly var allot in allots.AsSpan(start, allots.Count - start))
            if (allot.Item == item) return true;
        return false;
    }

    private static int LowerBound(ReadOnlySpan<PayerItem> sorted, long amount)
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

    private static int LowerBound(in ScopeItems items, long amount)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = low + high >>> 1;
            if (items[middle].Open < amount) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
