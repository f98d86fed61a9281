using System.Diagnostics;
using System.Globalization;

namespace OrderToCash.Benchmarks;

/// <summary>
/// Times on a machine that does other work: all rows in turns, in batches of about a millisecond. The fastest batch is what the code needs;
/// the median of the ratios of each round is what a busy machine leaves true.
/// </summary>
internal static class SpeedCommands
{
    private const int Rounds = 400;

    /// <summary>speed [einvoice | totals | check | receivables]: a table per area; the first row of a group is what the group is compared with.</summary>
    public static void Run(string[] args)
    {
        var area = args.Length > 1 ? args[1] : "";
        if (area is "" or "einvoice") EInvoices();
        if (area is "" or "totals") Totals();
        if (area is "" or "check") Checks();
        if (area is "" or "receivables") Receivables();
    }

    private static void Receivables()
    {
        var b = new StatementBenchmarks();
        b.Setup();
        Compare(("statement, hand-written", () => b.HandWritten()), ("statement of open items", () => b.OpenItems()),
            ("balance forward", () => b.BalanceForward()));
        var histories = Array.ConvertAll([10, 10_000], closed => new LedgerHistoryBenchmarks { ClosedItems = closed });
        foreach (var history in histories) history.Setup().GetAwaiter().GetResult();
        Compare(("command, 10 closed items", () => histories[0].PayTheOldest().GetAwaiter().GetResult()),
            ("command, 10,000 closed items", () => histories[1].PayTheOldest().GetAwaiter().GetResult()));
    }

    private static void EInvoices()
    {
        var b = new EInvoiceBenchmarks { Lines = 10 };
        b.Setup();
        Compare(("read UBL, XDocument", () => b.ReadUblXDocument()), ("read UBL, OrderToCash", () => b.ReadUbl()));
        Compare(("read CII, XDocument", () => b.ReadCiiXDocument()), ("read CII, OrderToCash", () => b.ReadCii()));
        Compare(("write UBL, XDocument", b.WriteUblXDocument), ("write UBL, OrderToCash", () => b.WriteUbl()));
        Compare(("write CII, XDocument", b.WriteCiiXDocument), ("write CII, OrderToCash", () => b.WriteCii()));
    }

    private static void Totals()
    {
        var b = new TotalsBenchmarks();
        b.Setup();
        Compare(("hand-written", () => b.HandWritten()), ("breakdown", () => b.OrderToCash()),
            ("breakdown, net and tax", () => b.OrderToCashWithTotals()), ("by line", () => b.OrderToCashByLine()), ("totals of a draft", () => b.OrderToCashDraft()));
    }

    private static void Checks()
    {
        var b = new EInvoiceCheckBenchmarks();
        b.Setup();
        Compare(("hand-written, totals only", () => b.HandWrittenDocumentCheckOnly()), ("EN 16931", () => b.En16931()),
            ("EN 16931 and Peppol, exact", () => b.En16931AndPeppol()), ("breakdown and totals computed", () => b.Figures()));
    }

    private static void Compare(params (string Name, Action Run)[] rows)
    {
        var counts = Array.ConvertAll(rows, row => Warm(row.Run));
        var times = Array.ConvertAll(rows, _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
            for (var row = 0; row < rows.Length; row++) times[row][round] = Time(rows[row].Run, counts[row]);
        for (var row = 0; row < rows.Length; row++)
        {
            var bytes = Bytes(rows[row].Run);
            var ratios = times[row].Select((t, round) => times[0][round] / t).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rows[row].Name} | {times[row].Min() / 1000:F2} us | {times[row].Order().ElementAt(Rounds / 2) / 1000:F2} us | {ratios[Rounds / 2]:F2} | {bytes:N0} B |"));
        }
    }

    private static int Warm(Action run)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 200 || watch.ElapsedMilliseconds < 1500; i++) run();
        var fastest = Enumerable.Range(0, 20).Min(_ => Time(run, 10));
        return Math.Max(1, (int)(1_000_000 / fastest));
    }

    private static double Time(Action run, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / count;
    }

    private static long Bytes(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
