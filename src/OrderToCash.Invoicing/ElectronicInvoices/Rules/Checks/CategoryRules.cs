using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of EN 16931 about tax categories: ten for each (BR-S-01 to BR-AG-10), made from <see cref="CategorySpec"/>, and
/// the extra ones of K and O. By category where a subject has one: position <see cref="TaxKind"/>.
/// </summary>
internal static class CategoryRules
{
    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        .. CategorySpec.All.SelectMany(OfDocument),
        new("BR-IC-11", "BT-72", "delivery.date", (d, in f) => f.Subtotals[TaxKind.IntraCommunity] == 0
                || d.Delivery?.Date is not null || d.Period is { } p && (p.Start ?? p.End) is not null
                    || d.TaxPointCode is not null,
            "Category K needs the day of delivery or an invoicing period."),
        new("BR-IC-12", "BT-80", "delivery.address.country", (d, in f) => f.Subtotals[TaxKind.IntraCommunity] == 0
                || d.Delivery?.Address?.Country is { Length: > 1 },
            "Category K needs the country it was delivered to."),
        new("BR-O-11", "BG-23", "taxBreakdown", (_, in f) => !HasOutOfScope(f) || IsAlone(f.Subtotals),
            "Category O stands alone, but there are other tax subtotals."),
        new("BR-O-12", "BT-151", "lines", (_, in f) => !HasOutOfScope(f) || IsAlone(f.Lines),
            "Category O stands alone, but a line is in another category."),
        new("BR-O-13", "BT-95", "allowancesCharges", (_, in f) => !HasOutOfScope(f) || IsAlone(f.Allowances),
            "Category O stands alone, but an allowance is in another category."),
        new("BR-O-14", "BT-102", "allowancesCharges", (_, in f) => !HasOutOfScope(f) || IsAlone(f.Charges),
            "Category O stands alone, but a charge is in another category."),
    ];

    internal static readonly Rule<DocumentLine>[][] Line = ByKind(OfLine);

    internal static readonly Rule<DocumentAllowanceCharge>[][] Allowance = ByKind(s => OfAllowanceCharge(s, "06", "BT-96"));

    internal static readonly Rule<DocumentAllowanceCharge>[][] Charge = ByKind(s => OfAllowanceCharge(s, "07", "BT-103"));

    internal static readonly Rule<DocumentTaxSubtotal>[][] Subtotal = ByKind(OfSubtotal);

    private static Rule<T>[][] ByKind<T>(Func<CategorySpec, Rule<T>[]> make)
    {
        var rules = new Rule<T>[TaxKind.Count][];
        Array.Fill(rules, []);
        foreach (var spec in CategorySpec.All) rules[spec.Kind] = make(spec);
        return rules;
    }

    private static Rule<InvoiceDocument>[] OfDocument(CategorySpec spec) =>
    [
        spec.Kind == TaxKind.Standard
            ? new("BR-S-01", "BT-118", "taxBreakdown", (_, in f) => f.StandardUses > 0 == f.StandardSubtotals > 0,
                (_, in f) => f.StandardUses > 0
                    ? "Category S is used, but has no tax subtotal."
                    : "Category S has a tax subtotal, but is not used.")
        : spec.IsTaxed
            ? new($"{spec.Prefix}-01", "BT-118", "taxBreakdown", (_, in f) => f.IsUsed(spec.Kind) == f.Subtotals[spec.Kind] > 0,
                (_, in f) => f.IsUsed(spec.Kind)
                    ? $"Category {spec.Code} is used, but has no tax subtotal."
                    : $"Category {spec.Code} has a tax subtotal, but is not used.")
            : new($"{spec.Prefix}-01", "BT-118", "taxBreakdown", (_, in f) =>
                    f.Subtotals[spec.Kind] == 1 || f.Subtotals[spec.Kind] == 0 && !f.IsUsed(spec.Kind),
                (_, in f) => $"Category {spec.Code} needs exactly one tax subtotal, found {f.Subtotals[spec.Kind]}."),
        Ids(spec, "02", (_, in f) => f.Lines[spec.Kind] == 0 || spec.FitsIds(f.Document)),
        Ids(spec, "03", (_, in f) => f.Allowances[spec.Kind] == 0 || spec.FitsIds(f.Document)),
        Ids(spec, "04", (_, in f) => f.Charges[spec.Kind] == 0 || spec.FitsIds(f.Document)),
    ];

    private static Rule<InvoiceDocument> Ids(CategorySpec spec, string number, Holds<InvoiceDocument> holds) =>
        new($"{spec.Prefix}-{number}", "BT-31", "seller.vatId", holds, $"Category {spec.Code} needs {spec.DescribeIds}.");

    private static Rule<DocumentLine>[] OfLine(CategorySpec spec) =>
    [
        new($"{spec.Prefix}-05", "BT-152", "taxRate", (l, in _) => spec.FitsRate(l.TaxRate), (l, in _) => Rate(spec, l.TaxRate)),
    ];

    private static Rule<DocumentAllowanceCharge>[] OfAllowanceCharge(CategorySpec spec, string number, string term) =>
    [
        new($"{spec.Prefix}-{number}", term, "taxRate", (p, in _) => spec.FitsRate(p.TaxRate),
            (p, in _) => Rate(spec, p.TaxRate)),
    ];

    private static string Rate(CategorySpec spec, decimal? found) =>
        $"Category {spec.Code} needs {spec.DescribeRate}; found {Show(found)}.";

    private static Rule<DocumentTaxSubtotal>[] OfSubtotal(CategorySpec spec) =>
    [
        new($"{spec.Prefix}-08", "BT-116", "taxableAmount", (s, in f) => FitsBase(spec, s, f),
            (s, in f) => Expected(BaseOf(spec, s, f) ?? 0, s.TaxableAmount)),
        spec.IsTaxed
            ? new($"{spec.Prefix}-09", "BT-117", "taxAmount", (s, in _) => SubtotalRules.IsNearTaxOfBase(s),
                (s, in _) => SubtotalRules.ExpectedTax(s))
            : new($"{spec.Prefix}-09", "BT-117", "taxAmount", (s, in _) => s.TaxAmount is { Value: 0 },
                (s, in _) => $"Category {spec.Code} has no tax, found {Show(s.TaxAmount)}."),
        new($"{spec.Prefix}-10", "BT-120", "exemptionReason",
            (s, in _) => spec.NeedsReason == (s.ExemptionReason is not null || s.ExemptionReasonCode is not null),
            spec.NeedsReason
                ? $"Category {spec.Code} needs a reason why no tax is charged, as text or as code."
                : $"Category {spec.Code} must not have an exemption reason."),
    ];

    /// <summary>
    /// What lines, allowances and charges of the subtotal's category (and rate, where tax is computed) come to.
    /// </summary>
    internal static decimal? BaseOf(CategorySpec spec, DocumentTaxSubtotal subtotal, in DocumentFacts facts)
    {
        if (!spec.IsTaxed) return facts.Document.Lines.IsEmpty ? null : facts.Base[spec.Kind];
        return subtotal.Rate is { } rate && facts.TryBaseAt(spec.Kind, rate, out var sum) ? sum : null;
    }

    // The official rules leave a window of one unit where tax is computed; standard rate must occur at all, the others not.
    private static bool FitsBase(CategorySpec spec, DocumentTaxSubtotal subtotal, in DocumentFacts facts)
    {
        if (spec.IsTaxed && subtotal.Rate is null) return true;
        if (subtotal.TaxableAmount is not { } taxable) return false;
        if (!spec.IsTaxed) return BaseOf(spec, subtotal, facts) == taxable.Value;
        if (BaseOf(spec, subtotal, facts) is { } expected) return IsWithinUnit(taxable.Value, expected);
        return spec.Kind != TaxKind.Standard && !facts.Document.Lines.IsEmpty && IsWithinUnit(taxable.Value, 0);
    }

    private static bool HasOutOfScope(in DocumentFacts facts) => facts.Subtotals[TaxKind.OutOfScope] > 0;

    private static bool IsAlone(CountByTaxKind counts)
    {
        for (var kind = 0; kind < TaxKind.Count; kind++)
            if (kind != TaxKind.OutOfScope && counts[kind] > 0) return false;
        return true;
    }
}
