using System.Numerics;

namespace OrderToCash.Invoicing;

/// <summary>The tax of a draft: lines, allowances and charges; prepayments and prices that include tax bring their own.</summary>
internal static class DraftTax
{
    internal static TaxBreakdown Of(DraftInvoice draft)
    {
        var taxable = new TaxableLine[draft.Lines.Count + draft.AllowancesCharges.Count];
        var isPlain = !draft.PricesIncludeTax;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            taxable[i] = Taxable(line.Net, line.Tax);
            isPlain &= line.Prepayment is null;
        }
        for (var i = 0; i < draft.AllowancesCharges.Count; i++)
            taxable[draft.Lines.Count + i] = Taxable(draft.AllowancesCharges[i].Signed, draft.AllowancesCharges[i].Tax!);
        var computed = TaxBreakdown.Compute(taxable, draft.Computation, draft.Currency);
        return isPlain ? computed : WithOwnTaxes(draft, taxable, computed);
    }

    internal static TaxableLine Taxable(Money net, TaxTreatment tax) =>
        new() { Net = net, Category = tax.Category, Rate = tax.Rate };

    // The base of a group stays the sum of its items; its tax is that of the supplies plus what the deductions bring.
    private static TaxBreakdown WithOwnTaxes(DraftInvoice draft, TaxableLine[] taxable, TaxBreakdown computed)
    {
        var supplies = new List<TaxableLine>(taxable.Length);
        for (var i = 0; i < taxable.Length; i++)
            if (i >= draft.Lines.Count || draft.Lines[i].Prepayment is null) supplies.Add(taxable[i]);
        var taxes = draft.PricesIncludeTax
            ? TaxIncludedPrices.Taxes(draft)
            : TaxBreakdown.Compute(supplies.ToArray(), draft.Computation, draft.Currency).Subtotals
                .ToDictionary(s => (s.Category, s.Rate), s => s.Tax);
        foreach (var line in draft.Lines)
            if (line.Prepayment is { } deducted)
            {
                var group = (line.Tax.Category, line.Tax.Rate);
                taxes[group] = taxes.GetValueOrDefault(group, Money.Zero(draft.Currency)) + deducted.Tax;
            }
        return computed with
        {
            Subtotals = computed.Subtotals.Select(s => s with { Tax = taxes[(s.Category, s.Rate)] }).ToEquatableArray(),
        };
    }
}
