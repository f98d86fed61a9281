namespace OrderToCash.Invoicing;

/// <summary>
/// A credit of an amount with tax: it is split over what is left of each category's base and tax by largest remainder, and each
/// base over what is left of its lines, allowances and charges.
/// </summary>
internal static class CreditByGross
{
    internal static CreditItems Items(InvoiceAccount account, Money gross)
    {
        var left = CreditShares.Left(account);
        var shares = Unreceived(account, left, gross) ?? Proportional(left, gross);
        var (lines, adjustments) = (new List<CreditNoteLine>(), new List<CreditNoteAllowanceCharge>());
        foreach (var share in shares) Spread(account, share, lines, adjustments);
        return new([.. lines.OrderBy(l => l.InvoiceLine)], [.. adjustments.OrderBy(a => a.Position)], shares);
    }

    private static EquatableArray<TaxShare> Proportional(EquatableArray<TaxShare> left, Money gross)
    {
        var weights = new long[left.Count * 2];
        for (var i = 0; i < left.Count; i++)
            (weights[2 * i], weights[2 * i + 1]) = (left[i].Base.MinorUnits, left[i].Tax.MinorUnits);
        var parts = LargestRemainder.Share(weights, gross.MinorUnits);
        // Tax is never left on nothing: the last of a base goes with the last of its tax.
        for (var i = 0; i < left.Count; i++)
        {
            var sign = Math.Sign(weights[2 * i]);
            if (sign == 0 || parts[2 * i] != weights[2 * i] || parts[2 * i + 1] == weights[2 * i + 1]
                || Math.Sign(weights[2 * i + 1]) != sign) continue;
            (parts[2 * i], parts[2 * i + 1]) = (parts[2 * i] - sign, parts[2 * i + 1] + sign);
        }
        return left.Select((s, i) => s with
        {
            Base = Money.FromMinorUnits(parts[2 * i], gross.Currency),
            Tax = Money.FromMinorUnits(parts[2 * i + 1], gross.Currency),
        }).Where(s => !s.Base.IsZero || !s.Tax.IsZero).ToEquatableArray();
    }

    // What a prepayment invoice asked for and did not get is exactly the rest of what tax fell due on.
    private static EquatableArray<TaxShare>? Unreceived(InvoiceAccount account, EquatableArray<TaxShare> left, Money gross)
    {
        if (account.Receipts.IsEmpty || gross != account.RemainingGross - account.Received) return null;
        var shares = CreditShares.Subtract(left, account.ReceivedShares);
        var isWithin = shares.Zip(left).All(p => IsWithin(p.First.Base, p.Second.Base) && IsWithin(p.First.Tax, p.Second.Tax));
        return isWithin ? shares.Where(s => !s.Base.IsZero || !s.Tax.IsZero).ToEquatableArray() : null;
    }

    private static bool IsWithin(Money part, Money whole) => part.IsZero || part.Sign == whole.Sign && part.Abs() <= whole.Abs();

    private static void Spread(
        InvoiceAccount account, TaxShare share, List<CreditNoteLine> lines, List<CreditNoteAllowanceCharge> adjustments)
    {
        var (invoice, weights, known) = (account.Invoice, new List<long>(), 0);
        var (open, items) = (new List<int>(), new List<int>());
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            var credited = known < account.Credited.Count && account.Credited[known].Line == i + 1
                ? account.Credited[known++]
                : null;
            if (!IsOf(invoice.Lines[i].Tax, share)) continue;
            open.Add(i);
            weights.Add((credited is null ? invoice.Lines[i].Net : invoice.Lines[i].Net - credited.Net).MinorUnits);
        }
        for (var i = 0; i < invoice.AllowancesCharges.Count; i++)
        {
            var item = invoice.AllowancesCharges[i];
            if (!IsOf(item.Tax!, share)) continue;
            items.Add(i);
            var left = item.Amount - CreditedAllowanceCharge.Of(account.CreditedAllowancesCharges, i + 1, item.Amount.Currency);
            weights.Add(item.IsCharge ? left.MinorUnits : -left.MinorUnits);
        }
        var parts = LargestRemainder.Share(weights.ToArray(), share.Base.MinorUnits);
        var none = Array.TrueForAll(parts, p => p == 0);
        for (var i = 0; i < parts.Length; i++)
        {
            // A category that only tax falls on is still named once.
            if (parts[i] == 0 && !(none && i == 0)) continue;
            var amount = Money.FromMinorUnits(parts[i], invoice.Currency);
            if (i < open.Count)
                lines.Add(CreditComputation.Line(open[i] + 1, invoice.Lines[open[i]],
                    Quantity.Zero(invoice.Lines[open[i]].Quantity.Unit), amount));
            else
                adjustments.Add(CreditAdjustments.Part(
                    items[i - open.Count] + 1, invoice.AllowancesCharges[items[i - open.Count]], amount.Abs()));
        }
    }

    private static bool IsOf(TaxTreatment tax, TaxShare share) => tax.Category == share.Category && tax.Rate == share.Rate;
}
