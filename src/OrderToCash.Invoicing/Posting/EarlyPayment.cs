namespace OrderToCash.Invoicing;

/// <summary>What early-payment discounts are computed on, and how each falls on categories and rates.</summary>
internal static class EarlyPayment
{
    /// <summary>The part of the document that may be discounted; without tax where the tax stays.</summary>
    internal static EquatableArray<TaxShare> Eligible(DraftInvoice draft)
    {
        var eligible = draft with
        {
            Lines = draft.Lines.Any(l => l.NotDiscountable)
                ? draft.Lines.Where(l => !l.NotDiscountable).ToEquatableArray()
                : draft.Lines,
            AllowancesCharges = draft.AllowancesCharges.Where(a => !a.NotDiscountable).ToEquatableArray(),
        };
        var shares = eligible.Breakdown().At(draft.TaxPoint);
        return draft.DiscountTax == DiscountTaxMode.Included
            ? shares
            : shares.Select(s => s with { Tax = Money.Zero(draft.Currency) }).ToEquatableArray();
    }

    /// <summary>The instalments with the shares of their discounts.</summary>
    internal static EquatableArray<Instalment> WithShares(EquatableArray<Instalment> instalments, DraftInvoice draft)
    {
        if (!HasDiscounts(instalments)) return instalments;
        var eligible = Eligible(draft);
        return instalments.Select(i => i.Discounts.IsEmpty ? i : i with
        {
            Discounts = i.Discounts.Select(d => d with { TaxShares = SharesOf(d.Discount, eligible) }).ToEquatableArray(),
        }).ToEquatableArray();
    }

    /// <summary>True when stored instalments are these; discounts stored before shares were kept have none.</summary>
    internal static bool AreSame(EquatableArray<Instalment> stored, EquatableArray<Instalment> computed)
    {
        if (stored == computed) return true;
        return HasDiscounts(stored) && stored.Count == computed.Count
            && stored.SequenceEqual(computed.Select((c, i) => c with
            {
                Discounts = c.Discounts.Select((d, k) => stored[i].Discounts[k].TaxShares.IsEmpty ? d with { TaxShares = [] } : d)
                    .ToEquatableArray(),
            }));
    }

    private static bool HasDiscounts(EquatableArray<Instalment> instalments)
    {
        foreach (var instalment in instalments)
            if (!instalment.Discounts.IsEmpty) return true;
        return false;
    }

    private static EquatableArray<TaxShare> SharesOf(Money discount, EquatableArray<TaxShare> eligible)
    {
        var weights = new long[eligible.Count * 2];
        for (var i = 0; i < eligible.Count; i++)
            (weights[2 * i], weights[2 * i + 1]) = (eligible[i].Base.MinorUnits, eligible[i].Tax.MinorUnits);
        var parts = LargestRemainder.Share(weights, discount.MinorUnits);
        return eligible.Select((s, i) => s with
        {
            Base = Money.FromMinorUnits(parts[2 * i], discount.Currency),
            Tax = Money.FromMinorUnits(parts[2 * i + 1], discount.Currency),
        }).Where(s => !s.Base.IsZero || !s.Tax.IsZero).ToEquatableArray();
    }
}
