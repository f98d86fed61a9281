using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about a tax subtotal (BG-23), whatever its category.</summary>
internal static class SubtotalRules
{
    internal static readonly Rule<DocumentTaxSubtotal>[] All =
    [
        new("BR-45", "BT-116", "taxableAmount", (s, in _) => s.TaxableAmount is not null, "The taxable amount is missing."),
        new("BR-46", "BT-117", "taxAmount", (s, in _) => s.TaxAmount is not null, "The tax amount is missing."),
        new("BR-47", "BT-118", "category", (s, in _) =>
            s.Category is not null && IsVat(s.TaxScheme), "The VAT category is missing."),
        new("BR-48", "BT-119", "rate", (s, in _) => IsVat(s.TaxScheme) && (s.Rate is not null || Is(s.Category, "O")),
            "The VAT rate is missing."),
        new("BR-CO-17", "BT-117", "taxAmount", (s, in _) => IsTaxOfBase(s), (s, in _) => ExpectedTax(s)),
        TotalRules.Decimals<DocumentTaxSubtotal>("BR-DEC-19", "BT-116", "taxableAmount",
            (s, in _) => HasAtMostTwoDecimals(s.TaxableAmount)),
        TotalRules.Decimals<DocumentTaxSubtotal>("BR-DEC-20", "BT-117", "taxAmount", (s, in _) =>
            HasAtMostTwoDecimals(s.TaxAmount)),
        new("BR-CL-17", "BT-118", "category", (s, in _) => s.Category is not { } c || CodeLists.TaxCategories.Has(c),
            (s, in _) => CodeRules.Unlisted(s.Category, "UNTDID 5305")),
        new("BR-CL-22", "BT-121", "exemptionReasonCode", (s, in _) => s.ExemptionReasonCode is not { } c || IsVatex(c),
            (s, in _) => CodeRules.Unlisted(s.ExemptionReasonCode, "the CEF VATEX list")),
    ];

    /// <summary>The tax is within one unit of base x rate, both without their signs: what the official rules ask.</summary>
    internal static bool IsNearTaxOfBase(DocumentTaxSubtotal subtotal) =>
        subtotal is { TaxAmount: { } tax, TaxableAmount: { } taxable, Rate: { } rate }
        && IsWithinUnit(Math.Abs(tax.Value), Round2(Math.Abs(taxable.Value) * rate / 100));

    internal static string ExpectedTax(DocumentTaxSubtotal subtotal) => subtotal is { TaxableAmount: { } taxable, Rate: { } rate }
        ? $"{Show(rate)} % of {Show(taxable.Value)} is {Show(Round2(taxable.Value * rate / 100))}, "
            + $"found {Show(subtotal.TaxAmount)}."
        : $"Without a taxable amount or a rate there can't be a tax of {Show(subtotal.TaxAmount)}.";

    // The official rule rounds rate and tax to whole numbers before it compares them with zero, halves up.
    private static bool IsTaxOfBase(DocumentTaxSubtotal subtotal)
    {
        if (IsVat(subtotal.TaxScheme) && subtotal.Rate is { } rate && RoundUp(rate) != 0) return IsNearTaxOfBase(subtotal);
        return subtotal.TaxAmount is { } tax && RoundUp(tax.Value) == 0;
    }

    private static decimal RoundUp(decimal value) => decimal.Floor(value + 0.5m);

    private static bool IsVatex(string code)
    {
        var text = code.AsSpan().Trim();
        if (text.Length > 64) return false;
        Span<char> upper = stackalloc char[64];
        return CodeLists.Vatex.Has(upper[..text.ToUpperInvariant(upper)]);
    }
}
