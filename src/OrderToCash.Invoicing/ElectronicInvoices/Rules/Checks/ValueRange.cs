namespace OrderToCash.Invoicing;

/// <summary>Finds values that sums and products could overflow with, before anything is computed.</summary>
internal static class ValueRange
{
    internal static string? FirstBeyond(InvoiceDocument document)
    {
        for (var i = 0; i < document.Lines.Count; i++)
            if (IsBeyond(document.Lines[i])) return $"lines[{i}]";
        for (var i = 0; i < document.AllowancesCharges.Count; i++)
            if (IsBeyond(document.AllowancesCharges[i])) return $"allowancesCharges[{i}]";
        for (var i = 0; i < document.TaxBreakdown.Count; i++)
            if (document.TaxBreakdown[i] is var s && (IsBeyond(s.TaxableAmount) || IsBeyond(s.TaxAmount) || IsBeyond(s.Rate)))
                return $"taxBreakdown[{i}]";
        return document.Totals is { } totals && IsBeyond(totals) ? "totals" : null;
    }

    private static bool IsBeyond(DocumentLine line)
    {
        foreach (var part in line.AllowancesCharges)
            if (IsBeyond(part)) return true;
        return IsBeyond(line.Net) || IsBeyond(line.Quantity) || IsBeyond(line.TaxRate) || line.Price is { } price
            && (IsBeyond(price.Net) || IsBeyond(price.Gross) || IsBeyond(price.Discount) || IsBeyond(price.BaseQuantity)
                || price.BaseQuantity is { } per && per != 0 && Math.Abs(per) < 0.000_000_000_01m);
    }

    private static bool IsBeyond(DocumentAllowanceCharge part) =>
        IsBeyond(part.Amount) || IsBeyond(part.BaseAmount) || IsBeyond(part.Percent) || IsBeyond(part.TaxRate);

    private static bool IsBeyond(DocumentTotals t) =>
        IsBeyond(t.LineNet) || IsBeyond(t.Allowances) || IsBeyond(t.Charges) || IsBeyond(t.Net) || IsBeyond(t.Tax)
        || IsBeyond(t.TaxInTaxCurrency) || IsBeyond(t.Gross) || IsBeyond(t.Prepaid) || IsBeyond(t.Rounding)
            || IsBeyond(t.Payable);

    private static bool IsBeyond(DocumentAmount? amount) => amount is { } a && IsBeyond(a.Value);

    private static bool IsBeyond(decimal? value) => value is > En16931Rules.MaxValue or < -En16931Rules.MaxValue;
}
