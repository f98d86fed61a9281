using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>As-of aging of movements, on both time axes, in one pass: ours and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class AgingBenchmarks
{
    private AgingMovement[] movements = null!;
    private List<HandWrittenMovement> handWritten = null!;

    [Params(1_000_000)]
    public int Movements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        movements = ReceivablesData.Movements(Movements);
        handWritten = ReceivablesData.HandWritten(movements);
        var ours = OrderToCash();
        var rows = HandWritten();
        var expected = Enumerable.Range(0, ours.RowCount).Where(row => row % 2 == 0)
            .Sum(row => ours.Amounts(row, ReceivablesData.CurrencyOf(row)).Buckets[4].Amount);
        if (rows.Where(r => r.Currency == "EUR").Sum(r => r.Buckets[4]) is var theirs && theirs != expected)
            throw new InvalidOperationException($"{expected} and {theirs} are two results.");
    }

    [Benchmark(Baseline = true)]
    public List<HandWrittenAgingRow> HandWritten() => HandWrittenReceivables.Age(
        handWritten, ReceivablesData.Day.ToDateOnly(), ReceivablesData.KnownAt.ToDateTimeUtc());

    [Benchmark]
    public AgingScan OrderToCash()
    {
        var scan = new AgingScan(new(), ReceivablesData.Day, ReceivablesData.KnownAt);
        scan.Add(movements);
        return scan;
    }

    /// <summary>With the rows read out, as a report has them.</summary>
    [Benchmark]
    public Money OrderToCashReport()
    {
        var scan = OrderToCash();
        var sum = Money.Zero(Currency.Eur);
        for (var row = 0; row < scan.RowCount; row += 2) sum += scan.Amounts(row, Currency.Eur).Total;
        return sum;
    }
}
