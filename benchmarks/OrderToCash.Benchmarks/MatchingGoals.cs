using System.Diagnostics;
using System.Globalization;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>The rows of the goals table beside the mixed ones of <c>matching-ratio</c>, each quick, processor time, in turns.</summary>
internal static class MatchingGoals
{
    private const int Rounds = 7;

    /// <summary>
    /// matching-goals [references | single | growth | book | changes | subsets | threads] [items]: a line or two for each.
    /// </summary>
    public static void Run(string[] args)
    {
        var row = args.Length > 1 ? args[1] : "";
        var items = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000;
        if (row is "" or "references") References(items);
        if (row is "" or "single") Single(items);
        if (row is "" or "growth") Growth();
        if (row is "" or "book") Book(items);
        if (row is "" or "changes") Changes(items);
        if (row is "" or "subsets") Subsets();
        if (row is "" or "threads") Threads(items);
    }

    private static void References(int items)
    {
        var b = new MatchingKernelBenchmarks { Items = items };
        b.Setup();
        Say($"settled: references {b.ReferencesKernel():N0} and {b.References():N0}, texts {b.TextKernel():N0} and {b.Text():N0} of {b.Referenced:N0} and {b.Numbered:N0}");
        Compare("structured reference", b.Referenced, () => b.ReferencesKernel(), () => b.References());
        Compare("number in 140 characters", b.Numbered, () => b.TextKernel(), () => b.Text());
    }

    private static void Single(int items)
    {
        var data = MatchingData.Generate(items, 20_000, seed: 42);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var rows = MatchingCommands.Rows(data);
        for (var round = 0; round < 4; round++)
        {
            var times = new long[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                MatchingCommands.Count(book, rows.AsSpan(i, 1), payers);
                times[i] = Stopwatch.GetTimestamp() - start;
            }
            Array.Sort(times);
            double At(double part) => Stopwatch.GetElapsedTime(0, times[(int)(times.Length * part)]).TotalMicroseconds;
            if (round > 0) Say($"one payment against {items:N0} items: p50 {At(0.5):F2} us, p90 {At(0.9):F2} us, p99 {At(0.99):F2} us");
        }
    }

    private static void Growth()
    {
        var first = 0.0;
        foreach (var items in (int[])[100_000, 1_000_000, 4_000_000])
        {
            var data = MatchingData.Generate(items, 50_000, seed: 42);
            var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
            var rows = MatchingCommands.Rows(data);
            var time = Enumerable.Range(0, Rounds).Min(_ => Measure(() => MatchingCommands.Count(book, rows, payers))) / rows.Length;
            first = first == 0 ? time : first;
            Say($"growth: {items:N0} items, {time:F0} ns a payment, {time / first:F2} of the first");
            GC.Collect();
        }
    }

    private static void Book(int items)
    {
        var data = MatchingData.Generate(items, 1, seed: 42);
        // What a book is built with is rented, and stays in the pool for the next one.
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        OpenItemBook.Create(data.Items);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var book = OpenItemBook.Create(data.Items);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(book);
        var time = Enumerable.Range(0, Rounds).Min(_ => Measure(() => OpenItemBook.Create(data.Items).Count)) / items;
        Say($"book of {items:N0}: {bytes / (double)items:F1} B an item, {(before - empty) / (double)items:F1} B rented while it is built, {time:F0} ns an item");
    }

    private static void Changes(int items)
    {
        var b = new BookChangeBenchmarks { Items = items };
        b.Setup();
        foreach (var (name, run) in (ReadOnlySpan<(string, Func<int>)>)[("one by one", b.OneByOne), ("a hundred at a time", b.AHundredAtATime)])
        {
            var best = double.MaxValue;
            for (var round = 0; round < 4; round++)
            {
                b.Fresh();
                best = Math.Min(best, Measure(run));
            }
            Say($"changes of {items:N0} items, {name}: {best / BookChangeBenchmarks.Count:F0} ns each, of {BookChangeBenchmarks.Count:N0}");
        }
    }

    private static void Subsets()
    {
        var b = new SubsetBenchmarks();
        Compare("unique among 40, up to four", 1, () => b.FourOfFortyLoops(), () => b.FourOfForty(), 200);
        Compare("unique among 100, up to three", 1, () => b.ThreeOfHundredLoops(), () => b.ThreeOfHundred(), 200);
        Compare("two ways, 200 amounts, 50,000.00", 1, () => b.AnyOfTwoHundred(), () => b.AnyOfTwoHundred(), 10);
    }

    private static void Threads(int items)
    {
        var data = MatchingData.Generate(items, items / 2, seed: 42);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var rows = MatchingCommands.Rows(data);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
            ratios.Add(Wall(() => MatchingCommands.Count(book, rows, payers)) / Wall(() => MatchingCommands.Count(book, rows, payers, threads: 2)));
        Say($"two threads: {ratios.Order().ElementAt(Rounds / 2):F2} of one (median of the rounds, by the clock), {ratios.Min():F2} to {ratios.Max():F2}");
    }

    private static void Compare(string name, int count, Func<int> limit, Func<int> ours, int repeat = 1)
    {
        var (theirs, own) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            theirs[round] = Measure(Repeated(limit, repeat)) / repeat;
            own[round] = Measure(Repeated(ours, repeat)) / repeat;
        }
        var ratios = theirs.Zip(own, (t, o) => o / t).Order().ToArray();
        Say($"{name}: {theirs.Min() / count:F1} and {own.Min() / count:F1} ns (fastest), the second is {ratios[Rounds / 2]:F2} of the first in the median, {ratios[0]:F2} to {ratios[^1]:F2}");
    }

    private static Func<int> Repeated(Func<int> run, int repeat) => () =>
    {
        var sum = 0;
        for (var i = 0; i < repeat; i++) sum += run();
        return sum;
    };

    private static double Measure(Func<int> run)
    {
        GC.Collect();
        var started = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - started).TotalNanoseconds;
    }

    private static double Wall(Func<int> run)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
