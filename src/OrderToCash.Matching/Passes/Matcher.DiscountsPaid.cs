namespace OrderToCash.Matching;

/// <summary>
/// Who takes a discount and pays it as well has paid in full: the payments of one payer that name an item less its discount, and
/// that discount, are part payments of it.
/// </summary>
internal sealed partial class Matcher
{
    // Payments that name an item with a discount, and got nothing by what they name exactly.
    private readonly PooledList<int> rests = new(64);

    // Asked while the items are at hand.
    private void KeepRest(int payment)
    {
        ref readonly var row = ref rows[payment];
        if (row.IsContested) return;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (book.Items[naming.Item].HasDiscount && NamesRest(row, naming))
            {
                rests.Add(payment);
                return;
            }
    }

    private bool NamesRest(in PaymentState row, in Naming naming) => naming.Strength >= Strength.Part && !naming.IsDoubtful
        && row.Amount < book.Items[naming.Item].Open && !Conflicts(row, naming.Item);

    // Whoever comes first, of equals, pays it. Asked again when what else is named has been decided: more took a discount then.
    private void SettleRests()
    {
        if (rests.Count == 0) return;
        rests.AsSpan().Sort(InOrder);
        foreach (var payment in rests.AsSpan()) SettleRest(payment);
        foreach (var parts in RestsByItem()) SettleRest(parts.Key, [.. parts]);
        KeepPending();
    }

    // The discounts of all that it names, whoever of the payer took them.
    private void SettleRest(int payment)
    {
        ref readonly var row = ref rows[payment];
        if (row.IsDecided || row.IsContested) return;
        var start = allots.Count;
        Int128 discounts = 0;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
        {
            if (!NamesRest(row, naming) || DiscountTaken(payment, naming.Item, out _) is not (> 0 and var discount)) continue;
            discounts += discount;
            AddAllot(naming, discount, 0, 0);
        }
        if (allots.Count == start || discounts != row.Amount)
        {
            allots.Truncate(start);
            return;
        }
        var (outcome, confidence) = (MatchOutcome.Full, 10_000);
        for (var i = start; i < allots.Count; i++)
        {
            DiscountTaken(payment, allots[i].Item, out var taker);
            var isTakerLast = InOrder(taker, payment) > 0;
            if (isTakerLast) outcome = MatchOutcome.Partial;
            confidence = Math.Min(confidence, rows[taker].Confidence);
            TakeBackDiscount(taker, allots[i].Item, isTakerLast);
        }
        Commit(Propose(payment, start, 0, outcome, EvidenceKind.PartsAddUp, confidence));
    }

    // Several that name nothing else, and all of them together are the discount.
    private void SettleRest(int item, int[] parts)
    {
        Int128 sum = 0;
        foreach (var payment in parts) sum += rows[payment].Amount;
        var discount = DiscountTaken(parts[0], item, out var taker);
        if (parts.Length > MaxParts || discount == 0 || sum != discount) return;
        var isLast = InOrder(taker, parts[^1]) > 0;
        TakeBackDiscount(taker, item, isLast);
        foreach (var payment in parts)
        {
            var start = allots.Count;
            AddAllot(NamingOf(rows[payment], item), rows[payment].Amount, 0, 0);
            var outcome = payment == parts[^1] && !isLast ? MatchOutcome.Full : MatchOutcome.Partial;
            Commit(Propose(payment, start, 0, outcome, EvidenceKind.PartsAddUp, rows[taker].Confidence));
        }
    }

    private IEnumerable<IGrouping<int, int>> RestsByItem()
    {
        var found = new List<(int Item, int Payment)>();
        foreach (var payment in rests.AsSpan())
        {
            ref readonly var row = ref rows[payment];
            if (row.IsDecided || row.IsContested) continue;
            var (item, count) = (-1, 0);
            foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
                if (NamesRest(row, naming) && DiscountTaken(payment, naming.Item, out _) > row.Amount)
                    (item, count) = (naming.Item, count + 1);
            if (count == 1) found.Add((item, payment));
        }
        return found.GroupBy(f => f.Item, f => f.Payment).Where(g => g.Count() > 1);
    }

    // The discount that another payment of the same payer took on an item in this run; 0 when there is none.
    private long DiscountTaken(int payment, int item, out int taker)
    {
        taker = states[item].Owner - 1;
        if (taker < 0 || rows[taker].Outcome is not (MatchOutcome.Discounted or MatchOutcome.Partial)) return 0;
        if (!IsSameSource(payment, taker) && !(Agrees(rows[payment], item) && Agrees(rows[taker], item))) return 0;
        foreach (ref readonly var allot in settled.AsSpan(rows[taker].AllotStart, rows[taker].AllotCount))
            if (allot.Item == item) return allot.Discount;
        return 0;
    }

    private void TakeBackDiscount(int taker, int item, bool isLast)
    {
        ref var row = ref rows[taker];
        var hasDiscount = false;
        foreach (ref var allot in settled.AsSpan(row.AllotStart, row.AllotCount))
        {
            if (allot.Item == item)
            {
                states.Touch(item).Cleared -= allot.Discount;
                allot.Discount = 0;
            }
            hasDiscount |= allot.Discount != 0;
        }
        // Something else of it stays open, as it did.
        if (row.Outcome == MatchOutcome.Partial) return;
        row.AmountEvidence = EvidenceKind.PartsAddUp;
        row.Outcome = hasDiscount ? MatchOutcome.Discounted : isLast ? MatchOutcome.Full : MatchOutcome.Partial;
    }
}
