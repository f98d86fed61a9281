using OrderToCash.Benchmarks.Peers;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>How right an engine was: applied to exactly the true items, applied to others, or left to a person.</summary>
public sealed class MatchingScore
{
    private readonly int[,] counts = new int[Enum.GetValues<Said>().Length, 3];

    /// <summary>Positions of payments that were applied wrongly.</summary>
    public List<int> Wrong { get; } = [];

    public int Right { get; private set; }

    public int Untouched { get; private set; }

    public static MatchingScore Of(MatchingData data, MatchRun run) =>
        Of(data, i => [.. run.Decisions[i].Allocations.Select(a => Position(a.Item))]);

    public static MatchingScore Of(MatchingData data, IReadOnlyList<HandWrittenDecision> decisions) =>
        Of(data, i => [.. decisions[i].Items.Select(x => Position(x.Id))]);

    /// <summary>A table in Markdown: a line for each way of saying, then all.</summary>
    public static string Table(MatchingData data, MatchingScore ours, MatchingScore theirs)
    {
        var lines = new List<string>
        {
            "| the payment says | payments | ours: right | wrong | left | hand-written: right | wrong | left |", "|---|---|---|---|---|---|---|---|",
        };
        foreach (var kind in Enum.GetValues<Said>())
        {
            var (a, b) = (ours.Row(kind), theirs.Row(kind));
            lines.Add($"| {kind} | {a.Sum()} | {a[0]} | {a[1]} | {a[2]} | {b[0]} | {b[1]} | {b[2]} |");
        }
        lines.Add($"| **all** | {data.Payments.Length} | {ours.Right} | {ours.Wrong.Count} | {ours.Untouched} | {theirs.Right} | {theirs.Wrong.Count} | {theirs.Untouched} |");
        return string.Join('\n', lines);
    }

    private static MatchingScore Of(MatchingData data, Func<int, int[]> applied)
    {
        var score = new MatchingScore();
        for (var i = 0; i < data.Payments.Length; i++)
        {
            var items = applied(i);
            Array.Sort(items);
            var column = items.Length == 0 ? 2 : items.AsSpan().SequenceEqual(data.Truth[i]) ? 0 : 1;
            score.counts[(int)data.SaidHow[i], column]++;
            if (column == 0) score.Right++;
            if (column == 1) score.Wrong.Add(i);
            if (column == 2) score.Untouched++;
        }
        return score;
    }

    private int[] Row(Said kind) => [counts[(int)kind, 0], counts[(int)kind, 1], counts[(int)kind, 2]];

    private static int Position(OpenItemId id) => int.Parse(id.Value.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
}
