using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>A statement of a customer with 2,602 open items and as many paid ones: ours and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class StatementBenchmarks
{
    private static readonly LocalDate From = ReceivablesData.Day.PlusDays(-89);
    private static readonly CustomerId Customer = new("C-1");
    private List<OpenItem> items = null!;
    private List<HandWrittenItem> handWritten = null!;

    [GlobalSetup]
    public void Setup()
    {
        items = ReceivablesData.Account(2_602, 2_602);
        handWritten = items.ConvertAll(ReceivablesData.HandWritten);
        var (ours, theirs) = (OpenItems().Sections[0], HandWritten());
        if (ours.Closing.Amount != theirs.Closing || ours.Items.Count != theirs.Lines.Count || ours.Opening.Amount != theirs.Opening)
            throw new InvalidOperationException($"{ours.Closing} and {theirs.Closing} are two results.");
    }

    [Benchmark(Baseline = true)]
    public HandWrittenStatement HandWritten() =>
        HandWrittenReceivables.State(handWritten, From.ToDateOnly(), ReceivablesData.Day.ToDateOnly());

    [Benchmark]
    public AccountStatement OpenItems() => AccountStatement.Of(items, ReceivablesData.Entity, Customer, From, ReceivablesData.Day, new());

    [Benchmark]
    public AccountStatement BalanceForward() => AccountStatement.Of(
        items, ReceivablesData.Entity, Customer, From, ReceivablesData.Day, new() { Kind = StatementKind.BalanceForward });

    [Benchmark]
    public string OpenItemsAsText() => StatementWriter.Text(OpenItems());
}
