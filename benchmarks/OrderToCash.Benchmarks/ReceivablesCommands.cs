using System.Diagnostics;
using System.Globalization;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>What is too large for hundreds of rounds: both sides in turns, a few rounds, the fastest and the median of the ratios.</summary>
internal static class ReceivablesCommands
{
    private const int Rounds = 5;

    /// <summary>receivables-million [payments] [movements]: 1,000,000 payments on as many items, aging of 10,000,000 movements.</summary>
    public static void Million(string[] args)
    {
        var payments = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
        var movements = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10_000_000;
        if (movements > 0) Age(movements);
        if (payments > 0) Apply(payments);
    }

    private static void Age(int count)
    {
        var benchmark = new AgingBenchmarks { Movements = count };
        benchmark.Setup();
        Compare($"aging of {count:N0} movements", count, () => benchmark.HandWritten(), () => benchmark.OrderToCash());
    }

    private static void Apply(int count)
    {
        var benchmark = new LedgerBenchmarks { Payments = count };
        benchmark.Setup();
        Compare($"{count:N0} payments on as many items", count, () => benchmark.HandWritten(), () => benchmark.OrderToCash());
    }

    private static void Compare(string name, int count, Action handWritten, Action ours)
    {
        var (theirs, own, bytes) = (new double[Rounds], new double[Rounds], (Theirs: 0L, Own: 0L));
        var worked = (Theirs: new double[Rounds], Own: new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            (theirs[round], worked.Theirs[round], bytes.Theirs) = Measure(handWritten);
            (own[round], worked.Own[round], bytes.Own) = Measure(ours);
        }
        var ratios = theirs.Zip(own, (t, o) => t / o).Order().ToArray();
        var processor = worked.Theirs.Zip(worked.Own, (t, o) => t / o).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {theirs.Min():F0} ms, {bytes.Theirs / (double)count:F1} B each | {own.Min():F0} ms, {bytes.Own / (double)count:F3} B each | {ratios[Rounds / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2}) |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  of processor time, collections of garbage with it: {worked.Theirs.Min():F0} ms, {worked.Own.Min():F0} ms, {processor[Rounds / 2]:F2} ({processor[0]:F2} to {processor[^1]:F2})"));
    }

    private static (double Milliseconds, double Processor, long Bytes) Measure(Action run)
    {
        GC.Collect();
        var worked = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        run();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
