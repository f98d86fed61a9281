using System.Globalization;
using OrderToCash.Matching;

namespace OrderToCash.Accuracy;

/// <summary>
/// Decisions as a file: payment_id,outcome,invoice_ids,amounts,confidence,reason,rank. Outcome is applied, suggested or none;
/// a suggestion has a row for each of up to three alternatives, rank 1 the best; lists are written as in the truth: [1, 2].
/// </summary>
internal sealed class DecisionFile : IDisposable
{
    private readonly StreamWriter writer;

    public DecisionFile(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory) Directory.CreateDirectory(directory);
        writer = new(path);
        writer.Write("payment_id,outcome,invoice_ids,amounts,confidence,reason,rank\n");
    }

    /// <param name="decision">What was decided.</param>
    /// <param name="itemName">How the file calls an item.</param>
    public void Write(MatchDecision decision, Func<OpenItemId, string> itemName)
    {
        var id = decision.Payment.Value;
        if (decision.IsApplied)
        {
            Row(id, "applied", decision.Allocations, itemName, decision.Confidence, decision.Explanation, 1);
            return;
        }
        var reason = decision.Explanation;
        if (decision.Alternatives.IsEmpty) Row(id, "none", [], itemName, decision.Confidence, reason, 1);
        for (var i = 0; i < decision.Alternatives.Count; i++)
        {
            var alternative = decision.Alternatives[i];
            Row(id, "suggested", alternative.Allocations, itemName, alternative.Confidence, reason, i + 1);
        }
    }

    public void Dispose() => writer.Dispose();

    private void Row(string payment, string outcome, EquatableArray<MatchAllocation> allocations, Func<OpenItemId, string> itemName,
        int confidence, string reason, int rank)
    {
        var items = string.Join(", ", allocations.Select(a => itemName(a.Item)));
        var amounts = string.Join(", ", allocations.Select(a => Hundredths(a.Cash.MinorUnits)));
        writer.Write(string.Join(',', Csv.Quoted(payment), outcome, Csv.Quoted($"[{items}]"), Csv.Quoted($"[{amounts}]"),
            (confidence / 10_000m).ToString("0.0000", CultureInfo.InvariantCulture), Csv.Quoted(reason),
            rank.ToString(CultureInfo.InvariantCulture)));
        writer.Write('\n');
    }

    private static string Hundredths(long amount) => (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
