using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of this library: figures are exact where the official rules leave a window. They speak only where the official
/// rule beside them is kept, and hold in every document; see <see cref="RuleStrictness"/> for their weight.
/// </summary>
internal static class ExactnessRules
{
    internal const string TaxBase = "O2C-TAX-BASE", TaxAmount = "O2C-TAX-AMOUNT", Line = "O2C-LINE-NET",
        AllowanceCharge = "O2C-ALLOWANCE-CHARGE", Price = "O2C-PRICE", Range = "O2C-RANGE";

    internal static readonly Rule<DocumentTaxSubtotal>[] Subtotals =
    [
        new(TaxBase, "BT-116", "taxableAmount", (s, in f) => IsExactBase(s, f),
            (s, in f) => Expected(BaseOf(s, f) ?? 0, s.TaxableAmount)) { IsExactness = true, Sets = RuleSets.None },
        new(TaxAmount, "BT-117", "taxAmount", (s, in f) => IsExactTax(s, f), (s, in _) => SubtotalRules.ExpectedTax(s))
            { IsExactness = true, Sets = RuleSets.None },
    ];

    internal static readonly Rule<DocumentLine>[] Lines =
    [
        new(Line, "BT-131", "net", (l, in f) => l.Net is not { } net || l.Price?.Net is null || l.Quantity is null
                || NetOf(l) == net.Value || DigitsOf(f.Document.Currency) is var digits and < 2 && NetOf(l, digits) == net.Value,
            (l, in _) => Expected(NetOf(l), l.Net)) { Severity = RuleSeverity.Warning, Sets = RuleSets.None },
        new(Price, "BT-146", "price.net", (l, in _) => IsPriceOfGross(l.Price),
            (l, in _) => $"Gross price {Show(l.Price?.Gross)} less {Show(l.Price?.Discount)} is not {Show(l.Price?.Net)}.")
            { Severity = RuleSeverity.Warning, Sets = RuleSets.None },
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] AllowancesCharges =
    [
        new(AllowanceCharge, "BT-92", "amount",
            (p, in _) => p is not { Amount: { } amount, BaseAmount: { } part, Percent: { } percent }
                || Round2(part.Value * percent / 100) == amount.Value,
            (p, in _) => Expected(Round2(p.BaseAmount!.Value.Value * p.Percent!.Value / 100), p.Amount))
            { Severity = RuleSeverity.Warning, Sets = RuleSets.None },
    ];

    /// <summary>Quantity x price, rounded, with the allowances and charges of the line.</summary>
    internal static decimal NetOf(DocumentLine line, int digits = 2)
    {
        var full = Multiplied(line.Quantity ?? 1, line.Price?.Net?.Value ?? 0, line.Price?.BaseQuantity);
        var net = decimal.Round(full, digits, MidpointRounding.AwayFromZero);
        foreach (var part in line.AllowancesCharges)
            if (part.IsCharge is { } isCharge) net += (isCharge ? 1 : -1) * (part.Amount?.Value ?? 0);
        return net;
    }

    /// <summary>Quantity x price / base quantity, multiplied before it is divided: exact as long as decimal is.</summary>
    internal static decimal Multiplied(decimal quantity, decimal price, decimal? baseQuantity) =>
        baseQuantity is { } per && per != 0 && per != 1 ? quantity * price / per : quantity * price;

    /// <summary>The severity of a broken exactness rule.</summary>
    internal static RuleSeverity SeverityOf(string rule, DocumentTaxSubtotal subtotal, in DocumentFacts facts,
        RuleStrictness strictness)
    {
        if (IsNearEnoughForCredit(rule, subtotal, facts)) return RuleSeverity.Information;
        return strictness == RuleStrictness.Exact ? RuleSeverity.Fatal : RuleSeverity.Warning;
    }

    // A credit note that cites an invoice takes back rounded parts of it: one minor unit a category and rate.
    private static bool IsNearEnoughForCredit(string rule, DocumentTaxSubtotal subtotal, in DocumentFacts facts)
    {
        if (!facts.Document.IsCreditNote || facts.Document.PrecedingInvoices.IsEmpty || rule != TaxAmount) return false;
        if (subtotal is not { TaxAmount: { } tax, TaxableAmount: { } taxable, Rate: { } rate }) return false;
        var digits = DigitsOf(facts.Document.Currency);
        var unit = new decimal(1, 0, 0, false, (byte)digits);
        return Math.Abs(tax.Value - decimal.Round(taxable.Value * rate / 100, digits, MidpointRounding.AwayFromZero)) <= unit;
    }

    private static decimal? BaseOf(DocumentTaxSubtotal subtotal, in DocumentFacts facts)
    {
        foreach (var spec in CategorySpec.All)
            if (spec.IsTaxed && spec.Kind == TaxKind.Of(subtotal.Category)) return CategoryRules.BaseOf(spec, subtotal, facts);
        return null;
    }

    private static bool IsExactBase(DocumentTaxSubtotal subtotal, in DocumentFacts facts) =>
        subtotal.TaxableAmount is not { } taxable || BaseOf(subtotal, facts) is not { } expected
        || expected == taxable.Value || !IsWithinUnit(taxable.Value, expected);

    // Rounded to cents, or to the minor unit of a currency that has fewer decimals.
    private static bool IsExactTax(DocumentTaxSubtotal subtotal, in DocumentFacts facts)
    {
        if (subtotal is not { TaxAmount: { } tax, TaxableAmount: { } taxable, Rate: { } rate }) return true;
        if (!SubtotalRules.IsNearTaxOfBase(subtotal)) return true;
        var exact = taxable.Value * rate / 100;
        return tax.Value == Round2(exact)
            || DigitsOf(facts.Document.Currency) is var digits and < 2
                && tax.Value == decimal.Round(exact, digits, MidpointRounding.AwayFromZero);
    }

    private static bool IsPriceOfGross(DocumentPrice? price) =>
        price is not { Net: { } net, Gross: { } gross } || net.Value == gross.Value - (price.Discount?.Value ?? 0);

    internal static int DigitsOf(string? currency) => Currency.TryOf(currency, out var known) ? Math.Min(2, known.Digits) : 2;
}
