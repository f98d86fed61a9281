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
        var (draft, totals) = (invoice.Content.Draft, invoice.Totals);
        return Of(draft, invoice.Breakdown) with
        {
            Number = invoice.Number.Value,
            Facts = FactsOf(draft, invoice.PaymentReference),
            Totals = TotalRows(totals, invoice.Currency, "Payable", invoice.FunctionalTotals, invoice.BookingRate,
                TaxCurrencyRow(invoice.TaxInTaxCurrency, invoice.Currency, invoice.Content.TaxRate)),
            Dues = [.. invoice.Instalments.Select(i => new[] { Date(i.DueDate), Figure(i.Amount), Early(i) })],
        };
    }

    internal static PrintedDocument Of(ProFormaInvoice proForma)
    {
        var draft = proForma.Draft;
        var page = Of(draft, draft.Breakdown().At(draft.TaxPoint));
        return page with { Number = proForma.Reference, Notes = [.. page.Notes, "This is not an invoice for tax purposes."] };
    }

    private static PrintedDocument Of(DraftInvoice draft, EquatableArray<TaxShare> breakdown) => new()
    {
        Title = draft.Type.Title,
        Number = "",
        Seller = Block(draft.Seller, draft.SellerDetails),
        Buyer = Block(draft.Buyer, draft.BuyerDetails),
        Facts = FactsOf(draft, ""),
        Lines = [.. draft.Lines.SelectMany(PrintedLines.Of), .. draft.AllowancesCharges.Select(PrintedLines.Of)],
        Taxes = TaxRows(breakdown),
        Totals = TotalRows(draft.Totals(), draft.Currency, "Payable", null, null, ("", "")),
        Dues = [],
        Notes =
        [
            .. Reasons(draft.Lines.Select(l => l.Tax).Concat(draft.AllowancesCharges.Select(a => a.Tax!))),
            .. Texts(draft.Type.IsSelfBilled ? "Self-billing: made by the customer in the name of the supplier." : ""),
            .. Texts(draft.TermsText, draft.Note),
        ],
    };

    internal static PrintedDocument Of(CreditNote note)
    {
        var content = note.Content;
        return new()
        {
            Title = note.Type.Title,
            Number = note.Number.Value,
            Seller = Block(content.Seller, content.SellerDetails),
            Buyer = Block(content.Buyer, content.BuyerDetails),
            Facts = Present(
                ("Date", Date(note.DocumentDate)),
                ("For invoice", $"{note.OriginalNumber} of {Date(content.OriginalDate)}"),
                ("Reason", Reason(content.Reason, content.ReasonText)),
                ("Customer", content.Customer.Value),
                ("Your order", content.PurchaseOrder),
                ("Your reference", content.BuyerReference),
                ("Orders", Distinct(note.Lines.Select(l => l.Order.Value)))),
            Lines = [.. note.Lines.Select(PrintedLines.Of), .. note.AllowancesCharges.Select(a => PrintedLines.Of(a.Item))],
            Taxes = TaxRows(note.Breakdown),
            Totals = TotalRows(note.Totals, content.Currency, "Credited", note.FunctionalTotals, content.BookingRate,
                TaxCurrencyRow(note.TaxInTaxCurrency, content.Currency, content.TaxRate)),
            Dues = [],
            Notes = [.. Reasons(note.Lines.Select(l => l.Tax).Concat(note.AllowancesCharges.Select(a => a.Item.Tax!)))],
        };
    }

    private static IReadOnlyList<(string, string)> FactsOf(DraftInvoice draft, string paymentReference) => Present(
        ("Date", Date(draft.DocumentDate)),
        ("Tax point", Date(draft.TaxPoint)),
        ("Period", draft.Period is { } period ? PrintedLines.Period(period) : ""),
        ("For", string.Join(", ", draft.Preceding.Select(p => $"{p.Number} of {Date(p.Date)}"))),
        ("Reason", Reason(draft.Reason, draft.ReasonText)),
        ("Delivered", draft.DeliveryDate is { } day ? Date(day) : ""),
        ("Delivered to", string.Join(", ", Texts(draft.ShipToName).Concat(draft.ShipTo is { } to ? Block(to) : []))),
        ("Payable to", draft.Payee?.Name ?? ""),
        ("Tax representative", draft.TaxRepresentative is { } agent ? string.Join(", ", Block(agent, null)) : ""),
        ("Customer", draft.Customer.Value),
        ("Your order", draft.PurchaseOrder),
        ("Your reference", draft.BuyerReference),
        ("Your account", draft.References?.BuyerAccounting ?? ""),
        ("Project", draft.References?.Project ?? ""),
        ("Contract", draft.References?.Contract ?? ""),
        ("Orders", Distinct(draft.Lines.Select(l => l.Order.Value))),
        ("Shipments", Distinct(draft.Lines.Select(l => l.Shipment.Value))),
        ("Pay to", string.Join("; ", draft.PaymentInstructions.SelectMany(p => p.Transfers).Select(Account))),
        ("Mandate", string.Join(", ",
            Texts([.. draft.PaymentInstructions.Select(p => p.DirectDebit?.MandateReference ?? "")]))),
        ("Payment reference", paymentReference));

    private static string Account(CreditTransfer to) =>
        string.Join(", ", Texts(to.AccountId ?? "", to.ServiceProviderId ?? "", to.AccountName ?? ""));

    private static IReadOnlyList<string[]> TaxRows(EquatableArray<TaxShare> shares) =>
        [.. shares.Select(s => new[] { s.Category.Value, s.Rate.ToString(), Figure(s.Base), Figure(s.Tax) })];

    private static IReadOnlyList<(string, string)> TotalRows(InvoiceTotals totals, Currency currency, string last,
        InvoiceTotals? booked, ExchangeRate? rate, (string, string) taxCurrency)
    {
        var isPlain = totals.Allowances.IsZero && totals.Charges.IsZero;
        return Present(
            ("Sum of lines", isPlain ? "" : Amount(totals.LineNet)),
            ("Allowances", totals.Allowances.IsZero ? "" : Amount(-totals.Allowances)),
            ("Charges", totals.Charges.IsZero ? "" : Amount(totals.Charges)),
            ("Total without tax", Amount(totals.Net)),
            ("Tax", Amount(totals.Tax)),
            ("Total with tax", totals.Gross == totals.Payable ? "" : Amount(totals.Gross)),
            ("Paid before", totals.Prepaid.IsZero ? "" : Amount(-totals.Prepaid)),
            ("Rounding", totals.RoundingAmount.IsZero ? "" : Amount(totals.RoundingAmount)),
            (last, Amount(totals.Payable)),
            (booked is null ? "" : "Tax in " + booked.Tax.Currency, rate is null ? "" : $"{booked!.Tax} ({rate})"),
            taxCurrency);

        string Amount(Money money) => $"{Figure(money)} {currency}";
    }

    private static (string, string) TaxCurrencyRow(Money tax, Currency currency, ExchangeRate? rate) =>
        rate is null || tax.Currency == currency ? ("", "") : ("Tax to account for", $"{tax} ({rate})");

    private static string Reason(CreditReason reason, string text) => text.Length > 0 ? text : reason.Value;

    // One sentence per category: the legal text, once, with its code.
    private static IEnumerable<string> Reasons(IEnumerable<TaxTreatment> treatments) => treatments
        .Where(t => t.ReasonText.Length > 0 || !t.ReasonCode.IsNone)
        .Select(t => $"{t.Category}: {t.ReasonText}{(t.ReasonCode.IsNone ? "" : $" ({t.ReasonCode})")}")
        .Distinct();

    private static IReadOnlyList<string> Block(Party party, PartyDetails? details) =>
    [
        party.Name,
        .. Texts(details?.TradingName ?? ""),
        .. Block(party.Address),
        .. party.TaxRegistrations.Select(r => $"VAT {r.Id}"),
        .. Texts(party.RegistrationNumber.Length > 0 ? $"Reg. no. {party.RegistrationNumber}" : ""),
        .. Texts(details?.LocalTaxNumber is { Length: > 0 } number ? $"Tax no. {number}" : ""),
        .. Texts(details?.LegalForm ?? ""),
        .. Texts(details?.Contact is { } contact
            ? string.Join(", ", Texts(contact.Name ?? "", contact.Phone ?? "", contact.Email ?? "")) : ""),
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

    internal static string Figure(Money money) => money.Amount.ToString(CultureInfo.InvariantCulture);

    internal static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
