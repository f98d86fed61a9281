namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>
    /// Takes back every live application of a payment, then the receipt itself. What of it is gone already is owed, where the
    /// facts name the item for it.
    /// </summary>
    internal void Return(ReturnFacts facts)
    {
        if (Find(facts.Payment, "payment") is not { } touched) return;
        var item = touched.Item;
        if (item.Receipt.IsEmpty || item.IsDebit)
        {
            Refuse(LedgerErrors.NotAPayment.At("payment", ("item", item.Id), ("kind", item.Kind)));
            return;
        }
        CheckDate(item, "date");
        CheckNewApplication(touched, facts.Closing, "closing");
        if (items.Values.Any(t => t.Item.ChargedBack == item.Entry && t.Item.Receipt.IsEmpty))
            Refuse(LedgerErrors.EntryReversed.At("payment", ("entry", item.Entry), ("item", item.Id)));
        var gone = facts.Owed.IsNone ? [] : item.Applications.Where(a => IsGone(item, a)).ToArray();
        TakeAllBack(touched, gone);
        if (IsRefused) return;
        var whole = item.Amount - Money.Sum(gone.Select(a => a.Amount), item.Amount.Currency);
        if (touched.Least != whole) Refuse(MoreThanOpen(touched, whole.Abs(), "date"));
        if (IsRefused) return;
        reverses = item.Entry;
        var beside = new EntryLines();
        if (gone.Length > 0)
        {
            ReturnRest(touched, facts, beside);
            return;
        }
        MirrorReceipt(item, facts, beside);
        AdjustmentResult(touched, -touched.OpenAdjustment, beside);
        Close(touched, facts.Closing, ApplicationKind.Return, item.Amount.Abs(), beside, lines);
    }

    // As it came; taxes go as the tax journal shows them, whose cents may be others than those of one receipt by itself.
    private void MirrorReceipt(OpenItem item, ReturnFacts facts, EntryLines beside)
    {
        var off = Money.Zero(policy.FunctionalCurrency);
        var isGiven = item.IsTaxedDeposit && facts.FunctionalTaxes.Count == item.TaxShares.Count;
        foreach (var line in item.Receipt)
            if (isGiven && IsTaxOf(item, line.Account)) off += line.SignedFunctional;
            else beside.Add(line.Mirror());
        if (!isGiven) return;
        for (var i = 0; i < item.TaxShares.Count; i++)
        {
            var tax = TaxValue(item, i, item.TaxShares[i].Tax, facts);
            beside.Add(item.TaxRole(i), item.TaxShares[i].Tax, tax);
            off += tax;
        }
        beside.Add(AccountRole.FxRounding, Money.Zero(item.Amount.Currency), -off);
    }

    // It was paid out, or moved into a credit or a final invoice: the money is no longer on the item.
    private static bool IsGone(OpenItem item, Application application) => application.IsLive
        && (application.Kind == ApplicationKind.Refund
            || (application.Kind == ApplicationKind.Transfer && !IsTransferOfPayment(item, application)));

    // The bank takes the whole receipt: what is left of the item goes with its tax, the rest the customer owes.
    private void ReturnRest(Touched touched, ReturnFacts facts, EntryLines beside)
    {
        var item = touched.Item;
        var shares = item.IsTaxedDeposit ? item.TaxSharesLeft : [];
        var received = item.FunctionalAmount.Abs();
        foreach (var line in item.Receipt)
            if (IsTaxOf(item, line.Account)) received -= line.SignedFunctional;
            else beside.Add(line.Mirror());
        var gross = item.IsTaxedDeposit ? item.GrossOfDeposit : item.Amount.Abs();
        var (owed, value) = (gross - touched.Open.Abs(), received - touched.OpenFunctional.Abs());
        for (var i = 0; i < shares.Count; i++)
        {
            var tax = TaxValue(item, i, shares[i].Tax, facts);
            beside.Add(item.TaxRole(i), shares[i].Tax, tax);
            (owed, value) = (owed - shares[i].Tax, value - tax);
        }
        if (!owed.IsPositive)
        {
            Refuse(LedgerErrors.AmountNotPositive.At("payment", ("amount", owed)));
            return;
        }
        // What left the item at another rate than it came is a result.
        var carried = received.Part(owed, gross);
        var result = carried - value;
        beside.Add(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, Money.Zero(owed.Currency), -result);
        if (touched.Open.IsZero)
            foreach (var line in beside.ToLines()) lines.Add(line);
        else
        {
            AdjustmentResult(touched, -touched.OpenAdjustment, beside);
            Close(touched, facts.Closing, ApplicationKind.Return, touched.Open.Abs(), beside, lines, relief: shares);
        }
        Open(new()
        {
            Id = facts.Owed,
            LegalEntity = item.LegalEntity,
            Customer = item.Customer,
            Kind = OpenItemKind.Chargeback,
            DocumentNumber = item.DocumentNumber,
            DocumentDate = date,
            DueDate = date,
            Amount = owed,
            FunctionalAmount = carried,
            Rate = item.Rate,
            ChargedBack = item.Entry,
            Entry = entry,
            RecordedAt = at,
        }, "owed");
    }

    private Money TaxValue(OpenItem item, int index, Money tax, ReturnFacts facts)
    {
        if (tax.Currency == policy.FunctionalCurrency) return tax;
        if (facts.FunctionalTaxes.Count > index) return facts.FunctionalTaxes[index];
        var (booked, whole) = (Money.Zero(policy.FunctionalCurrency), Money.Zero(tax.Currency));
        foreach (var line in item.Receipt)
            if (line.Account == item.TaxRole(index))
                (booked, whole) = (booked - line.SignedFunctional, whole - line.SignedDocument);
        return whole.IsZero ? booked : booked.Part(tax, whole);
    }

    private static bool IsTaxOf(OpenItem item, AccountRole account)
    {
        if (!item.IsTaxedDeposit) return false;
        for (var i = 0; i < item.TaxShares.Count; i++)
            if (item.TaxRole(i) == account) return true;
        return false;
    }

    // Each live application of a payment on both sides; what went to other customers comes back first, used or not.
    private void TakeAllBack(Touched touched, Application[] but)
    {
        var item = touched.Item;
        var live = item.Applications.Where(a => a.IsLive && !but.Contains(a)).ToArray();
        foreach (var application in live)
        {
            if (!MayReverse(item, application)) return;
            if (application.Kind != ApplicationKind.Refund) continue;
            Refuse(LedgerErrors.UsedSince.At("payment",
                ("item", item.Id), ("entry", item.Entry), ("left", touched.Open.Abs()), ("amount", item.Amount.Abs())));
            return;
        }
        foreach (var transfer in live.Where(a => IsTransferOfPayment(item, a)))
        {
            SpanCustomers();
            if (Find(transfer.Counterpart, "items") is not { } moved) return;
            TakeAllBack(moved, []);
            if (IsRefused) return;
            if (moved.Least != moved.Item.Amount) Refuse(MoreThanOpen(moved, moved.Item.Amount.Abs(), "date"));
            else CloseTransferred(moved, transfer);
            if (IsRefused) return;
        }
        var others = new List<(Touched Touched, Application[] Applications)>();
        foreach (var group in live.Where(a => !a.Counterpart.IsNone && !IsTransferOfPayment(item, a)).GroupBy(a => a.Counterpart))
            if (Find(group.Key, "items") is { } other)
            {
                var ids = group.Select(a => a.Id).ToHashSet();
                others.Add((other, other.Item.Applications.Where(a => ids.Contains(a.Id)).ToArray()));
            }
        if (IsRefused) return;
        if (live.Length > 0) Reverse(touched, live, lines);
        foreach (var (other, applications) in others) Reverse(other, applications, lines);
    }
}
