using System.Globalization;
using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;

namespace OrderToCash.Benchmarks;

/// <summary>What is measured beside time: how right both engines are, and their ratio when other work disturbs the machine.</summary>
internal static class MatchingCommands
{
    /// <summary>matching-score [seed] [way of saying]: the table of right and wrong; with a way of saying, what was left of it and all errors.</summary>
    public static void Score(string[] args)
    {
        var data = Data(args);
        var run = MatchingEngine.Match(OpenItemBook.Create(data.Items), data.Payments, MatchingPolicy.Standard, PayerDirectory.Create(data.Aliases));
        var ours = MatchingScore.Of(data, run);
        var theirs = MatchingScore.Of(data, new HandWrittenMatching(data.Items, data.Aliases).Match(data.Payments));
        Console.WriteLine(MatchingScore.Table(data, ours, theirs));
        if (args.Length < 3) return;
        for (var i = 0; i < data.Payments.Length; i++)
        {
            var isLeft = data.SaidHow[i].ToString() == args[2] && !run.Decisions[i].IsApplied;
            if (!isLeft && !ours.Wrong.Contains(i)) continue;
            var truth = string.Join(' ', data.Truth[i].Select(t => $"{data.Items[t].Id}={data.Items[t].DocumentNumber} {data.Items[t].Amount}"));
            Console.WriteLine($"{data.SaidHow[i]} [{truth}] {data.Payments[i].Amount} '{data.Payments[i].RemittanceText}': {run.Decisions[i].Explanation}");
        }
    }

    /// <summary>
    /// matching-ratio [seed] [items] [payments] [set]: hand-written, objects and rows in turns, eleven rounds; the ratio of each round is what a
    /// busy machine leaves true. With bytes a payment, and the memory and time of the book. The standard set where none is named, in one currency.
    /// </summary>
    public static void Ratio(string[] args)
    {
        var (items, payments) = (Number(args, 2, MatchingBenchmarks.Items), Number(args, 3, MatchingBenchmarks.Payments));
        var set = args.Length > 4 ? MatchingSet.Named(args[4]) with { Foreign = 0 } : MatchingSet.OneCurrency;
        var data = MatchingData.Generate(items, payments, (ulong)Number(args, 1, 42), set);
        var rows = Rows(data);
        Book(data);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var handWritten = new HandWrittenMatching(data.Items, data.Aliases);
        var rounds = new List<(double Theirs, double Ours, double Columns)>();
        var bytes = new long[3];
        for (var round = 0; round < 14; round++)
        {
            var theirs = Nanoseconds(() => handWritten.Match(data.Payments).Count, data, out bytes[0]);
            var ours = Nanoseconds(() => MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers).Decisions.Count, data, out bytes[1]);
            var columns = Nanoseconds(() => Count(book, rows, payers), data, out bytes[2]);
            if (round > 2) rounds.Add((theirs, ours, columns));
        }
        Report("hand-written", rounds.ConvertAll(r => r.Theirs), rounds.ConvertAll(r => r.Theirs), bytes[0]);
        Report("objects", rounds.ConvertAll(r => r.Theirs), rounds.ConvertAll(r => r.Ours), bytes[1]);
        Report("rows", rounds.ConvertAll(r => r.Theirs), rounds.ConvertAll(r => r.Columns), bytes[2]);
    }

    /// <summary>The payments as rows.</summary>
    public static PaymentRow[] Rows(MatchingData data) => [.. data.Payments.Select((p, i) => new PaymentRow
    {
        Number = i, Amount = p.Amount, ReceivedOn = p.ReceivedOn, Account = p.CounterpartyAccount, Text = p.RemittanceText, BankLine = i + 1,
        Reference = p.Claims.IsEmpty ? null : p.Claims[0].StructuredReference,
    })];

    /// <summary>Matches rows and counts what is applied.</summary>
    public static int Count(OpenItemBook book, ReadOnlySpan<PaymentRow> rows, PayerDirectory payers, int threads = 1)
    {
        var sink = new Counter();
        MatchingEngine.Match(book, rows, MatchingPolicy.Standard, payers, ref sink, threads);
        return sink.Parts;
    }

    private static void Report(string name, List<double> theirs, List<double> ours, long bytes)
    {
        var ratios = theirs.Zip(ours, (a, b) => a / b).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {ours.Min():F0} ns (fastest), {ours.Order().ElementAt(ours.Count / 2):F0} ns (median) a payment, {bytes} B a payment; hand-written / this {ratios[ratios.Count / 2]:F2} in the median, {ratios[0]:F2} to {ratios[^1]:F2}"));
    }

    private static void Book(MatchingData data)
    {
        var times = new List<double>();
        // What a book is built with is rented, and stays in the pool for the next one.
        OpenItemBook.Create(data.Items);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var book = OpenItemBook.Create(data.Items);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        for (var round = 0; round < 5; round++)
        {
            var started = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(OpenItemBook.Create(data.Items));
            times.Add((Environment.CpuUsage.TotalTime - started).TotalNanoseconds / data.Items.Count);
        }
        GC.KeepAlive(book);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"book of {data.Items.Count}: {bytes / (double)data.Items.Count:F0} B an item, built in {times.Min():F0} ns an item (fastest of {times.Count})"));
    }

    private struct Counter : IMatchSink
    {
        public int Parts { get; private set; }

        public void Take(in MatchedRow decision, ReadOnlySpan<MatchedPart> parts) => Parts += parts.Length;
    }

    private static double Nanoseconds(Func<int> run, MatchingData data, out long bytes)
    {
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        // Processor time: what other work takes from a busy machine is not counted.
        var started = Environment.CpuUsage.TotalTime;
        run();
        var time = (Environment.CpuUsage.TotalTime - started).TotalNanoseconds / data.Payments.Length;
        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / data.Payments.Length;
        return time;
    }

    private static int Number(string[] args, int at, int otherwise) =>
        args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

    private static MatchingData Data(string[] args) => MatchingData.Generate(
        MatchingBenchmarks.Items, MatchingBenchmarks.Payments, args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 42);
}
