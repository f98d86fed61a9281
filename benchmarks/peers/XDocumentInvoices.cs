using System.Globalization;
using System.Xml.Linq;
using OrderToCash.Invoicing;

namespace OrderToCash.Benchmarks.Peers;

/// <summary>
/// What a competent developer writes with LINQ to XML: UBL invoices both ways through an XDocument, the terms of the benchmark's
/// invoice only, nothing checked.
/// </summary>
public static class XDocumentInvoices
{
    private static readonly XNamespace Root = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    public static InvoiceDocument Read(Stream stream)
    {
        var root = XDocument.Load(stream).Root!;
        var totals = root.Element(Cac + "LegalMonetaryTotal");
        return new()
        {
            SpecificationId = (string?)root.Element(Cbc + "CustomizationID"), ProfileId = (string?)root.Element(Cbc + "ProfileID"),
            Number = (string?)root.Element(Cbc + "ID"), IssueDate = Date(root.Element(Cbc + "IssueDate")),
            DueDate = Date(root.Element(Cbc + "DueDate")), TypeCode = (string?)root.Element(Cbc + "InvoiceTypeCode"),
            Currency = (string?)root.Element(Cbc + "DocumentCurrencyCode"), BuyerReference = (string?)root.Element(Cbc + "BuyerReference"),
            PurchaseOrderReference = (string?)root.Element(Cac + "OrderReference")?.Element(Cbc + "ID"),
            Seller = Party(root.Element(Cac + "AccountingSupplierParty")), Buyer = Party(root.Element(Cac + "AccountingCustomerParty")),
            PaymentTerms = (string?)root.Element(Cac + "PaymentTerms")?.Element(Cbc + "Note"),
            PaymentInstructions = [.. root.Elements(Cac + "PaymentMeans").Select(Means)],
            TaxBreakdown = [.. root.Elements(Cac + "TaxTotal").Elements(Cac + "TaxSubtotal").Select(Subtotal)],
            Totals = new()
            {
                LineNet = Amount(totals?.Element(Cbc + "LineExtensionAmount")), Net = Amount(totals?.Element(Cbc + "TaxExclusiveAmount")),
                Gross = Amount(totals?.Element(Cbc + "TaxInclusiveAmount")), Payable = Amount(totals?.Element(Cbc + "PayableAmount")),
                Tax = Amount(root.Element(Cac + "TaxTotal")?.Element(Cbc + "TaxAmount")),
            },
            Lines = [.. root.Elements(Cac + "InvoiceLine").Select(Line)],
        };
    }

    public static void Write(InvoiceDocument d, Stream stream)
    {
        var root = new XElement(Root + "Invoice", new XAttribute(XNamespace.Xmlns + "cac", Cac), new XAttribute(XNamespace.Xmlns + "cbc", Cbc),
            new XElement(Cbc + "CustomizationID", d.SpecificationId), new XElement(Cbc + "ProfileID", d.ProfileId),
            new XElement(Cbc + "ID", d.Number), new XElement(Cbc + "IssueDate", Text(d.IssueDate)),
            new XElement(Cbc + "DueDate", Text(d.DueDate)), new XElement(Cbc + "InvoiceTypeCode", d.TypeCode),
            new XElement(Cbc + "DocumentCurrencyCode", d.Currency), new XElement(Cbc + "BuyerReference", d.BuyerReference),
            new XElement(Cac + "OrderReference", new XElement(Cbc + "ID", d.PurchaseOrderReference)),
            new XElement(Cac + "AccountingSupplierParty", Party(d.Seller!)), new XElement(Cac + "AccountingCustomerParty", Party(d.Buyer!)),
            d.PaymentInstructions.Select(i => new XElement(Cac + "PaymentMeans", new XElement(Cbc + "PaymentMeansCode", i.MeansCode),
                new XElement(Cbc + "PaymentID", i.RemittanceInformation),
                new XElement(Cac + "PayeeFinancialAccount", new XElement(Cbc + "ID", i.Transfers[0].AccountId)))),
            new XElement(Cac + "PaymentTerms", new XElement(Cbc + "Note", d.PaymentTerms)),
            new XElement(Cac + "TaxTotal", Amount("TaxAmount", d.Totals!.Tax), d.TaxBreakdown.Select(s => new XElement(Cac + "TaxSubtotal",
                Amount("TaxableAmount", s.TaxableAmount), Amount("TaxAmount", s.TaxAmount), Category("TaxCategory", s.Category, s.Rate)))),
            new XElement(Cac + "LegalMonetaryTotal", Amount("LineExtensionAmount", d.Totals.LineNet),
                Amount("TaxExclusiveAmount", d.Totals.Net), Amount("TaxInclusiveAmount", d.Totals.Gross),
                Amount("PayableAmount", d.Totals.Payable)),
            d.Lines.Select(l => new XElement(Cac + "InvoiceLine", new XElement(Cbc + "ID", l.Id),
                new XElement(Cbc + "InvoicedQuantity", new XAttribute("unitCode", l.Unit!), Text(l.Quantity)),
                Amount("LineExtensionAmount", l.Net),
                new XElement(Cac + "Item", new XElement(Cbc + "Description", l.Item!.Description), new XElement(Cbc + "Name", l.Item.Name),
                    new XElement(Cac + "SellersItemIdentification", new XElement(Cbc + "ID", l.Item.SellerId)),
                    Category("ClassifiedTaxCategory", l.TaxCategory, l.TaxRate)),
                new XElement(Cac + "Price", Amount("PriceAmount", l.Price!.Net)))));
        new XDocument(root).Save(stream, SaveOptions.DisableFormatting);
    }

    private static XElement Party(DocumentParty p) => new(Cac + "Party",
        new XElement(Cac + "PostalAddress", new XElement(Cbc + "StreetName", p.Address!.Line1), new XElement(Cbc + "CityName", p.Address.City),
            new XElement(Cbc + "PostalZone", p.Address.PostCode),
            new XElement(Cac + "Country", new XElement(Cbc + "IdentificationCode", p.Address.Country))),
        new XElement(Cac + "PartyTaxScheme", new XElement(Cbc + "CompanyID", p.VatId), new XElement(Cac + "TaxScheme", new XElement(Cbc + "ID", "VAT"))),
        new XElement(Cac + "PartyLegalEntity", new XElement(Cbc + "RegistrationName", p.Name)));

    private static XElement Category(string name, string? code, decimal? rate) => new(Cac + name, new XElement(Cbc + "ID", code),
        new XElement(Cbc + "Percent", Text(rate)), new XElement(Cac + "TaxScheme", new XElement(Cbc + "ID", "VAT")));

    private static XElement Amount(string name, DocumentAmount? amount) =>
        new(Cbc + name, new XAttribute("currencyID", amount!.Value.Currency!), Text(amount.Value.Value));

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(LocalDate? date) => date is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : null;

    private static LocalDate? Date(XElement? element) =>
        element is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(element.Value).Value;

    private static DocumentAmount? Amount(XElement? element) => element is null ? null
        : new DocumentAmount { Value = decimal.Parse(element.Value, CultureInfo.InvariantCulture), Currency = (string?)element.Attribute("currencyID") };

    private static decimal? Number(XElement? element) => element is null ? null : decimal.Parse(element.Value, CultureInfo.InvariantCulture);

    private static DocumentParty Party(XElement? role)
    {
        var party = role?.Element(Cac + "Party");
        var address = party?.Element(Cac + "PostalAddress");
        return new()
        {
            Name = (string?)party?.Element(Cac + "PartyLegalEntity")?.Element(Cbc + "RegistrationName"),
            VatId = (string?)party?.Element(Cac + "PartyTaxScheme")?.Element(Cbc + "CompanyID"),
            Address = new()
            {
                Line1 = (string?)address?.Element(Cbc + "StreetName"), City = (string?)address?.Element(Cbc + "CityName"),
                PostCode = (string?)address?.Element(Cbc + "PostalZone"),
                Country = (string?)address?.Element(Cac + "Country")?.Element(Cbc + "IdentificationCode"),
            },
        };
    }

    private static PaymentInstruction Means(XElement e) => new()
    {
        MeansCode = (string?)e.Element(Cbc + "PaymentMeansCode"), RemittanceInformation = (string?)e.Element(Cbc + "PaymentID"),
        Transfers = [new() { AccountId = (string?)e.Element(Cac + "PayeeFinancialAccount")?.Element(Cbc + "ID") }],
    };

    private static DocumentTaxSubtotal Subtotal(XElement e) => new()
    {
        TaxableAmount = Amount(e.Element(Cbc + "TaxableAmount")), TaxAmount = Amount(e.Element(Cbc + "TaxAmount")),
        Category = (string?)e.Element(Cac + "TaxCategory")?.Element(Cbc + "ID"),
        Rate = Number(e.Element(Cac + "TaxCategory")?.Element(Cbc + "Percent")),
    };

    private static DocumentLine Line(XElement e)
    {
        var item = e.Element(Cac + "Item");
        return new()
        {
            Id = (string?)e.Element(Cbc + "ID"), Quantity = Number(e.Element(Cbc + "InvoicedQuantity")),
            Unit = (string?)e.Element(Cbc + "InvoicedQuantity")?.Attribute("unitCode"), Net = Amount(e.Element(Cbc + "LineExtensionAmount")),
            TaxCategory = (string?)item?.Element(Cac + "ClassifiedTaxCategory")?.Element(Cbc + "ID"),
            TaxRate = Number(item?.Element(Cac + "ClassifiedTaxCategory")?.Element(Cbc + "Percent")),
            Price = new() { Net = Amount(e.Element(Cac + "Price")?.Element(Cbc + "PriceAmount")) },
            Item = new()
            {
                Name = (string?)item?.Element(Cbc + "Name"), Description = (string?)item?.Element(Cbc + "Description"),
                SellerId = (string?)item?.Element(Cac + "SellersItemIdentification")?.Element(Cbc + "ID"),
            },
        };
    }
}
