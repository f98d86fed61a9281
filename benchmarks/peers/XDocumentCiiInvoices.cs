using System.Globalization;
using System.Xml.Linq;
using NodaTime.Text;
using OrderToCash.Invoicing;

namespace OrderToCash.Benchmarks.Peers;

/// <summary>The same in the other syntax: CII through an XDocument, the terms of the benchmark's invoice only, nothing checked.</summary>
public static class XDocumentCiiInvoices
{
    private static readonly XNamespace Rsm = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private static readonly XNamespace Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    private static readonly XNamespace Udt = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static InvoiceDocument Read(Stream stream)
    {
        var root = XDocument.Load(stream).Root!;
        var (context, header) = (root.Element(Rsm + "ExchangedDocumentContext"), root.Element(Rsm + "ExchangedDocument"));
        var transaction = root.Element(Rsm + "SupplyChainTradeTransaction")!;
        var agreement = transaction.Element(Ram + "ApplicableHeaderTradeAgreement");
        var settlement = transaction.Element(Ram + "ApplicableHeaderTradeSettlement");
        var totals = settlement?.Element(Ram + "SpecifiedTradeSettlementHeaderMonetarySummation");
        var terms = settlement?.Element(Ram + "SpecifiedTradePaymentTerms");
        return new()
        {
            SpecificationId = Text(context, "GuidelineSpecifiedDocumentContextParameter", "ID"),
            ProfileId = Text(context, "BusinessProcessSpecifiedDocumentContextParameter", "ID"),
            Number = Text(header, "ID"), TypeCode = Text(header, "TypeCode"), IssueDate = Date(header?.Element(Ram + "IssueDateTime")),
            DueDate = Date(terms?.Element(Ram + "DueDateDateTime")), PaymentTerms = Text(terms, "Description"),
            Currency = Text(settlement, "InvoiceCurrencyCode"), BuyerReference = Text(agreement, "BuyerReference"),
            PurchaseOrderReference = Text(agreement, "BuyerOrderReferencedDocument", "IssuerAssignedID"),
            Seller = Party(agreement?.Element(Ram + "SellerTradeParty")), Buyer = Party(agreement?.Element(Ram + "BuyerTradeParty")),
            PaymentInstructions =
            [
                .. settlement!.Elements(Ram + "SpecifiedTradeSettlementPaymentMeans").Select(m => new PaymentInstruction
                {
                    MeansCode = Text(m, "TypeCode"), RemittanceInformation = Text(settlement, "PaymentReference"),
                    Transfers = [new() { AccountId = Text(m, "PayeePartyCreditorFinancialAccount", "IBANID") }],
                }),
            ],
            TaxBreakdown =
            [
                .. settlement.Elements(Ram + "ApplicableTradeTax").Select(t => new DocumentTaxSubtotal
                {
                    TaxableAmount = Amount(t, "BasisAmount"), TaxAmount = Amount(t, "CalculatedAmount"),
                    Category = Text(t, "CategoryCode"), Rate = Number(t, "RateApplicablePercent"),
                }),
            ],
            Totals = new()
            {
                LineNet = Amount(totals, "LineTotalAmount"), Net = Amount(totals, "TaxBasisTotalAmount"),
                Tax = Amount(totals, "TaxTotalAmount"), Gross = Amount(totals, "GrandTotalAmount"),
                Payable = Amount(totals, "DuePayableAmount"),
            },
            Lines = [.. transaction.Elements(Ram + "IncludedSupplyChainTradeLineItem").Select(Line)],
        };
    }

    public static void Write(InvoiceDocument d, Stream stream) => new XDocument(new XElement(Rsm + "CrossIndustryInvoice",
        new XAttribute(XNamespace.Xmlns + "rsm", Rsm), new XAttribute(XNamespace.Xmlns + "ram", Ram), new XAttribute(XNamespace.Xmlns + "udt", Udt),
        new XElement(Rsm + "ExchangedDocumentContext",
            new XElement(Ram + "BusinessProcessSpecifiedDocumentContextParameter", new XElement(Ram + "ID", d.ProfileId)),
            new XElement(Ram + "GuidelineSpecifiedDocumentContextParameter", new XElement(Ram + "ID", d.SpecificationId))),
        new XElement(Rsm + "ExchangedDocument", new XElement(Ram + "ID", d.Number), new XElement(Ram + "TypeCode", d.TypeCode),
            Date("IssueDateTime", d.IssueDate)),
        new XElement(Rsm + "SupplyChainTradeTransaction", d.Lines.Select(Line),
            new XElement(Ram + "ApplicableHeaderTradeAgreement", new XElement(Ram + "BuyerReference", d.BuyerReference),
                Party("SellerTradeParty", d.Seller!), Party("BuyerTradeParty", d.Buyer!),
                new XElement(Ram + "BuyerOrderReferencedDocument", new XElement(Ram + "IssuerAssignedID", d.PurchaseOrderReference))),
            new XElement(Ram + "ApplicableHeaderTradeDelivery"), Settlement(d)))).Save(stream, SaveOptions.DisableFormatting);

    private static XElement Settlement(InvoiceDocument d) => new(Ram + "ApplicableHeaderTradeSettlement",
        new XElement(Ram + "PaymentReference", d.PaymentInstructions[0].RemittanceInformation), new XElement(Ram + "InvoiceCurrencyCode", d.Currency),
        d.PaymentInstructions.Select(i => new XElement(Ram + "SpecifiedTradeSettlementPaymentMeans", new XElement(Ram + "TypeCode", i.MeansCode),
            new XElement(Ram + "PayeePartyCreditorFinancialAccount", new XElement(Ram + "IBANID", i.Transfers[0].AccountId)))),
        d.TaxBreakdown.Select(s => new XElement(Ram + "ApplicableTradeTax", Amount("CalculatedAmount", s.TaxAmount), new XElement(Ram + "TypeCode", "VAT"),
            Amount("BasisAmount", s.TaxableAmount), new XElement(Ram + "CategoryCode", s.Category), Rate(s.Rate))),
        new XElement(Ram + "SpecifiedTradePaymentTerms", new XElement(Ram + "Description", d.PaymentTerms), Date("DueDateDateTime", d.DueDate)),
        new XElement(Ram + "SpecifiedTradeSettlementHeaderMonetarySummation", Amount("LineTotalAmount", d.Totals!.LineNet),
            Amount("TaxBasisTotalAmount", d.Totals.Net),
            new XElement(Ram + "TaxTotalAmount", new XAttribute("currencyID", d.Currency!), Text(d.Totals.Tax?.Value)),
            Amount("GrandTotalAmount", d.Totals.Gross), Amount("DuePayableAmount", d.Totals.Payable)));

    private static XElement Line(DocumentLine l) => new(Ram + "IncludedSupplyChainTradeLineItem",
        new XElement(Ram + "AssociatedDocumentLineDocument", new XElement(Ram + "LineID", l.Id)),
        new XElement(Ram + "SpecifiedTradeProduct", new XElement(Ram + "SellerAssignedID", l.Item!.SellerId), new XElement(Ram + "Name", l.Item.Name),
            new XElement(Ram + "Description", l.Item.Description)),
        new XElement(Ram + "SpecifiedLineTradeAgreement", new XElement(Ram + "NetPriceProductTradePrice", Amount("ChargeAmount", l.Price!.Net))),
        new XElement(Ram + "SpecifiedLineTradeDelivery",
            new XElement(Ram + "BilledQuantity", new XAttribute("unitCode", l.Unit!), Text(l.Quantity))),
        new XElement(Ram + "SpecifiedLineTradeSettlement",
            new XElement(Ram + "ApplicableTradeTax", new XElement(Ram + "TypeCode", "VAT"), new XElement(Ram + "CategoryCode", l.TaxCategory), Rate(l.TaxRate)),
            new XElement(Ram + "SpecifiedTradeSettlementLineMonetarySummation", Amount("LineTotalAmount", l.Net))));

    private static DocumentLine Line(XElement e)
    {
        var (product, quantity) = (e.Element(Ram + "SpecifiedTradeProduct"),
            e.Element(Ram + "SpecifiedLineTradeDelivery")?.Element(Ram + "BilledQuantity"));
        var settlement = e.Element(Ram + "SpecifiedLineTradeSettlement");
        var tax = settlement?.Element(Ram + "ApplicableTradeTax");
        return new()
        {
            Id = Text(e, "AssociatedDocumentLineDocument", "LineID"), Unit = (string?)quantity?.Attribute("unitCode"),
            Quantity = quantity is null ? null : decimal.Parse(quantity.Value, CultureInfo.InvariantCulture),
            Net = Amount(settlement?.Element(Ram + "SpecifiedTradeSettlementLineMonetarySummation"), "LineTotalAmount"),
            TaxCategory = Text(tax, "CategoryCode"), TaxRate = Number(tax, "RateApplicablePercent"),
            Price = new()
            {
                Net = Amount(e.Element(Ram + "SpecifiedLineTradeAgreement")?.Element(Ram + "NetPriceProductTradePrice"), "ChargeAmount"),
            },
            Item = new() { Name = Text(product, "Name"), Description = Text(product, "Description"), SellerId = Text(product, "SellerAssignedID") },
        };
    }

    private static XElement Party(string role, DocumentParty p) => new(Ram + role, new XElement(Ram + "Name", p.Name),
        new XElement(Ram + "PostalTradeAddress", new XElement(Ram + "PostcodeCode", p.Address!.PostCode), new XElement(Ram + "LineOne", p.Address.Line1),
            new XElement(Ram + "CityName", p.Address.City), new XElement(Ram + "CountryID", p.Address.Country)),
        new XElement(Ram + "SpecifiedTaxRegistration", new XElement(Ram + "ID", new XAttribute("schemeID", "VA"), p.VatId)));

    private static DocumentParty Party(XElement? party)
    {
        var address = party?.Element(Ram + "PostalTradeAddress");
        return new()
        {
            Name = Text(party, "Name"), VatId = Text(party, "SpecifiedTaxRegistration", "ID"),
            Address = new()
            {
                Line1 = Text(address, "LineOne"), City = Text(address, "CityName"), PostCode = Text(address, "PostcodeCode"),
                Country = Text(address, "CountryID"),
            },
        };
    }

    private static XElement Date(string name, LocalDate? date) =>
        new(Ram + name, new XElement(Udt + "DateTimeString", new XAttribute("format", "102"), date is { } d ? Day.Format(d) : null));

    private static XElement Amount(string name, DocumentAmount? amount) => new(Ram + name, Text(amount?.Value));

    private static XElement Rate(decimal? rate) => new(Ram + "RateApplicablePercent", Text(rate));

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(XElement? parent, string name) => (string?)parent?.Element(Ram + name);

    private static string? Text(XElement? parent, string name, string below) => (string?)parent?.Element(Ram + name)?.Element(Ram + below);

    private static LocalDate? Date(XElement? parent) =>
        parent?.Element(Udt + "DateTimeString") is { } text ? Day.Parse(text.Value).Value : null;

    private static decimal? Number(XElement? parent, string name) =>
        Text(parent, name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DocumentAmount? Amount(XElement? parent, string name) => parent?.Element(Ram + name) is { } e
        ? new DocumentAmount { Value = decimal.Parse(e.Value, CultureInfo.InvariantCulture), Currency = (string?)e.Attribute("currencyID") }
        : null;
}
