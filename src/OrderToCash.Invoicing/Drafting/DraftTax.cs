using System.Runtime.CompilerServices;

namespace OrderToCash.Invoicing;

/// <summary>The tax of a draft: lines, allowances and charges; prepayments and prices that include tax bring their own.</summary>
internal static class DraftTax
{
    internal static TaxBreakdown Of(DraftInvoice draft)
    {
        var items = draft.AllowancesCharges.AsSpan();
        var count = draft.Lines.Count + items.Length;
        var few = default(FewLines);
        Span<TaxableLine> taxable = count <= FewLines.Most ? ((Span<TaxableLine>)few)[..count] : new TaxableLine[count];
        var isPlain = !draft.PricesIncludeTax;
        var at = 0;
        foreach (var line in draft.Lines.AsSpan())
        {
            taxable[at++] = Taxable(line.Net, line.Tax);
            isPlain &= line.Prepayment is null;
        }
        foreach (var item in items) taxable[at++] = Taxable(item.Signed, item.Tax!);
        var computed = TaxBreakdown.Compute(taxable, draft.Computation, draft.Currency);
        return isPlain ? computed : WithOwnTaxes(draft, taxable, computed);
    }

    internal static TaxableLine Taxable(Money net, TaxTreatment tax) =>
        new() { Net = net, Category = tax.Category, Rate = tax.Rate };

    // The base of a group stays the sum of its items; its tax is that of the supplies plus what the deductions bring.
    private static TaxBreakdown WithOwnTaxes(DraftInvoice draft, ReadOnlySpan<TaxableLine> taxable, TaxBreakdown computed)
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

    // Most documents have few lines: theirs stay on the stack.
    [InlineArray(Most)]
    private struct FewLines
    {
        internal const int Most = 16;

        private TaxableLine line;
    }
}
