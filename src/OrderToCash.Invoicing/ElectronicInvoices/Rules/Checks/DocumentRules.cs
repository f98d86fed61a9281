using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about the document as a whole: what must be there.</summary>
internal static class DocumentRules
{
    internal static readonly Rule<InvoiceDocument>[] All =
    [
        new("BR-01", "BT-24", "specificationId", (d, in _) =>
            IsFilled(d.SpecificationId), "The specification identifier is missing."),
        new("BR-02", "BT-1", "number", (d, in _) => IsFilled(d.Number), "The invoice number is missing."),
        new("BR-03", "BT-2", "issueDate", (d, in _) => d.IssueDate is not null, "The date of issue is missing."),
        new("BR-04", "BT-3", "typeCode", (d, in _) => IsFilled(d.TypeCode), "The invoice type code is missing."),
        new("BR-05", "BT-5", "currency", (d, in _) => IsFilled(d.Currency), "The invoice currency is missing."),
        new("BR-06", "BT-27", "seller.name", (d, in _) => IsFilled(d.Seller?.Name), "The name of the seller is missing."),
        new("BR-07", "BT-44", "buyer.name", (d, in _) => IsFilled(d.Buyer?.Name), "The name of the buyer is missing."),
        new("BR-08", "BG-5", "seller.address", (d, in _) =>
            d.Seller?.Address is not null, "The address of the seller is missing."),
        new("BR-09", "BT-40", "seller.address.country", (d, in _) => d.Seller?.Address is not { } a || IsFilled(a.Country),
            "The country of the seller is missing."),
        new("BR-10", "BG-8", "buyer.address", (d, in _) => d.Buyer?.Address is not null, "The address of the buyer is missing."),
        new("BR-11", "BT-55", "buyer.address.country", (d, in _) => d.Buyer?.Address is not { } a || IsFilled(a.Country),
            "The country of the buyer is missing."),
        new("BR-12", "BT-106", "totals.lineNet", (d, in _) => d.Totals is not { } t || t.LineNet is not null,
            "The sum of the line nets is missing."),
        new("BR-13", "BT-109", "totals.net", (d, in _) => d.Totals is not { } t || t.Net is not null,
            "The total without tax is missing."),
        new("BR-14", "BT-112", "totals.gross", (d, in _) => d.Totals is not { } t || t.Gross is not null,
            "The total with tax is missing."),
        new("BR-15", "BT-115", "totals.payable", (d, in _) => d.Totals is not { } t || t.Payable is not null,
            "The amount due is missing."),
        new("BR-16", "BG-25", "lines", (d, in _) => !d.Lines.IsEmpty, "There are no lines."),
        new("BR-17", "BT-59", "payee.name", (d, in _) =>
            d.Payee is not { } p || p.Name is not null && IsOtherThanSeller(p, d.Seller),
            "The payee needs a name, and must be another party than the seller."),
        new("BR-18", "BT-62", "taxRepresentative.name",
            (d, in _) => d.TaxRepresentative is not { } r || IsFilled(r.Name), "The name of the tax representative is missing."),
        new("BR-19", "BG-12", "taxRepresentative.address",
            (d, in _) => d.TaxRepresentative is not { Address: null }, "The address of the tax representative is missing."),
        new("BR-20", "BT-69", "taxRepresentative.address.country",
            (d, in _) => d.TaxRepresentative?.Address is not { } a || IsFilled(a.Country),
            "The country of the tax representative is missing."),
        new("BR-29", "BT-74", "period.end", (d, in _) => IsInOrder(d.Period), "The invoicing period ends before it starts."),
        new("BR-52", "BT-18", "invoicedObject", (d, in _) => d.InvoicedObject is not { } o || IsFilled(o.Value),
            "The invoiced object has no identifier."),
        new("BR-53", "BT-111", "totals.taxInTaxCurrency", (d, in _) => d.TaxCurrency is null || HasTaxIn(d),
            "There is a tax currency, but no total tax in it."),
        new("BR-56", "BT-63", "taxRepresentative.vatId", (d, in _) => d.TaxRepresentative is not { VatId: null },
            "The VAT id of the tax representative is missing."),
        new("BR-57", "BT-80", "delivery.address.country", (d, in _) => d.Delivery?.Address is not { Country: null },
            "The country of the delivery address is missing."),
        new("BR-62", "BT-34-1", "seller.endpoint.scheme", (d, in _) => d.Seller?.Endpoint is not { Scheme: null },
            "The electronic address of the seller has no scheme."),
        new("BR-63", "BT-49-1", "buyer.endpoint.scheme", (d, in _) => d.Buyer?.Endpoint is not { Scheme: null },
            "The electronic address of the buyer has no scheme."),
        new("BR-66", "BG-18", "paymentInstructions", (d, in _) => CountCards(d) <= 1, "There is more than one payment card."),
        new("BR-67", "BG-19", "paymentInstructions", (d, in _) => CountMandates(d) <= 1, "There is more than one direct debit."),
        new("BR-CO-03", "BT-7", "taxPointCode", (d, in _) => d.TaxPointDate is null || d.TaxPointCode is null,
            "There is a tax point date and a tax point code; only one may be."),
        new("BR-CO-18", "BG-23", "taxBreakdown", (d, in _) => !d.TaxBreakdown.IsEmpty, "There is no tax breakdown."),
        new("BR-CO-19", "BG-14", "period", (d, in _) =>
                d.Period is not { } p || p.Start is not null || p.End is not null || d.TaxPointCode is not null,
            "The invoicing period has neither a start nor an end."),
        new("BR-CO-25", "BT-9", "dueDate", (d, in _) =>
                d.IsCreditNote || d.Totals?.Payable is not { Value: > 0 } || d.DueDate is not null || d.PaymentTerms is not null,
            "Money is due, but there is neither a due date nor payment terms."),
        new("BR-CO-26", "BT-29", "seller", (d, in _) => d.Seller is not { } s
                || s.VatId is not null || s.LegalId?.Value is not null || HasIdentifier(s),
            "The seller has no identifier, no legal registration and no VAT id."),
        new("BR-B-01", "BT-118", "taxBreakdown", (d, in f) => !HasSplitPayment(f) || IsItalian(d),
            "Split payment is for domestic Italian invoices; another country occurs."),
        new("BR-B-02", "BT-151", "lines", (_, in f) => !HasSplitPayment(f) || !f.IsUsed(TaxKind.Standard),
            "Split payment (B) and standard rate (S) occur together."),
    ];

    internal static bool IsInOrder(DocumentPeriod? period) =>
        period is not { Start: { } start, End: { } end } || end >= start;

    private static bool IsOtherThanSeller(DocumentParty payee, DocumentParty? seller)
    {
        if (seller is null) return true;
        if (payee.Name == seller.TradingName) return false;
        foreach (var id in payee.Ids)
            foreach (var known in seller.Ids)
                if (id.Value is not null && id.Value == known.Value) return false;
        return true;
    }

    private static bool HasIdentifier(DocumentParty party)
    {
        foreach (var id in party.Ids)
            if (id.Value is not null) return true;
        return false;
    }

    private static bool HasTaxIn(InvoiceDocument document) =>
        document.Totals?.TaxInTaxCurrency is { } accounting
            && (accounting.Currency is null || accounting.Currency == document.TaxCurrency)
        || document.Totals?.Tax is { } tax && (tax.Currency ?? document.Currency) == document.TaxCurrency;

    private static int CountCards(InvoiceDocument document)
    {
        var count = 0;
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.Card is not null) count++;
        return count;
    }

    private static int CountMandates(InvoiceDocument document)
    {
        var count = 0;
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.DirectDebit is not null) count++;
        return count;
    }

    private static bool HasSplitPayment(in DocumentFacts facts) =>
        facts.Subtotals[TaxKind.SplitPayment] > 0 || facts.IsUsed(TaxKind.SplitPayment);

    private static bool IsItalian(InvoiceDocument document)
    {
        foreach (var line in document.Lines)
            if (line.Item?.OriginCountry is { } origin && origin != "IT") return false;
        return IsItalian(document.Seller?.Address) && IsItalian(document.Buyer?.Address) && IsItalian(document.Payee?.Address)
            && IsItalian(document.TaxRepresentative?.Address) && IsItalian(document.Delivery?.Address);
    }

    private static bool IsItalian(DocumentAddress? address) => address?.Country is null or "IT";
}
