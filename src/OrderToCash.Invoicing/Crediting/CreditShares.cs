namespace OrderToCash.Invoicing;

/// <summary>
/// Bases and taxes of credits. What a category's credits have come to is kept; a note gets the tax of everything credited so far
/// less that, and the last note of a category exactly what is left of it.
/// </summary>
internal static class CreditShares
{
    /// <summary>What was credited before; states stored without it follow from their lines.</summary>
    internal static EquatableArray<TaxShare> Before(InvoiceAccount account) =>
        !account.CreditedShares.IsEmpty || account.CreditNotes.IsEmpty
            ? account.CreditedShares
            : Cumulated(account.Invoice, account.Credited, account.CreditedAllowancesCharges);

    /// <summary>What is left, one share for each of the invoice's breakdown.</summary>
    internal static EquatableArray<TaxShare> Left(InvoiceAccount account) => Subtract(account.Invoice.Breakdown, Before(account));

    internal static EquatableArray<TaxShare> Of(InvoiceAccount account, CreditItems items, EquatableArray<TaxShare> before)
    {
        if (!items.Shares.IsEmpty) return items.Shares;
        var lines = CreditedLine.Merge(account.Credited, items.Lines);
        var adjustments = CreditedAllowanceCharge.Merge(account.CreditedAllowancesCharges, items.AllowancesCharges);
        var cumulated = Cumulated(account.Invoice, lines, adjustments);
        var open = OpenGroups(account.Invoice, lines, adjustments);
        var left = Subtract(account.Invoice.Breakdown, before);
        var touched = items.Groups();
        return account.Invoice.Breakdown.Zip(left)
            .Where(s => touched.Contains((s.First.Category, s.First.Rate)))
            .Select(s => open.Contains((s.First.Category, s.First.Rate)) ? Part(s.Second, Net(items, s.First)) : s.Second)
            .ToEquatableArray();

        TaxShare Part(TaxShare rest, Money net)
        {
            var tax = Find(cumulated, rest)!.Tax - (Find(before, rest)?.Tax ?? Money.Zero(net.Currency));
            return rest with { Base = net, Tax = IsBeyond(net, rest.Base) ? tax : Within(tax, rest.Tax, net) };
        }
    }

    /// <summary>What the note adds to the rounding amount: nothing is left of it with the last one.</summary>
    internal static Money Rounding(InvoiceAccount account, CreditItems items, Money gross)
    {
        var (invoice, before) = (account.Invoice, account.CreditedRounding);
        var total = invoice.Totals.RoundingAmount;
        if (gross == account.RemainingGross && IsComplete(account, items)) return total - before;
        if (invoice.Content.Draft.CashRounding is not { } steps) return Money.Zero(invoice.Currency);
        var credited = account.CreditedGross + gross;
        return steps.Round(credited) - credited - before;
    }

    internal static bool IsComplete(InvoiceAccount account, CreditItems items) => OpenGroups(account.Invoice,
        CreditedLine.Merge(account.Credited, items.Lines),
        CreditedAllowanceCharge.Merge(account.CreditedAllowancesCharges, items.AllowancesCharges)).Count == 0;

    /// <summary>The categories and rates of which something is not credited yet.</summary>
    internal static HashSet<(TaxCategory, Percentage)> OpenGroups(
        Invoice invoice, EquatableArray<CreditedLine> lines, EquatableArray<CreditedAllowanceCharge> adjustments)
    {
        var (open, known) = (new HashSet<(TaxCategory, Percentage)>(), 0);
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            var line = invoice.Lines[i];
            var credited = known < lines.Count && lines[known].Line == i + 1 ? lines[known++].Net : Money.Zero(line.Net.Currency);
            if (credited != line.Net) open.Add((line.Tax.Category, line.Tax.Rate));
        }
        for (var i = 0; i < invoice.AllowancesCharges.Count; i++)
        {
            var item = invoice.AllowancesCharges[i];
            if (CreditedAllowanceCharge.Of(adjustments, i + 1, item.Amount.Currency) != item.Amount)
                open.Add((item.Tax!.Category, item.Tax.Rate));
        }
        return open;
    }

    internal static EquatableArray<TaxShare> Add(EquatableArray<TaxShare> before, EquatableArray<TaxShare> more)
    {
        var sums = before.ToList();
        foreach (var share in more)
        {
            var known = sums.FindIndex(s => IsSame(s, share));
            if (known < 0) sums.Add(share);
            else sums[known] = sums[known] with { Base = sums[known].Base + share.Base, Tax = sums[known].Tax + share.Tax };
        }
        return sums.OrderBy(s => s.Category).ThenBy(s => s.Rate).ToEquatableArray();
    }

    internal static EquatableArray<TaxShare> Subtract(EquatableArray<TaxShare> whole, EquatableArray<TaxShare> part) =>
        whole.Select(s => Find(part, s) is { } p ? s with { Base = s.Base - p.Base, Tax = s.Tax - p.Tax } : s).ToEquatableArray();

    /// <summary>What a note moves in another currency: its own categories, and others where rounding moved them.</summary>
    internal static EquatableArray<TaxShare> Difference(
        EquatableArray<TaxShare> after, EquatableArray<TaxShare> before, EquatableArray<TaxShare> own) =>
        Subtract(after, before).Where(s => !s.Base.IsZero || !s.Tax.IsZero || Find(own, s) is not null)
            .Select(s => s with { TaxPoint = own[0].TaxPoint }).ToEquatableArray();

    internal static TaxShare? Find(EquatableArray<TaxShare> shares, TaxShare like)
    {
        foreach (var share in shares)
            if (IsSame(share, like)) return share;
        return null;
    }

    private static bool IsSame(TaxShare one, TaxShare other) => one.Rate == other.Rate && one.Category == other.Category;

    private static EquatableArray<TaxShare> Cumulated(
        Invoice invoice, EquatableArray<CreditedLine> lines, EquatableArray<CreditedAllowanceCharge> adjustments)
    {
        var taxable = new List<TaxableLine>(lines.Count + adjustments.Count);
        var deducted = new List<TaxShare>();
        foreach (var credited in lines)
        {
            var line = invoice.Lines[credited.Line - 1];
            if (line.Prepayment is { } prepayment) deducted.Add(Deducted(line, prepayment, credited, invoice.TaxPoint));
            else taxable.Add(DraftTax.Taxable(credited.Net, line.Tax));
        }
        foreach (var credited in adjustments)
        {
            var item = invoice.AllowancesCharges[credited.Position - 1];
            taxable.Add(DraftTax.Taxable(item.IsCharge ? credited.Amount : -credited.Amount, item.Tax!));
        }
        var shares = TaxBreakdown.Compute(taxable.ToArray(), invoice.Content.Draft.Computation, invoice.Currency)
            .At(invoice.TaxPoint);
        return deducted.Count == 0 ? shares : Add(shares, [.. deducted]);
    }

    private static TaxShare Deducted(
        InvoiceLine line, DeductedPrepayment prepayment, CreditedLine credited, LocalDate taxPoint) => new()
    {
        Category = line.Tax.Category,
        Rate = line.Tax.Rate,
        Base = credited.Net,
        Tax = line.Net.IsZero
            ? Money.Zero(line.Net.Currency)
            : Money.FromMinorUnits((long)LargestRemainder.Round(
                (Int128)prepayment.Tax.MinorUnits * credited.Net.MinorUnits, line.Net.MinorUnits), line.Net.Currency),
        TaxPoint = taxPoint,
    };

    private static Money Net(CreditItems items, TaxShare group)
    {
        var net = Money.Zero(group.Base.Currency);
        foreach (var line in items.Lines)
            if (line.Tax.Category == group.Category && line.Tax.Rate == group.Rate) net += line.Net;
        foreach (var part in items.AllowancesCharges)
            if (part.Item.Tax!.Category == group.Category && part.Item.Tax.Rate == group.Rate) net += part.Item.Signed;
        return net;
    }

    // Lines of both signs: a credit of some comes to more than the whole category, and its tax with it, until the others follow.
    private static bool IsBeyond(Money net, Money left) =>
        !net.IsZero && (net.Sign != left.Sign || net.Abs() > left.Abs());

    // Tax never goes against its base, nor beyond what is left; categories of both signs are left alone.
    private static Money Within(Money tax, Money left, Money net)
    {
        var nothing = Money.Zero(tax.Currency);
        if (!net.IsNegative && !left.IsNegative) return Money.Max(nothing, Money.Min(left, tax));
        return net.Sign <= 0 && left.Sign <= 0 ? Money.Min(nothing, Money.Max(left, tax)) : tax;
    }
}
