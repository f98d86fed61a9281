using BenchmarkDotNet.Attributes;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>A payment against more and more items: 50,000 mixed ones as rows, all in one run.</summary>
[MemoryDiagnoser]
public class MatchingGrowthBenchmarks
{
    private const int Payments = 50_000;

    private MatchingRows rows = null!;

    /// <summary>How many items are open.</summary>
    [Params(100_000, 1_000_000, 4_000_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup() => rows = new(Items, Payments);

    [Benchmark(OperationsPerInvoke = Payments)]
    public int Payment() => rows.Match();
}

/// <summary>One payment against 1,000,000 items, each in a run of its own; the mean, <c>matching-goals single</c> says the
/// percentiles.</summary>
[MemoryDiagnoser]
public class MatchingSingleBenchmarks
{
    private const int Payments = 20_000;

    private MatchingRows rows = null!;

    [GlobalSetup]
    public void Setup() => rows = new(1_000_000, Payments);

    [Benchmark(OperationsPerInvoke = Payments)]
    public int PaymentOfItsOwn() => rows.MatchEach();
}

/// <summary>300,000 items and 150,000 payments: one thread and two.</summary>
public class MatchingThreadBenchmarks
{
    private const int Payments = 150_000;

    private MatchingRows rows = null!;

    [GlobalSetup]
    public void Setup() => rows = new(Payments * 2, Payments);

    [Benchmark(Baseline = true, OperationsPerInvoke = Payments)]
    public int OneThread() => rows.Match();

    [Benchmark(OperationsPerInvoke = Payments)]
    public int TwoThreads() => rows.Match(threads: 2);
}

/// <summary>
/// Building a book of 1,000,000 items, and the memory of it: what it is built with is rented, so that of the bytes allocated an item nearly
/// all are kept.
/// </summary>
[MemoryDiagnoser]
public class MatchingMillionBookBenchmarks
{
    private const int Items = 1_000_000;

    private MatchingData data = null!;

    [GlobalSetup]
    public void Setup() => data = MatchingData.Generate(Items, 1, seed: 42);

    [Benchmark(OperationsPerInvoke = Items)]
    public int Item() => OpenItemBook.Create(data.Items).Count;
}

/// <summary>Generated payments as rows, and the book they are matched against.</summary>
internal sealed class MatchingRows
{
    private readonly OpenItemBook book;
    private readonly PayerDirectory payers;
    private readonly PaymentRow[] rows;

    public MatchingRows(int items, int payments)
    {
        var data = MatchingData.Generate(items, payments, seed: 42);
        (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        rows = MatchingCommands.Rows(data);
    }

    /// <summary>All in one run; how many parts were applied.</summary>
    public int Match(int threads = 1) => MatchingCommands.Count(book, rows, payers, threads);

    /// <summary>Each in a run of its own.</summary>
    public int MatchEach()
    {
        var parts = 0;
        for (var i = 0; i < rows.Length; i++) parts += MatchingCommands.Count(book, rows.AsSpan(i, 1), payers);
        return parts;
    }
}
