using OrderToCash.Invoicing;

namespace OrderToCash.Benchmarks.Peers;

/// <summary>What a good programmer writes in an hour: the totals and the breakdown of a document, in LINQ.</summary>
internal static class HandWrittenDocumentCheck
{
    internal static bool Check(InvoiceDocument d)
    {
        var totals = d.Totals!;
        var lines = d.Lines.Sum(l => l.Net!.Value.Value);
        var allowances = d.AllowancesCharges.Where(p => p.IsCharge == false).Sum(p => p.Amount!.Value.Value);
        var charges = d.AllowancesCharges.Where(p => p.IsCharge == true).Sum(p => p.Amount!.Value.Value);
        var groups = d.Lines.GroupBy(l => (l.TaxCategory, l.TaxRate)).ToDictionary(g => g.Key, g => g.Sum(l => l.Net!.Value.Value));
        var breakdown = d.TaxBreakdown.All(s => groups[(s.Category, s.Rate)] == s.TaxableAmount!.Value.Value
            && Math.Round(s.TaxableAmount.Value.Value * s.Rate!.Value / 100, 2, MidpointRounding.AwayFromZero) == s.TaxAmount!.Value.Value);
        var tax = d.TaxBreakdown.Sum(s => s.TaxAmount!.Value.Value);
        return breakdown && totals.LineNet!.Value.Value == lines && totals.Net!.Value.Value == lines - allowances + charges
            && totals.Tax!.Value.Value == tax && totals.Gross!.Value.Value == totals.Net.Value.Value + tax
            && totals.Payable!.Value.Value == totals.Gross.Value.Value - (totals.Prepaid?.Value ?? 0) + (totals.Rounding?.Value ?? 0)
            && d.Lines.All(l => l.Net!.Value.Value == Math.Round(l.Quantity!.Value * l.Price!.Net!.Value.Value, 2, MidpointRounding.AwayFromZero));
    }
}
