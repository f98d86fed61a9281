using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>100,000 mixed payments against 150,000 open items: decisions with evidence, ours and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    /// <summary>How many payments there are; results are divided by it where they say "a payment".</summary>
    public const int Payments = 100_000;

    /// <summary>How many items.</summary>
    public const int Items = 150_000;

    private MatchingData data = null!;
    private OpenItemBook book = null!;
    private PayerDirectory payers = null!;
    private HandWrittenMatching handWritten = null!;

    [GlobalSetup]
    public void Setup()
    {
        data = MatchingData.Generate(Items, Payments, seed: 42);
        (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        handWritten = new(data.Items, data.Aliases);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Payments)]
    public int HandWritten() => handWritten.Match(data.Payments).Count;

    [Benchmark(OperationsPerInvoke = Payments)]
    public int OrderToCash() => MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers).Decisions.Count;
}

/// <summary>Building the index for 150,000 open items: ours and hand-written, in one run.</summary>
[MemoryDiagnoser]
public class MatchingBookBenchmarks
{
    private MatchingData data = null!;

    [GlobalSetup]
    public void Setup() => data = MatchingData.Generate(MatchingBenchmarks.Items, 1, seed: 42);

    [Benchmark(Baseline = true, OperationsPerInvoke = MatchingBenchmarks.Items)]
    public object HandWrittenIndex() => new HandWrittenMatching(data.Items, data.Aliases);

    [Benchmark(OperationsPerInvoke = MatchingBenchmarks.Items)]
    public object OrderToCashBook() => OpenItemBook.Create(data.Items);
}
