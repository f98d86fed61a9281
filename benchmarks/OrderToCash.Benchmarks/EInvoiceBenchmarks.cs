using System.Buffers;
using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.EInvoicing;
using OrderToCash.Invoicing;

namespace OrderToCash.Benchmarks;

/// <summary>An e-invoice of 10 and of 10,000 lines, both ways and both syntaxes, beside an XDocument in the same run.</summary>
[MemoryDiagnoser]
public class EInvoiceBenchmarks
{
    private InvoiceDocument document = null!;
    private byte[] ubl = null!, cii = null!;

    /// <summary>How many lines the invoice has.</summary>
    [Params(10, 10_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        document = Document(Lines);
        ubl = Written(EInvoiceSyntax.Ubl);
        cii = Written(EInvoiceSyntax.Cii);
    }

    [Benchmark]
    public object ReadUblXDocument() => XDocumentInvoices.Read(new MemoryStream(ubl));

    [Benchmark]
    public object ReadUbl() => EInvoiceReader.Read(ubl);

    [Benchmark]
    public object ReadCiiXDocument() => XDocumentCiiInvoices.Read(new MemoryStream(cii));

    [Benchmark]
    public object ReadCii() => EInvoiceReader.Read(cii);

    [Benchmark]
    public void WriteUblXDocument() => XDocumentInvoices.Write(document, Stream.Null);

    [Benchmark]
    public object WriteUbl() => EInvoiceWriter.Write(document, EInvoiceSyntax.Ubl, Stream.Null);

    [Benchmark]
    public void WriteCiiXDocument() => XDocumentCiiInvoices.Write(document, Stream.Null);

    [Benchmark]
    public object WriteCii() => EInvoiceWriter.Write(document, EInvoiceSyntax.Cii, Stream.Null);

    private byte[] Written(EInvoiceSyntax syntax)
    {
        var buffer = new ArrayBufferWriter<byte>();
        _ = EInvoiceWriter.Write(document, syntax, buffer).Value;
        return buffer.WrittenSpan.ToArray();
    }

    private static InvoiceDocument Document(int lines) => new()
    {
        SpecificationId = "urn:cen.eu:en16931:2017", ProfileId = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0", Number = "INV-2026-0001",
        IssueDate = new(2026, 1, 31), DueDate = new(2026, 3, 2), TypeCode = "380", Currency = "EUR", BuyerReference = "04011000-12345-34",
        PurchaseOrderReference = "PO-7", Seller = Party("Nordlicht GmbH", "DE123456789"), Buyer = Party("Stadt Köln", "DE987654321"),
        PaymentTerms = "30 days net",
        PaymentInstructions =
        [
            new() { MeansCode = "58", RemittanceInformation = "INV-2026-0001", Transfers = [new() { AccountId = "DE02120300000000202051" }] },
        ],
        Totals = new()
        {
            LineNet = Eur(lines * 20.00m), Net = Eur(lines * 20.00m), Tax = Eur(lines * 2.60m), Gross = Eur(lines * 22.60m),
            Payable = Eur(lines * 22.60m),
        },
        TaxBreakdown =
        [
            new() { TaxableAmount = Eur(lines * 10.00m), TaxAmount = Eur(lines * 1.90m), Category = "S", Rate = 19m },
            new() { TaxableAmount = Eur(lines * 10.00m), TaxAmount = Eur(lines * 0.70m), Category = "S", Rate = 7m },
        ],
        Lines = [.. Enumerable.Range(1, lines).Select(Line)],
    };

    private static DocumentParty Party(string name, string vatId) => new()
    {
        Name = name, VatId = vatId, Address = new() { Line1 = "Hafenstraße 1", City = "Hamburg", PostCode = "20457", Country = "DE" },
    };

    private static DocumentLine Line(int number) => new()
    {
        Id = $"{number}", Quantity = 2m, Unit = "C62", Net = Eur(20.00m), TaxCategory = "S", TaxRate = number % 2 == 0 ? 19m : 7m,
        Price = new() { Net = Eur(10.00m) },
        Item = new() { Name = $"Lamp {number}", Description = "A lamp with less than 10 W", SellerId = $"L-{number}" },
    };

    private static DocumentAmount Eur(decimal value) => new() { Value = value, Currency = "EUR" };
}
