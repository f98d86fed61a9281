using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>Money on invoices, a command each: ours with events, checks and a balanced entry, and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private OpenItem[] invoices = null!;
    private string[] payments = null!;

    [Params(10_000)]
    public int Payments { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        payments = Enumerable.Range(0, Payments).Select(i => $"PAY-{i}").ToArray();
        invoices = Enumerable.Range(0, Payments)
            .Select(i => ReceivablesData.Invoice($"INV-{i}", new($"C-{i / 10}"), 1 + i, ReceivablesData.Day.PlusDays(-30), ReceivablesData.Day)).ToArray();
        if (OrderToCash() != 0 || HandWritten().Journal.Count != Payments) throw new InvalidOperationException("Not all is paid.");
    }

    [Benchmark(Baseline = true)]
    public HandWrittenReceivables HandWritten()
    {
        var books = new HandWrittenReceivables();
        foreach (var invoice in invoices) books.Add(ReceivablesData.HandWritten(invoice));
        for (var i = 0; i < invoices.Length; i++)
            books.Receive(payments[i], invoices[i].Customer.Value, ReceivablesData.Day.ToDateOnly(), "EUR", invoices[i].Amount.Amount, invoices[i].Id.Value);
        return books;
    }

    [Benchmark]
    public long OrderToCash()
    {
        var open = 0L;
        for (var i = 0; i < invoices.Length; i++)
            open += ReceivablesData.Pay(invoices[i], payments[i], invoices[i].Amount).Item(invoices[i].Id)!.Open.MinorUnits;
        return open;
    }
}
