using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about codes on the document; those of lines and payments stand with them.</summary>
internal static class CodeRules
{
    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        new("BR-CL-01", "BT-3", "typeCode", (d, in _) => d.TypeCode is not { } c
                || (d.IsCreditNote ? CodeLists.CreditNoteTypes : CodeLists.InvoiceTypes).Has(c),
            (d, in _) => Unlisted(d.TypeCode, d.IsCreditNote ? "UNTDID 1001 for credit notes" : "UNTDID 1001 for invoices")),
        new("BR-CL-04", "BT-5", "currency", (d, in _) => d.Currency is not { } c || CodeLists.Currencies.Has(c),
            (d, in _) => Unlisted(d.Currency, "ISO 4217")),
        new("BR-CL-05", "BT-6", "taxCurrency", (d, in _) => d.TaxCurrency is not { } c || CodeLists.Currencies.Has(c),
            (d, in _) => Unlisted(d.TaxCurrency, "ISO 4217")),
        new("BR-CL-06", "BT-8", "taxPointCode", (d, in _) => d.TaxPointCode is not { } c || CodeLists.TaxPoints.Has(c),
            (d, in _) => Unlisted(d.TaxPointCode, "the tax point codes 3, 35 and 432")),
        new("BR-CL-07", "BT-18-1", "invoicedObject.scheme", (d, in _) =>
                d.InvoicedObject?.Scheme is not { } s || CodeLists.ReferenceSchemes.Has(s),
            (d, in _) => Unlisted(d.InvoicedObject!.Scheme, "UNTDID 1153")),
        new("BR-CL-26", "BT-71-1", "delivery.locationId.scheme", (d, in f) =>
                d.Delivery?.LocationId?.Scheme is not { } s || CodeLists.Icd.Has(s) || IsDiga(s, f),
            (d, in _) => Unlisted(d.Delivery!.LocationId!.Scheme, "ISO 6523 ICD")),
    ];

    internal static readonly Rule<DocumentNote>[] Note =
    [
        new("BR-CL-08", "BT-21", "subjectCode", (n, in _) =>
            LengthOf(n.SubjectCode) != 3 || CodeLists.NoteSubjects.Has(n.SubjectCode),
            (n, in _) => Unlisted(n.SubjectCode, "UNTDID 4451")),
    ];

    internal static readonly Rule<DocumentAddress>[] Address =
    [
        new("BR-CL-14", "BT-40", "country", (a, in _) => a.Country is not { } c || CodeLists.Countries.Has(c),
            (a, in _) => Unlisted(a.Country, "ISO 3166-1")),
    ];

    internal static readonly Rule<DocumentAmount>[] Amount =
    [
        new("BR-CL-03", "BT-5", "currency", (a, in _) => a.Currency is not { } c || CodeLists.Currencies.Has(c),
            (a, in _) => Unlisted(a.Currency, "ISO 4217")),
        new("PEPPOL-EN16931-CL007", "BT-5", "currency", (a, in _) => a.Currency is not { } c || CodeLists.PeppolCurrencies.Has(c),
            (a, in _) => Unlisted(a.Currency, "ISO 4217 as Peppol lists it")) { Sets = RuleSets.Peppol },
    ];

    /// <summary>Amounts in the invoice currency: all but the total tax in the tax currency.</summary>
    internal static readonly Rule<DocumentAmount>[] OwnAmount =
    [
        new("PEPPOL-EN16931-R051", "BT-5", "currency", (a, in f) => a.Currency is not { } c || c == f.Document.Currency,
            (a, in f) => $"The amount is in {Show(a.Currency)}, the invoice in {Show(f.Document.Currency)}.")
            { Sets = RuleSets.Peppol },
    ];

    internal static string Unlisted(string? code, string list) => $"{Show(code)} is not in {list}.";

    /// <summary>The extension of XRechnung adds three schemes for digital health applications.</summary>
    internal static bool IsDiga(string scheme, in DocumentFacts facts) =>
        (facts.Sets & RuleSets.XRechnungExtension) != 0 && CodeLists.Diga.Has(scheme);
}
