using BenchmarkDotNet.Attributes;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>
/// Which items add up to an amount, and are they the only ones: loops, as in the hand-written engine, and ours; and in two ways with any
/// number of items.
/// </summary>
public class SubsetBenchmarks
{
    private const long Total = 5_000_000;

    private readonly long[] forty = Amounts(40, 50_000_000, 1);
    private readonly long[] hundred = Amounts(100, 50_000_000, 2);
    private readonly long[] twoHundred = Amounts(200, 500_000, 3);

    private long FortyTotal => forty[5] + forty[11] + forty[23] + forty[38];

    private long HundredTotal => hundred[5] + hundred[41] + hundred[93];

    [Benchmark]
    public int FourOfFortyLoops() => SubsetLoops.UpToTwo(forty, FortyTotal, 4);

    [Benchmark]
    public int FourOfForty() => Search(forty, FortyTotal, 4);

    [Benchmark]
    public int ThreeOfHundredLoops() => SubsetLoops.UpToTwo(hundred, HundredTotal, 3);

    [Benchmark]
    public int ThreeOfHundred() => Search(hundred, HundredTotal, 3);

    [Benchmark]
    public int AnyOfTwoHundred() => SubsetWays.UpToTwo(twoHundred, Total);

    private static int Search(long[] amounts, long total, int most)
    {
        Span<int> chosen = stackalloc int[SubsetSearch.MostItems];
        return SubsetSearch.UpToTwo(amounts, total, most, chosen, out _);
    }

    private static long[] Amounts(int count, long most, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(1_000, most)).Order()];
    }
}
