using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of Peppol BIS Billing 3 (3.0.21, May 2026) that hold in every country. XRechnung takes most of them over
/// (itplr-kosit/xrechnung-schematron, docs/peppol-rules).
/// </summary>
internal static class PeppolRules
{
    internal const RuleSets Both = RuleSets.Peppol | RuleSets.XRechnung;
    private const string Process = "urn:fdc:peppol.eu:2017:poacc:billing:";

    private static readonly CodeList InvoiceTypes = new("""
        71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877
        """);

    private static readonly CodeList CreditNoteTypes = new("381 396 81 83 532");

    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        new("PEPPOL-EN16931-R001", "BT-23", "profileId", (d, in _) => d.ProfileId is not null, "The business process is missing.")
            { Sets = Both },
        new("PEPPOL-EN16931-R002", "BG-1", "notes", (d, in _) => d.Notes.Count <= 1 || NationalRules.IsGerman(d),
            (d, in _) => $"There may be one note, found {Show(d.Notes.Count)}.") { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-R003", "BT-10", "buyerReference", (d, in _) =>
                d.BuyerReference is not null || d.PurchaseOrderReference is not null,
            "There is neither a buyer reference nor the number of the buyer's order.") { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-R004", "BT-24", "specificationId", (d, in _) => IsPeppolId(d.SpecificationId),
            (d, in _) => $"The specification identifier {Show(d.SpecificationId)} is not that of Peppol BIS Billing 3.")
            { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-R005", "BT-6", "taxCurrency", (d, in _) =>
                d.TaxCurrency is null || !d.TaxCurrency.AsSpan().Trim().SequenceEqual(d.Currency.AsSpan().Trim()),
            "The tax currency is that of the invoice: leave it out.") { Sets = Both },
        new("PEPPOL-EN16931-R007", "BT-23", "profileId", (d, in _) => ProcessOf(d).Length == 2,
            (d, in _) => $"The business process {Show(d.ProfileId)} is not of the form {Process}NN:1.0.")
            { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-R008", "BG-0", "", (d, in _) => EmptyTerms.FirstIn(d) is null,
            (d, in _) => $"{EmptyTerms.FirstIn(d)} is there, but empty.") { Sets = Both },
        new("PEPPOL-EN16931-R010", "BT-49", "buyer.endpoint", (d, in _) => d.Buyer is not { } b || b.Endpoint?.Value is not null,
            "The electronic address of the buyer is missing.") { Sets = Both },
        new("PEPPOL-EN16931-R020", "BT-34", "seller.endpoint", (d, in _) =>
            d.Seller is not { } s || s.Endpoint?.Value is not null,
            "The electronic address of the seller is missing.") { Sets = Both },
        new("PEPPOL-EN16931-R053", "BG-23", "taxBreakdown", (d, in _) => !d.TaxBreakdown.IsEmpty, "There is no tax breakdown.")
            { Sets = Both },
        new("PEPPOL-EN16931-R054", "BT-111", "totals.taxInTaxCurrency", (d, in _) =>
                d.TaxCurrency is not null == d.Totals?.TaxInTaxCurrency is not null,
            "The total tax in the tax currency must be there exactly when there is a tax currency.") { Sets = Both },
        new("PEPPOL-EN16931-R055", "BT-111", "totals.taxInTaxCurrency", (d, in _) => d.TaxCurrency is null
                || d.Totals is { Tax: { } tax, TaxInTaxCurrency: { } other }
                    && Math.Sign(tax.Value) * Math.Sign(other.Value) >= 0,
            "The total tax and the total tax in the tax currency have different signs.") { Sets = Both },
        new("PEPPOL-EN16931-P0100", "BT-3", "typeCode", (d, in _) =>
                d.IsCreditNote || d.TypeCode is not { } c || !IsBilling(d) || InvoiceTypes.Has(c),
            (d, in _) => CodeRules.Unlisted(d.TypeCode, "the invoice types of Peppol BIS Billing 3")) { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-P0101", "BT-3", "typeCode", (d, in _) =>
                !d.IsCreditNote || d.TypeCode is not { } c || !IsBilling(d) || CreditNoteTypes.Has(c),
            (d, in _) => CodeRules.Unlisted(d.TypeCode,
                "the credit note types of Peppol BIS Billing 3")) { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-P0112", "BT-3", "typeCode", (d, in _) => d.IsCreditNote
                || !(Is(d.TypeCode, "326") || Is(d.TypeCode, "384")) || NationalRules.IsGerman(d),
            "Invoice types 326 and 384 are for invoices from Germany to Germany only.") { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-CL006", "BT-8", "taxPointCode", (d, in _) =>
            d.TaxPointCode is not { } c || CodeLists.TaxPoints.Has(c),
            (d, in _) => CodeRules.Unlisted(d.TaxPointCode, "the tax point codes 3, 35 and 432")) { Sets = RuleSets.Peppol },
    ];

    internal static readonly Rule<DocumentLine>[] Line =
    [
        new("PEPPOL-EN16931-R046", "BT-146", "price.net", (l, in _) => l.Price is not { Gross: { } gross, Net: { } net } price
                || net.Value == gross.Value - (price.Discount?.Value ?? 0),
            (l, in _) => $"Gross price {Show(l.Price!.Gross)} less {Show(l.Price.Discount)} is not {Show(l.Price.Net)}.")
            { Sets = Both },
        new("PEPPOL-EN16931-R110", "BT-134", "period.start", (l, in f) =>
                l.Period?.Start is not { } start || f.Document.Period?.Start is not { } first || start >= first,
            "The period of the line starts before that of the invoice.") { Sets = Both },
        new("PEPPOL-EN16931-R111", "BT-135", "period.end", (l, in f) =>
                l.Period?.End is not { } end || f.Document.Period?.End is not { } last || end <= last,
            "The period of the line ends after that of the invoice.") { Sets = Both },
        new("PEPPOL-EN16931-R120", "BT-131", "net", (l, in _) => Math.Abs((l.Net?.Value ?? 0) - UnroundedNetOf(l)) <= 0.02m,
            (l, in _) => Expected(ExactnessRules.NetOf(l), l.Net)) { Sets = Both },
        new("PEPPOL-EN16931-R121", "BT-149", "price.baseQuantity", (l, in _) => l.Price?.BaseQuantity is not <= 0,
            (l, in _) => $"The price is for {Show(l.Price!.BaseQuantity)} units; it must be more than zero.") { Sets = Both },
        new("PEPPOL-EN16931-R130", "BT-150", "price.baseQuantityUnit", (l, in _) =>
                l.Price?.BaseQuantityUnit is not { } unit || l.Quantity is null || unit == l.Unit,
            (l, in _) => $"The price is for {Show(l.Price!.BaseQuantityUnit)}, the quantity in {Show(l.Unit)}.") { Sets = Both },
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] AllowanceCharge =
    [
        new("PEPPOL-EN16931-R040", "BT-92", "amount", (p, in _) => p is not { Percent: { } percent, BaseAmount: { } part }
                || Math.Abs((p.Amount?.Value ?? 0) - part.Value * percent / 100) <= 0.02m,
            (p, in _) => Expected(Round2(p.BaseAmount!.Value.Value * p.Percent!.Value / 100), p.Amount)) { Sets = Both },
        new("PEPPOL-EN16931-R041", "BT-93", "baseAmount", (p, in _) => p.Percent is null || p.BaseAmount is not null,
            "There is a percentage, but not what it is of.") { Sets = Both },
        new("PEPPOL-EN16931-R042", "BT-94", "percent", (p, in _) => p.BaseAmount is null || p.Percent is not null,
            "There is a base amount, but no percentage of it.") { Sets = Both },
        new("PEPPOL-EN16931-R043", "BG-20", "isCharge", (p, in _) => p.IsCharge is not null,
            "It does not say whether it is an allowance or a charge.") { Sets = Both },
        new("PEPPOL-EN16931-CL002", "BT-98", "reasonCode", (p, in _) =>
                p.IsCharge != false || p.ReasonCode is not { } c || CodeLists.AllowanceReasons.Has(c),
            (p, in _) => CodeRules.Unlisted(p.ReasonCode, "UNTDID 5189")) { Sets = RuleSets.Peppol },
        new("PEPPOL-EN16931-CL003", "BT-105", "reasonCode", (p, in _) =>
                p.IsCharge != true || p.ReasonCode is not { } c || CodeLists.ChargeReasons.Has(c),
            (p, in _) => CodeRules.Unlisted(p.ReasonCode, "UNTDID 7161")) { Sets = RuleSets.Peppol },
    ];

    internal static readonly Rule<PaymentInstruction>[] Payment =
    [
        new("PEPPOL-EN16931-R061", "BT-89", "directDebit.mandateReference", (p, in _) =>
                !(Is(p.MeansCode, "49") || Is(p.MeansCode, "59")) || p.DirectDebit?.MandateReference is not null,
            "A direct debit needs the reference of the mandate.") { Sets = Both },
    ];

    internal static readonly Rule<SupportingDocument>[] Attachment =
    [
        new("PEPPOL-EN16931-CL001", "BT-125-1", "mimeCode", (a, in _) =>
            a.MimeCode is not { } m || CodeLists.MimeTypes.Has(m.AsSpan()),
            (a, in _) => CodeRules.Unlisted(a.MimeCode, "the media types of Peppol BIS Billing 3")) { Sets = RuleSets.Peppol },
    ];

    internal static readonly Rule<DocumentTaxSubtotal>[] Subtotal =
    [
        Reason("P0104", "VATEX-EU-G", "G"),
        Reason("P0105", "VATEX-EU-O", "O"),
        Reason("P0106", "VATEX-EU-IC", "K"),
        Reason("P0107", "VATEX-EU-AE", "AE"),
        Reason("P0108", "VATEX-EU-D", "E"),
        Reason("P0109", "VATEX-EU-F", "E"),
        Reason("P0110", "VATEX-EU-I", "E"),
        Reason("P0111", "VATEX-EU-J", "E"),
    ];

    internal static readonly Rule<DocumentId>[] Endpoint =
    [
        new("PEPPOL-EN16931-CL008", "BT-34-1", "scheme", (i, in _) => i.Scheme is not { } s || CodeLists.PeppolEas.Has(s),
            (i, in _) => CodeRules.Unlisted(i.Scheme, "the electronic address schemes of Peppol")) { Sets = RuleSets.Peppol },
    ];

    private static Rule<DocumentTaxSubtotal> Reason(string number, string vatex, string category) =>
        new($"PEPPOL-EN16931-{number}", "BT-118", "category",
            (s, in _) => !IsAnyCase(s.ExemptionReasonCode, vatex) || Is(s.Category, category),
            (s, in _) => $"{vatex} belongs to category {category}, found {Show(s.Category)}.") { Sets = RuleSets.Peppol };

    private static bool IsPeppolId(string? id) =>
        id.AsSpan().Trim().StartsWith(InvoiceProfile.PeppolBilling3.SpecificationId)
            && !id!.Contains("::", StringComparison.Ordinal);

    private static bool IsBilling(InvoiceDocument document) => ProcessOf(document) is "01" or "02";

    // The two digits of the process; empty when it has another form.
    private static ReadOnlySpan<char> ProcessOf(InvoiceDocument document)
    {
        var id = document.ProfileId.AsSpan();
        var at = id.IndexOf(Process);
        if (at < 0) return default;
        var rest = id[(at + Process.Length)..];
        return rest.Length >= 6 && IsDigits(rest[..2]) && rest[2..].StartsWith(":1.0") ? rest[..2] : default;
    }

    private static decimal UnroundedNetOf(DocumentLine line)
    {
        var (allowances, charges) = (0m, 0m);
        foreach (var part in line.AllowancesCharges)
            if (part.IsCharge == true) charges += part.Amount?.Value ?? 0;
            else if (part.IsCharge == false) allowances += part.Amount?.Value ?? 0;
        var price = line.Price?.Net?.Value ?? 0;
        return ExactnessRules.Multiplied(line.Quantity ?? 1, price,
            line.Price?.BaseQuantity) + Round2(charges) - Round2(allowances);
    }
}
