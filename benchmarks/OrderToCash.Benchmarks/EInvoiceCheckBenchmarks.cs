using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Invoicing;

namespace OrderToCash.Benchmarks;

/// <summary>
/// A ten-line, two-rate document against all rules of EN 16931 and Peppol (some four hundred), and the figures alone; beside a
/// competent hand-written check of the dozen rules about totals, in LINQ.
/// </summary>
[MemoryDiagnoser]
public class EInvoiceCheckBenchmarks
{
    private static readonly RuleOptions Peppol = new() { Sets = InvoiceProfile.PeppolBilling3.Sets, Strictness = RuleStrictness.Exact };

    private static readonly RuleOptions En = new() { Sets = RuleSets.En16931 };

    private InvoiceDocument document = null!;
    private InvoiceDocument draft = null!;

    [GlobalSetup]
    public void Setup()
    {
        draft = Draft();
        document = draft.Computed().Value;
        var findings = En16931Rules.Check(document, Peppol);
        if (!findings.IsEmpty) throw new InvalidOperationException(string.Join("\n", findings));
        if (!HandWrittenDocumentCheck.Check(document)) throw new InvalidOperationException("The hand-written check refuses the document.");
    }

    [Benchmark(Baseline = true)]
    public bool HandWrittenDocumentCheckOnly() => HandWrittenDocumentCheck.Check(document);

    [Benchmark]
    public int En16931() => En16931Rules.Check(document, En).Count;

    [Benchmark]
    public int En16931AndPeppol() => En16931Rules.Check(document, Peppol).Count;

    [Benchmark]
    public InvoiceDocument Figures() => draft.Computed().Value;

    private static InvoiceDocument Draft() => new()
    {
        SpecificationId = InvoiceProfile.PeppolBilling3.SpecificationId,
        ProfileId = InvoiceProfile.PeppolBilling3.ProcessId,
        Number = "INV-1", IssueDate = new(2026, 3, 1), TypeCode = "380", Currency = "EUR", DueDate = new(2026, 3, 31),
        BuyerReference = "B-1",
        Seller = Party("Seller", "FR", "FR12345678901"),
        Buyer = Party("Buyer", "BE", "BE0123456789"),
        PaymentInstructions = [new() { MeansCode = "58", Transfers = [new() { AccountId = "FR1420041010050500013M02606" }] }],
        Lines = [.. Enumerable.Range(1, 10).Select(i => new DocumentLine
        {
            Id = $"{i}", Quantity = i, Unit = "C62", TaxCategory = "S", TaxRate = i % 2 == 0 ? 20 : 5.5m,
            Price = new() { Net = new() { Value = 12.34m + i, Currency = "EUR" } },
            Item = new() { Name = $"Thing {i}", SellerId = $"SKU-{i}" },
        })],
    };

    private static DocumentParty Party(string name, string country, string vatId) => new()
    {
        Name = name, VatId = vatId, LegalId = new() { Value = "123456789" }, Endpoint = new() { Value = vatId, Scheme = "9957" },
        Address = new() { Line1 = "Street 1", City = "Town", PostCode = "1000", Country = country },
    };
}
