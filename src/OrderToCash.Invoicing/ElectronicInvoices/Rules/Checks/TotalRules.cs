using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about the totals (BG-22): they add up, and have at most two decimals.</summary>
internal static class TotalRules
{
    internal static readonly Rule<InvoiceDocument>[] All =
    [
        new("BR-CO-10", "BT-106", "totals.lineNet",
            (_, in f) => f.Totals is not { } t || t.LineNet?.Value == Round2(f.LineNet),
            (_, in f) => Expected(Round2(f.LineNet), f.Totals!.LineNet)),
        new("BR-CO-11", "BT-107", "totals.allowances",
            (_, in f) => f.Totals is not { } t || IsSum(t.Allowances, f.Allowance, f.AllowanceCount),
            (_, in f) => Expected(Round2(f.Allowance), f.Totals!.Allowances)),
        new("BR-CO-12", "BT-108", "totals.charges",
            (_, in f) => f.Totals is not { } t || IsSum(t.Charges, f.Charge, f.ChargeCount),
            (_, in f) => Expected(Round2(f.Charge), f.Totals!.Charges)),
        new("BR-CO-13", "BT-109", "totals.net",
            (_, in f) => f.Totals is not { } t || t.Net is { } net && NetOf(t) == net.Value,
            (_, in f) => NetOf(f.Totals!) is { } net ? Expected(net, f.Totals!.Net) : "The sum of the line nets is missing."),
        new("BR-CO-14", "BT-110", "totals.tax",
            (d, in f) => d.TaxBreakdown.IsEmpty || f.Totals?.Tax?.Value == Round2(f.Tax) || IsWithoutTax(f),
            (_, in f) => Expected(Round2(f.Tax), f.Totals?.Tax)),
        new("BR-CO-15", "BT-112", "totals.gross",
            (d, in f) => d.Currency is null || IsWithoutTax(f)
                || f.Totals is { Gross: { } gross } t && GrossOf(t, d.Currency) == gross.Value,
            (d, in f) => f.Totals is { } t && GrossOf(t, d.Currency) is { } gross
                ? Expected(gross, t.Gross)
                : "Total with tax, total without tax and total tax in the invoice currency must all be there."),
        new("BR-CO-16", "BT-115", "totals.payable",
            (_, in f) => f.Totals is not { } t || IsPayable(t),
            (_, in f) => f.Totals is { Gross: { } gross } t
                ? Expected(Round2(gross.Value - (t.Prepaid?.Value ?? 0)) + (t.Rounding?.Value ?? 0), t.Payable)
                : "The total with tax is missing."),
        Decimals<InvoiceDocument>("BR-DEC-09", "BT-106", "totals.lineNet", (_, in f) => HasAtMostTwoDecimals(f.Totals?.LineNet)),
        Decimals<InvoiceDocument>("BR-DEC-10", "BT-107", "totals.allowances", (_, in f) =>
            HasAtMostTwoDecimals(f.Totals?.Allowances)),
        Decimals<InvoiceDocument>("BR-DEC-11", "BT-108", "totals.charges", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Charges)),
        Decimals<InvoiceDocument>("BR-DEC-12", "BT-109", "totals.net", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Net)),
        Decimals<InvoiceDocument>("BR-DEC-13", "BT-110", "totals.tax", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Tax)),
        Decimals<InvoiceDocument>("BR-DEC-14", "BT-112", "totals.gross", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Gross)),
        Decimals<InvoiceDocument>("BR-DEC-15", "BT-111", "totals.taxInTaxCurrency", (_, in f) =>
            HasAtMostTwoDecimals(f.Totals?.TaxInTaxCurrency)),
        Decimals<InvoiceDocument>("BR-DEC-16", "BT-113", "totals.prepaid", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Prepaid)),
        Decimals<InvoiceDocument>("BR-DEC-17", "BT-114", "totals.rounding", (_, in f) =>
            HasAtMostTwoDecimals(f.Totals?.Rounding)),
        Decimals<InvoiceDocument>("BR-DEC-18", "BT-115", "totals.payable", (_, in f) => HasAtMostTwoDecimals(f.Totals?.Payable)),
    ];

    internal static Rule<T> Decimals<T>(string id, string term, string field, Holds<T> holds) =>
        new(id, term, field, holds, "The amount has more than two decimals.");

    private static bool IsSum(DocumentAmount? total, decimal sum, int count) =>
        total is { } found ? found.Value == Round2(sum) : count == 0;

    private static decimal? NetOf(DocumentTotals totals)
    {
        if (totals.LineNet is not { } lines) return null;
        if (totals.Charges is null && totals.Allowances is null) return lines.Value;
        return Round2(lines.Value + (totals.Charges?.Value ?? 0) - (totals.Allowances?.Value ?? 0));
    }

    // The total tax counts when it is in the invoice currency; CII writes no currency on most amounts.
    private static decimal? GrossOf(DocumentTotals totals, string? currency) =>
        totals is { Net: { } net, Tax: { } tax } && (tax.Currency is null || tax.Currency == currency)
            ? Round2(net.Value + tax.Value)
            : null;

    // CII, which writes no currency on totals, may leave out a total tax of nothing; UBL may not.
    private static bool IsWithoutTax(in DocumentFacts facts) =>
        facts.Totals is { Tax: null, Net: { Currency: null } net, Gross: { Currency: null } gross }
        && net.Value == gross.Value && facts.Tax == 0 && !facts.Document.TaxBreakdown.IsEmpty;

    private static bool IsPayable(DocumentTotals totals)
    {
        if (totals is not { Payable: { } payable, Gross: { } gross }) return false;
        var due = totals.Prepaid is { } prepaid ? Round2(gross.Value - prepaid.Value) : gross.Value;
        return totals.Rounding is { } rounding ? Round2(payable.Value - rounding.Value) == due : payable.Value == due;
    }
}
