using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Invoicing;
using OrderToCash.Tax;

namespace OrderToCash.Benchmarks;

/// <summary>Totals and tax breakdown of an invoice of ten lines under two rates: ours and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class TotalsBenchmarks
{
    private static readonly (decimal Net, decimal Rate)[] Amounts =
    [
        (125.50m, 20), (9.99m, 20), (1_250.00m, 5.5m), (0.85m, 20), (47.11m, 5.5m), (310.00m, 20), (75.25m, 20), (18.40m, 5.5m), (2_999.00m, 20), (64.07m, 20),
    ];

    private TaxableLine[] lines = null!;
    private HandWrittenLine[] handWritten = null!;
    private DraftInvoice draft = null!;

    [GlobalSetup]
    public void Setup()
    {
        lines = Array.ConvertAll(Amounts, a => new TaxableLine
        {
            Net = Money.Of(a.Net, Currency.Eur), Category = TaxCategory.Standard, Rate = Percentage.Of(a.Rate),
        });
        handWritten = Array.ConvertAll(Amounts, a => new HandWrittenLine(a.Net, "S", a.Rate));
        draft = Draft();
        var (ours, theirs) = (OrderToCash(), HandWritten());
        if (ours.Gross.Amount != theirs.Gross || ours.Subtotals.Count != theirs.Subtotals.Count || draft.Totals().Gross != ours.Gross)
            throw new InvalidOperationException($"{ours.Gross} and {theirs.Gross} are two results.");
    }

    [Benchmark(Baseline = true)]
    public HandWrittenInvoiceTotals HandWritten() => HandWrittenTotals.Compute(handWritten);

    [Benchmark]
    public TaxBreakdown OrderToCash() => TaxBreakdown.Compute(lines, TaxComputation.ByBreakdown, Currency.Eur);

    [Benchmark]
    public Money OrderToCashWithTotals()
    {
        var breakdown = TaxBreakdown.Compute(lines, TaxComputation.ByBreakdown, Currency.Eur);
        return breakdown.Net + breakdown.Tax;
    }

    [Benchmark]
    public TaxBreakdown OrderToCashByLine() => TaxBreakdown.Compute(lines, TaxComputation.ByLine, Currency.Eur);

    [Benchmark]
    public InvoiceTotals OrderToCashDraft() => draft.Totals();

    private static DraftInvoice Draft()
    {
        var seller = new Party { Name = "Seller Ltd", Address = new() { Country = new("IE") } };
        var buyer = seller with { Name = "Buyer Ltd" };
        return new()
        {
            Id = new("draft-1"), LegalEntity = new("entity-1"), Customer = new("customer-1"), Seller = seller, Buyer = buyer,
            Currency = Currency.Eur, DocumentDate = new(2026, 3, 1), TaxPoint = new(2026, 3, 1),
            Lines = [.. Amounts.Select(a => new InvoiceLine
            {
                Description = "Thing", Quantity = Quantity.Of(1, UnitCode.Piece), Net = Money.Of(a.Net, Currency.Eur),
                Tax = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(a.Rate) },
            })],
        };
    }
}
