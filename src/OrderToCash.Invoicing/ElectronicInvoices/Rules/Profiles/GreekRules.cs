using System.Globalization;
using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of Peppol for sellers in Greece.</summary>
internal static class GreekRules
{
    private const string Mark = "##M.AR.K##", Url = "##INVOICE|URL##";
    private static readonly CodeList Types = new("1.1 1.6 2.1 2.4 5.1 5.2");

    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        Id("GR-R-001-1", (_, s) => s.Length == 6, "The number of a Greek invoice has six parts, joined by |."),
        Id("GR-R-001-2", (d, s) => IsSellersNumber(d, Part(s, 0)),
            "The first part of a Greek invoice number is the tax number of the seller or the tax representative."),
        Id("GR-R-001-3", (d, s) => d.IssueDate is { } day
                && Part(s, 1).StartsWith(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal),
            "The second part of a Greek invoice number is the date of issue, DD/MM/YYYY."),
        Id("GR-R-001-4", (_, s) => IsDigits(Part(s, 2)), "The third part of a Greek invoice number is a whole number."),
        Id("GR-R-001-5", (_, s) =>
            Types.Has(Part(s, 3).AsSpan()), "The fourth part of a Greek invoice number is a document type."),
        Id("GR-R-001-6", (_, s) => Part(s, 4).Length > 0, "The fifth part of a Greek invoice number is empty."),
        Id("GR-R-001-7", (_, s) => Part(s, 5).Length > 0, "The sixth part of a Greek invoice number is empty."),
        Of("GR-R-002", "BT-28", "seller.tradingName", d =>
            !IsFromGreece(d) || d.Seller is not { } s || s.TradingName is { Length: > 0 },
            "A Greek seller must state its full name as trading name."),
        Of("GR-R-003", "BT-31", "seller.vatId", d => !IsFromGreece(d) || d.Seller?.VatId is not { } v || IsGreekVat(v),
            "The VAT id of a Greek seller is EL and a valid tax number."),
        Of("GR-S-011", "BT-31", "seller.vatId", d => !IsFromGreece(d) || d.Seller is not { } s || IsGreekVat(s.VatId),
            "A Greek seller must state its VAT id.", RuleSeverity.Warning),
        Of("GR-R-004-1", "BT-122", "attachments", d => !IsAtHome(d) || Count(d, Mark) == 1, "A Greek invoice has one MARK."),
        Of("GR-R-004-2", "BT-122", "attachments", d => !IsAtHome(d)
                || d.Attachments.FindIndex(a => a.Description == Mark && a.Reference is not [>= '1' and <= '9', ..]) < 0,
            "The MARK is a whole number above zero."),
        Of("GR-S-008-1", "BT-122", "attachments", d => !IsAtHome(d) || Count(d, Url) == 1,
            "A Greek invoice should have one address where it can be verified.", RuleSeverity.Warning),
        Of("GR-R-008-2", "BT-122", "attachments", d => !IsAtHome(d) || Count(d, Url) <= 1,
            "A Greek invoice has at most one address where it can be verified."),
        Of("GR-R-008-3", "BT-124", "attachments", d => !IsFromGreece(d)
                || d.Attachments.FindIndex(a => a.Description == Url && !IsFilled(a.Location)) < 0,
            "The address where a Greek invoice can be verified is missing."),
        Of("GR-R-005", "BT-45", "buyer.tradingName", d =>
            !IsFromGreece(d) || d.Buyer is not { } b || b.TradingName is { Length: > 0 },
            "A Greek seller must state the full name of the buyer as trading name."),
        Of("GR-R-006", "BT-48", "buyer.vatId", d =>
            !IsFromGreece(d) || !IsToGreece(d) || d.Buyer is not { } b || IsGreekVat(b.VatId),
            "A Greek seller must state the VAT id of a Greek buyer."),
        Of("GR-R-009", "BT-34", "seller.endpoint", d => !IsFromGreece(d) || d.Seller?.Endpoint is not { } e || IsGreekAddress(e),
            "The electronic address of a Greek seller is its tax number with scheme 9933."),
        Of("GR-R-010", "BT-49", "buyer.endpoint", d => !IsFromGreece(d) || !IsToGreece(d) || d.Buyer?.Endpoint is not { } e
                || IsGreekAddress(e), "The electronic address of a Greek buyer is its tax number with scheme 9933."),
    ];

    private static Rule<InvoiceDocument> Id(string id, Func<InvoiceDocument, string[], bool> holds, string says) =>
        Of(id, "BT-1", "number",
        d => !IsFromGreece(d) || d.Number is not { } number || holds(d, number.Split('|')), says);

    private static Rule<InvoiceDocument> Of(string id, string term, string field, Func<InvoiceDocument, bool> holds, string says,
        RuleSeverity severity = RuleSeverity.Fatal) => NationalRules.Of(id, term, field, holds, says, severity);

    private static string Part(string[] parts, int index) => index < parts.Length ? parts[index] : "";

    private static bool IsFromGreece(InvoiceDocument document) =>
        NationalRules.SellerIs(document, "GR") || NationalRules.SellerIs(document, "EL");

    private static bool IsToGreece(InvoiceDocument document) =>
        NationalRules.BuyerIs(document, "GR") || NationalRules.BuyerIs(document, "EL");

    private static bool IsAtHome(InvoiceDocument document) => IsFromGreece(document) && NationalRules.IsFrom(document, "GR");

    private static bool IsSellersNumber(InvoiceDocument document, string number) => IdentifierRules.IsGreek(number)
        && (IsNumberOf(document.Seller?.VatId, number) || IsNumberOf(document.TaxRepresentative?.VatId, number));

    private static bool IsNumberOf(string? vatId, string number) =>
        vatId is { Length: >= 11 } && vatId.AsSpan(2, 9).SequenceEqual(number);

    private static bool IsGreekVat(string? vatId) =>
        vatId is ['E', 'L', ..] && IdentifierRules.IsGreek(vatId.AsSpan(2));

    private static bool IsGreekAddress(DocumentId endpoint) =>
        endpoint.Scheme == "9933" && IdentifierRules.IsGreek(endpoint.Value);

    private static int Count(InvoiceDocument document, string description)
    {
        var count = 0;
        foreach (var attachment in document.Attachments)
            if (attachment.Description == description) count++;
        return count;
    }
}
