using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Invoicing;

/// <summary>A document as words and figures, in reading order: what every layout starts from.</summary>
internal sealed record PrintedDocument
{
    internal required string Title { get; init; }

    internal required string Number { get; init; }

    internal required IReadOnlyList<string> Seller { get; init; }

    internal required IReadOnlyList<string> Buyer { get; init; }

    internal required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    internal required IReadOnlyList<string[]> Lines { get; init; }

    internal required IReadOnlyList<string[]> Taxes { get; init; }

    internal required IReadOnlyList<(string Label, string Value)> Totals { get; init; }

    internal required IReadOnlyList<string[]> Dues { get; init; }

    internal required IReadOnlyList<string> Notes { get; init; }

    internal static string[] LineHeads { get; } = ["No", "Description", "Quantity", "Unit price", "Discount", "Tax", "Net"];

    internal static string[] TaxHeads { get; } = ["Tax", "Rate", "Base", "Amount"];

    internal static string[] DueHeads { get; } = ["Due", "Amount", "Early payment"];

    internal static PrintedDocument Of(Invoice invoice)
    {
        var draft = invoice.Content.Draft;
        return new()
        {
            Title = "Invoice",
            Number = invoice.Number.Value,
            Seller = Block(invoice.Seller),
            Buyer = Block(invoice.Buyer),
            Facts = Present(
                ("Date", Date(invoice.DocumentDate)),
                ("Tax point", Date(invoice.TaxPoint)),
                ("Delivered", draft.DeliveryDate is { } day ? Date(day) : ""),
                ("Delivered to", draft.ShipTo is { } to ? string.Join(", ", Block(to)) : ""),
                ("Customer", invoice.Customer.Value),
                ("Your order", draft.PurchaseOrder),
                ("Your reference", draft.BuyerReference),
                ("Orders", Distinct(invoice.Lines.Select(l => l.Order.Value))),
                ("Shipments", Distinct(invoice.Lines.Select(l => l.Shipment.Value))),
                ("Payment reference", invoice.PaymentReference)),
            Lines = [.. invoice.Lines.Select((l, i) => new[]
            {
                Whole(i + 1), l.Description, Quantity(l.Quantity), l.Price?.ToString() ?? "",
                l.Discount is { } d ? Figure(d) : "", Tax(l.Tax), Figure(l.Net),
            })],
            Taxes = TaxRows(invoice.Breakdown),
            Totals = TotalRows(invoice.Totals, invoice.Currency, "Payable", invoice.FunctionalTotals, invoice.BookingRate),
            Dues = [.. invoice.Instalments.Select(i => new[] { Date(i.DueDate), Figure(i.Amount), Early(i) })],
            Notes = [.. Reasons(invoice.Lines.Select(l => l.Tax)), .. Texts(draft.TermsText, draft.Note)],
        };
    }

    internal static PrintedDocument Of(CreditNote note)
    {
        var content = note.Content;
        return new()
        {
            Title = "Credit note",
            Number = note.Number.Value,
            Seller = Block(content.Seller),
            Buyer = Block(content.Buyer),
            Facts = Present(
                ("Date", Date(note.DocumentDate)),
                ("For invoice", $"{note.OriginalNumber} of {Date(content.OriginalDate)}"),
                ("Reason", content.ReasonText.Length > 0 ? content.ReasonText : content.Reason.Value),
                ("Customer", content.Customer.Value),
                ("Orders", Distinct(note.Lines.Select(l => l.Order.Value)))),
            Lines = [.. note.Lines.Select(l => new[]
            {
                Whole(l.InvoiceLine), l.Description, l.Quantity.IsZero ? "" : Quantity(l.Quantity), "", "", Tax(l.Tax),
                Figure(l.Net),
            })],
            Taxes = TaxRows(note.Breakdown),
            Totals = TotalRows(note.Totals, content.Currency, "Credited", note.FunctionalTotals, content.BookingRate),
            Dues = [],
            Notes = [.. Reasons(note.Lines.Select(l => l.Tax))],
        };
    }

    private static IReadOnlyList<string[]> TaxRows(EquatableArray<TaxShare> shares) =>
        [.. shares.Select(s => new[] { s.Category.Value, s.Rate.ToString(), Figure(s.Base), Figure(s.Tax) })];

    private static IReadOnlyList<(string, string)> TotalRows(
        InvoiceTotals totals, Currency currency, string last, InvoiceTotals booked, ExchangeRate? rate) => Present(
        ("Total without tax", $"{Figure(totals.Net)} {currency}"),
        ("Tax", $"{Figure(totals.Tax)} {currency}"),
        (last, $"{Figure(totals.Payable)} {currency}"),
        ("Tax in " + booked.Tax.Currency, rate is null ? "" : $"{booked.Tax} ({rate})"));

    // One sentence per category: the legal text, once, with its code.
    private static IEnumerable<string> Reasons(IEnumerable<TaxTreatment> treatments) => treatments
        .Where(t => t.ReasonText.Length > 0 || !t.ReasonCode.IsNone)
        .Select(t => $"{t.Category}: {t.ReasonText}{(t.ReasonCode.IsNone ? "" : $" ({t.ReasonCode})")}")
        .Distinct();

    private static IReadOnlyList<string> Block(Party party) =>
    [
        party.Name,
        .. Block(party.Address),
        .. party.TaxRegistrations.Select(r => $"VAT {r.Id}"),
        .. Texts(party.RegistrationNumber.Length > 0 ? $"Reg. no. {party.RegistrationNumber}" : ""),
    ];

    private static IReadOnlyList<string> Block(Address address) =>
    [
        .. address.Lines.Where(l => l.Length > 0),
        .. Texts($"{address.PostCode} {address.City}".Trim(), address.Region, Countries.NameOf(address.Country)),
    ];

    private static string Early(Instalment instalment) =>
        string.Join("; ", instalment.Discounts.Select(d => $"{d.Percentage} = {Figure(d.Discount)} off until {Date(d.Until)}"));

    private static IReadOnlyList<(string, string)> Present(params (string Label, string Value)[] facts) =>
        [.. facts.Where(f => f.Value.Length > 0)];

    private static IEnumerable<string> Texts(params string[] texts) => texts.Where(t => t.Length > 0);

    private static string Distinct(IEnumerable<string> ids)
    {
        var known = ids.Where(id => id.Length > 0).Distinct().Take(6).ToList();
        return known.Count > 5 ? string.Join(", ", known.Take(5)) + " ..." : string.Join(", ", known);
    }

    private static string Tax(TaxTreatment tax) => $"{tax.Category} {tax.Rate}";

    private static string Quantity(Quantity quantity) => quantity.Unit == UnitCode.Piece
        ? quantity.Value.ToString(CultureInfo.InvariantCulture)
        : quantity.ToString();

    private static string Figure(Money money) => money.Amount.ToString(CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
