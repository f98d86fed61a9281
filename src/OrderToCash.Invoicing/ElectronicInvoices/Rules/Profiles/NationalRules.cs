using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The rules of Peppol for sellers in Norway, Denmark, Italy, Sweden, Iceland and the Netherlands; the German ones are in
/// <see cref="GermanRules"/>, the Greek ones in <see cref="GreekRules"/>.
/// </summary>
internal static class NationalRules
{
    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        Of("NO-R-001", "BT-31", "seller.vatId", d => !SellerIs(d, "NO") || IsNorwegianVat(d.Seller?.VatId),
            "A Norwegian VAT id is NO, nine digits with a check digit, and MVA."),
        Of("NO-R-002", "BT-32", "seller.taxRegistrationId",
            d => !SellerIs(d, "NO") || Is(d.Seller?.TaxRegistrationId, "Foretaksregisteret"),
            "Most Norwegian sellers must state Foretaksregisteret.", RuleSeverity.Warning),
        Of("DK-R-002", "BT-30", "seller.legalId", d => !IsFrom(d, "DK") || IsFilled(d.Seller?.LegalId?.Value),
            "A Danish seller must state the CVR number as legal registration."),
        Of("DK-R-014", "BT-30-1", "seller.legalId.scheme", d =>
            !IsFrom(d, "DK") || d.Seller?.LegalId is not { Value: not null } id
                || Is(id.Scheme, "0184"), "The legal registration of a Danish seller has scheme 0184."),
        Of("DK-R-016", "BT-115", "totals.payable",
            d => !IsWithin(d, "DK") || !d.IsCreditNote || d.Totals?.Payable is not { Value: < 0 },
            "A Danish credit note can't have a negative total."),
        Of("DK-R-013", "BT-29-1", "seller.ids", d => !IsWithin(d, "DK") || HasSchemes(d.Seller) && HasSchemes(d.Buyer),
            "Identifiers of Danish parties need a scheme."),
        Of("DK-R-017", "BT-47-1", "buyer.legalId.scheme", d =>
            !IsWithin(d, "DK") || d.Buyer?.LegalId is not { Value: not null } id
                || Is(id.Scheme, "0184"), "The legal registration of a Danish buyer has scheme 0184.", RuleSeverity.Warning),
        Of("IT-R-001", "BT-32", "seller.taxRegistrationId", d => !SellerIs(d, "IT") || d.Seller?.TaxRegistrationId is not { } id
                || IsItalianTaxId(id), "The tax registration of an Italian seller has 11 to 16 capital letters or digits."),
        Of("IT-R-002", "BT-35", "seller.address.line1", d => !SellerIs(d, "IT") || d.Seller?.Address?.Line1 is not null,
            "An Italian seller must state the street."),
        Of("IT-R-003", "BT-37", "seller.address.city", d => !SellerIs(d, "IT") || d.Seller?.Address?.City is not null,
            "An Italian seller must state the city."),
        Of("IT-R-004", "BT-38", "seller.address.postCode", d => !SellerIs(d, "IT") || d.Seller?.Address?.PostCode is not null,
            "An Italian seller must state the post code."),
        Of("SE-R-001", "BT-31", "seller.vatId", d => !IsSwedishVat(d) || LengthOf(d.Seller!.VatId) == 14,
            "A Swedish VAT id has 14 characters."),
        Of("SE-R-002", "BT-31", "seller.vatId", d => !IsSwedishVat(d) || IsDigits(d.Seller!.VatId.AsSpan().Trim()[2..]),
            "A Swedish VAT id is SE and digits."),
        Of("SE-R-003", "BT-30", "seller.legalId", d => SwedishNumber(d) is not { } n || IsDigits(n.AsSpan().Trim()),
            "A Swedish organisation number is numeric."),
        Of("SE-R-004", "BT-30", "seller.legalId", d => SwedishNumber(d) is not { } n || LengthOf(n) == 10,
            "A Swedish organisation number has ten digits."),
        new("SE-R-013", "BT-30", "seller.legalId",
            (d, in _) => SwedishNumber(d) is not { } n || IdentifierRules.IsSwedish(n.AsSpan().Trim()),
            "The check digit of the Swedish organisation number is wrong.") { Sets = RuleSets.Peppol, IsCheckDigit = true },
        Of("SE-R-005", "BT-32", "seller.taxRegistrationId", d =>
            SwedishNumber(d) is null || d.Seller?.TaxRegistrationId is not { } id
                || IsAnyCase(id, "GODKÄND FÖR F-SKATT"), "The tax registration of a Swedish seller is 'Godkänd för F-skatt'."),
        Of("SE-R-006", "BT-119", "taxBreakdown", d => !IsSwedishVat(d) || HasSwedishRates(d),
            "The standard rates of a Swedish seller are 25, 12 and 6 percent."),
        Of("IS-R-001", "BT-3", "typeCode", d => !IsFrom(d, "IS") || Is(d.TypeCode, "380") || Is(d.TypeCode, "381"),
            "The type of an Icelandic document should be 380 or 381.", RuleSeverity.Warning),
        Of("IS-R-002", "BT-30", "seller.legalId", d =>
            !IsFrom(d, "IS") || d.Seller?.LegalId is { Value: not null, Scheme: "0196" },
            "An Icelandic seller must state its legal registration with scheme 0196."),
        Of("IS-R-003", "BT-35", "seller.address", d =>
            !IsFrom(d, "IS") || d.Seller?.Address is { Line1: not null, PostCode: not null },
            "An Icelandic seller must state street and post code."),
        Of("IS-R-004", "BT-47", "buyer.legalId", d =>
            !IsWithin(d, "IS") || d.Buyer?.LegalId is { Value: not null, Scheme: "0196" },
            "An Icelandic buyer needs its legal registration with scheme 0196."),
        Of("IS-R-005", "BT-50", "buyer.address", d =>
            !IsWithin(d, "IS") || d.Buyer?.Address is { Line1: not null, PostCode: not null },
            "An Icelandic buyer needs street and post code."),
        Of("IS-R-008", "BT-122", "attachments", d => Eindagi(d) is not { } a || TryDate(a.Reference, out _),
            "The final due date (EINDAGI) is a date of the form YYYY-MM-DD."),
        Of("IS-R-009", "BT-9", "dueDate", d => Eindagi(d) is null || d.DueDate is not null,
            "A final due date (EINDAGI) needs a due date."),
        Of("IS-R-010", "BT-9", "dueDate", d =>
            Eindagi(d) is not { } a || d.DueDate is { } due && TryDate(a.Reference, out var last)
                && due <= last, "The final due date (EINDAGI) is before the due date."),
        Of("NL-R-001", "BT-25", "precedingInvoices", d => !IsFrom(d, "NL") || !d.IsCreditNote || d.TypeCode is null
                || d.PrecedingInvoices.FindIndex(p => p.Number is not null) >= 0,
            "A Dutch credit note must name the invoice it corrects."),
        Of("NL-R-002", "BG-5", "seller.address", d => !IsFrom(d, "NL") || IsWhole(d.Seller?.Address),
            "A Dutch seller must state street, city and post code."),
        Of("NL-R-003", "BT-30", "seller.legalId", d =>
            !IsFrom(d, "NL") || d.Seller?.LegalId is not { Value: not null } id || IsDutch(id),
            "The legal registration of a Dutch seller is a KVK number or OIN (scheme 0106 or 0190)."),
        Of("NL-R-004", "BG-8", "buyer.address", d => !IsWithin(d, "NL") || IsWhole(d.Buyer?.Address),
            "A Dutch buyer needs street, city and post code."),
        Of("NL-R-005", "BT-47", "buyer.legalId", d =>
            !IsWithin(d, "NL") || d.Buyer?.LegalId is not { Value: not null } id || IsDutch(id),
            "The legal registration of a Dutch buyer is a KVK number or OIN (scheme 0106 or 0190)."),
        Of("NL-R-006", "BG-12", "taxRepresentative.address",
            d => !IsFrom(d, "NL") || !IsIn(d.TaxRepresentative, "NL") || IsWhole(d.TaxRepresentative?.Address),
            "A Dutch tax representative needs street, city and post code."),
        Of("NL-R-007", "BG-16", "paymentInstructions", d => !IsFrom(d, "NL") || !d.PaymentInstructions.IsEmpty
                || d.Totals?.Payable is not { } due || (d.IsCreditNote ? due.Value >= 0 : due.Value <= 0),
            "A Dutch seller must say how to pay."),
        Of("NL-R-009", "BT-132", "lines", d => !IsFrom(d, "NL") || d.PurchaseOrderReference is not null
                || d.Lines.FindIndex(l => l.OrderLineReference is not null) < 0,
            "References to order lines need the number of the buyer's order."),
    ];

    /// <summary>From Germany to Germany, by the addresses.</summary>
    internal static bool IsGerman(InvoiceDocument document) => IsWithin(document, "DE");

    /// <summary>The country of the seller: of its VAT id, of its representative's VAT id, else of its address.</summary>
    internal static bool SellerIs(InvoiceDocument document, string country) =>
        CountryOf(document.Seller?.VatId ?? document.TaxRepresentative?.VatId, document.Seller).Equals(
            country, StringComparison.OrdinalIgnoreCase);

    /// <summary>The country of the buyer: of its VAT id, else of its address.</summary>
    internal static bool BuyerIs(InvoiceDocument document, string country) =>
        CountryOf(document.Buyer?.VatId, document.Buyer).Equals(country, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of the seller is in the country.</summary>
    internal static bool IsFrom(InvoiceDocument document, string country) => IsIn(document.Seller, country);

    /// <summary>The addresses of seller and buyer are in the country.</summary>
    internal static bool IsWithin(InvoiceDocument document, string country) =>
        IsIn(document.Seller, country) && IsIn(document.Buyer, country);

    internal static Rule<InvoiceDocument> Of(string id, string term, string field, Func<InvoiceDocument, bool> holds, string says,
        RuleSeverity severity = RuleSeverity.Fatal) =>
        new(id, term, field, (d, in _) => holds(d), says) { Severity = severity, Sets = RuleSets.Peppol };

    private static bool IsIn(DocumentParty? party, string country) => IsAnyCase(party?.Address?.Country, country);

    private static ReadOnlySpan<char> CountryOf(string? vatId, DocumentParty? party)
    {
        if (vatId is null) return (party?.Address?.Country).AsSpan().Trim();
        return vatId.AsSpan(0, Math.Min(2, vatId.Length)).Trim();
    }

    private static bool IsNorwegianVat(string? vatId)
    {
        var id = vatId.AsSpan().Trim();
        if (!id.StartsWith("NO")) return true;
        return id.Length == 14 && id.EndsWith("MVA") && IdentifierRules.IsNorwegian(id[2..11]);
    }

    private static bool HasSchemes(DocumentParty? party) =>
        party is null || party.Ids.FindIndex(i => i.Value is not null && !IsFilled(i.Scheme)) < 0;

    private static bool IsItalianTaxId(string id)
    {
        var text = id.AsSpan().Trim();
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        return text.Length is >= 11 and <= 16;
    }

    private static bool IsSwedishVat(InvoiceDocument document) =>
        IsFrom(document, "SE") && document.Seller!.VatId is { } id && id.StartsWith("SE", StringComparison.Ordinal);

    private static string? SwedishNumber(InvoiceDocument document) =>
        IsFrom(document, "SE") ? document.Seller!.LegalId?.Value : null;

    private static bool HasSwedishRates(InvoiceDocument document)
    {
        foreach (var line in document.Lines)
            if (Is(line.TaxCategory, "S") && line.TaxRate is not (25 or 12 or 6)) return false;
        foreach (var part in document.AllowancesCharges)
            if (Is(part.TaxCategory, "S") && part.TaxRate is not (25 or 12 or 6)) return false;
        foreach (var subtotal in document.TaxBreakdown)
            if (Is(subtotal.Category, "S") && subtotal.Rate is not (25 or 12 or 6)) return false;
        return true;
    }

    private static SupportingDocument? Eindagi(InvoiceDocument document)
    {
        if (!IsFrom(document, "IS")) return null;
        foreach (var attachment in document.Attachments)
            if (attachment.Description == "EINDAGI") return attachment;
        return null;
    }

    private static bool TryDate(string? text, out LocalDate date) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(default, out date);

    private static bool IsWhole(DocumentAddress? address) =>
        address is null or { Line1: not null, City: not null, PostCode: not null };

    private static bool IsDutch(DocumentId id) => id.Scheme is "0106" or "0190" && IsFilled(id.Value);
}
