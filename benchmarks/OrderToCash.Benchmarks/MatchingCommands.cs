using System.Diagnostics;
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

    /// <summary>matching-ratio [seed]: both engines in turns, eleven rounds; the ratio of each round is what a busy machine leaves true.</summary>
    public static void Ratio(string[] args)
    {
        var data = Data(args);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var handWritten = new HandWrittenMatching(data.Items, data.Aliases);
        var rounds = new List<(double Theirs, double Ours)>();
        for (var round = 0; round < 14; round++)
        {
            var theirs = Nanoseconds(() => handWritten.Match(data.Payments).Count, data);
            var ours = Nanoseconds(() => MatchingEngine.Match(book, data.Payments, MatchingPolicy.Standard, payers).Decisions.Count, data);
            if (round > 2) rounds.Add((theirs, ours));
        }
        var ratios = rounds.Select(r => r.Theirs / r.Ours).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"hand-written {rounds.Min(r => r.Theirs):F0} ns, ours {rounds.Min(r => r.Ours):F0} ns a payment (fastest of {rounds.Count}); ratio median {ratios[ratios.Count / 2]:F2}, {ratios[0]:F2} to {ratios[^1]:F2}"));
    }

    private static double Nanoseconds(Func<int> run, MatchingData data)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalNanoseconds / data.Payments.Length;
    }

    private static MatchingData Data(string[] args) => MatchingData.Generate(
        MatchingBenchmarks.Items, MatchingBenchmarks.Payments, args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 42);
}
