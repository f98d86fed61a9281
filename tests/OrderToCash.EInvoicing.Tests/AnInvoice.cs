using System.Buffers;
using System.Text;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>Small documents of our own.</summary>
internal static class AnInvoice
{
    public static InvoiceDocument Of(int lines, bool isCreditNote = false) => new()
    {
        IsCreditNote = isCreditNote, SpecificationId = "urn:cen.eu:en16931:2017", ProfileId = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
        Number = "INV-2026-0001", IssueDate = new(2026, 1, 31), DueDate = new(2026, 3, 2), TypeCode = isCreditNote ? "381" : "380",
        Currency = "EUR", BuyerReference = "04011000-12345-34", PurchaseOrderReference = "PO-7", ProjectReference = "Bridge",
        Notes = [new() { SubjectCode = "AAI", Text = "Thank you & see you soon" }],
        PrecedingInvoices = isCreditNote ? [new() { Number = "INV-2025-0900", IssueDate = new(2025, 12, 1) }] : [],
        Seller = new()
        {
            Name = "Nordlicht GmbH", TradingName = "Nordlicht", VatId = "DE123456789", LegalId = new() { Value = "HRB 4711" },
            Endpoint = new() { Value = "billing@nordlicht.example", Scheme = "EM" },
            Address = new() { Line1 = "Hafenstraße 1", City = "Hamburg", PostCode = "20457", Country = "DE" },
            Contact = new() { Name = "Ann Smith", Phone = "+49 40 1", Email = "ann@nordlicht.example" },
        },
        Buyer = new()
        {
            Name = "Stadt Köln", Ids = [new() { Value = "4000001000005", Scheme = "0088" }],
            Endpoint = new() { Value = "0204:05315000-1-23", Scheme = "0204" },
            Address = new() { Line1 = "Rathausplatz 1", City = "Köln", PostCode = "50667", Country = "DE" },
        },
        Delivery = new() { Date = new(2026, 1, 30) },
        PaymentInstructions =
        [
            new()
            {
                MeansCode = "58", RemittanceInformation = "INV-2026-0001",
                Transfers = [new() { AccountId = "DE02120300000000202051", AccountName = "Nordlicht GmbH", ServiceProviderId = "BYLADEM1001" }],
            },
        ],
        PaymentTerms = "30 days net",
        Totals = new()
        {
            LineNet = Eur(lines * 20.00m), Net = Eur(lines * 20.00m), Tax = Eur(lines * 3.80m), Gross = Eur(lines * 23.80m),
            Payable = Eur(lines * 23.80m),
        },
        TaxBreakdown = [new() { TaxableAmount = Eur(lines * 20.00m), TaxAmount = Eur(lines * 3.80m), Category = "S", Rate = 19m }],
        Lines = [.. Enumerable.Range(1, lines).Select(Line)],
    };

    public static byte[] Written(InvoiceDocument document, EInvoiceSyntax syntax)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Expect.Success(EInvoiceWriter.Write(document, syntax, buffer));
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Ubl(string content) => Encoding.UTF8.GetBytes(
        "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""
        + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
        + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\n" + content + "</Invoice>");

    public static byte[] Cii(string content) => Encoding.UTF8.GetBytes(
        "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""
        + " xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\""
        + " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">\n" + content + "</rsm:CrossIndustryInvoice>");

    private static DocumentLine Line(int number) => new()
    {
        Id = $"{number}", Quantity = 2m, Unit = "C62", Net = Eur(20.00m), TaxCategory = "S", TaxRate = 19m,
        Price = new() { Net = Eur(10.00m), Gross = Eur(12.00m), Discount = Eur(2.00m), BaseQuantity = 1m, BaseQuantityUnit = "C62" },
        Item = new() { Name = $"Lamp {number}", Description = "A lamp < 10 W", SellerId = $"L-{number}" },
    };

    private static DocumentAmount Eur(decimal value) => new() { Value = value, Currency = "EUR" };
}
