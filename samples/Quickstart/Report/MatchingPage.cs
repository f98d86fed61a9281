using System.Globalization;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>
/// A few bank lines of each outcome, as a clerk would look at them: the payer's text with the places that were read, what they
/// were read as, what became of the money, and why. One page that needs nothing else, as the report is.
/// </summary>
internal static class MatchingPage
{
    private const int Shown = 3;

    private const string Look = """
        mark { background: #cfe8dd; color: inherit; padding: 1px 2px; border-radius: 3px; border-bottom: 2px solid var(--teal); }
        mark.damaged { background: #fbeed6; border-bottom-color: var(--amber); }
        article { border-top: 1px solid var(--rule); padding: 12px 0 4px; }
        article h3 { margin: 0; font-size: 15px; }
        .said { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 14px; background: #f3f5f8;
          border-radius: 6px; padding: 8px 12px; overflow-wrap: anywhere; white-space: pre-wrap; }

        """;

    /// <summary>Writes the page.</summary>
    public static string Write(CycleResult result)
    {
        var items = result.Items.ToDictionary(i => i.Id);
        var byOutcome = result.Decisions.Where(d => d.Plan.Decision is not null).ToLookup(BankOutcome.Of);
        var page = new Markup();
        using (page.Open("html", ("lang", "en")))
        {
            using (page.Open("head"))
            {
                page.Leaf("meta", ("charset", "utf-8"));
                page.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                page.Element("title", $"Bank lines as they were matched, as of {ReportText.Day(result.AsOf)}");
                page.Style(ReportStyle.Sheet + Look);
            }
            using var body = page.Open("body");
            using (page.Open("header"))
            {
                page.Element("h1", "Bank lines as they were matched");
                page.Element("p", $"A few of each outcome, as of {ReportText.Day(result.AsOf)}; all of them are in decisions.csv");
            }
            using var main = page.Open("main");
            foreach (var (name, isApplied) in BankOutcome.All)
                if (byOutcome.Contains(name)) WriteOutcome(page, name, isApplied, [.. byOutcome[name]], items);
        }
        return page.Document();
    }

    private static void WriteOutcome(Markup page, string name, bool isApplied, List<BankDecision> decisions, Dictionary<OpenItemId, OpenItem> items)
    {
        using var section = page.Open("section");
        page.Element("h2", $"{char.ToUpperInvariant(name[0])}{name[1..]}");
        page.Element("p", $"{ReportText.Many(decisions.Count, "bank line")}, {(isApplied ? "applied without a person" : "left to a person")}");
        // The ones with most to see: one of each way they were recognized, then by payment.
        var telling = decisions.GroupBy(d => string.Join(' ', d.Plan.Decision!.Evidence.Select(e => e.Kind).Distinct()))
            .OrderByDescending(g => g.First().Plan.Decision!.Evidence.Count(e => e.Length > 0)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.MinBy(d => d.Plan.Payment)!);
        foreach (var decision in telling.Take(Shown)) WritePayment(page, decision, items);
        page.More(decisions.Count, Math.Min(decisions.Count, Shown));
    }

    private static void WritePayment(Markup page, BankDecision decision, Dictionary<OpenItemId, OpenItem> items)
    {
        var (entry, match) = (decision.Plan.Entry, decision.Plan.Decision!);
        using var article = page.Open("article");
        page.Element("h3", $"{ReportText.Amount(entry.Amount)} from {(entry.CounterpartyName.Length > 0 ? entry.CounterpartyName : "somebody unnamed")} on {ReportText.Day(entry.BookedOn)}");
        WriteText(page, entry, match);
        foreach (var claim in entry.Claims)
            page.Element("p", $"Says in structured form: {string.Join(' ', new[] { claim.StructuredReference, claim.DocumentNumber, claim.Amount is { } amount ? ReportText.Amount(amount) : "" }.Where(t => t.Length > 0))}");
        page.Element("p", BankOutcome.Why(decision, items));
        WriteEvidence(page, entry, match);
        foreach (var allocation in decision.Plan.Allocations)
            page.Element("p", $"{Name(items, allocation.Item)}: {ReportText.Amount(allocation.Cash)}"
                + (allocation.Discount.IsZero ? "" : $", discount {ReportText.Amount(allocation.Discount)}")
                + (allocation.WriteOff.IsZero ? "" : $", written off {ReportText.Amount(allocation.WriteOff)}"));
    }

    // Spans of the text in their order; where two overlap the first stands.
    private static void WriteText(Markup page, BankEntry entry, MatchDecision match)
    {
        var text = entry.RemittanceText;
        if (text.Length == 0)
        {
            page.Nothing("No text.");
            return;
        }
        using var said = page.Open("p", ("class", "said"));
        var at = 0;
        foreach (var evidence in match.Evidence.Where(e => e.Length > 0 && e.Start + e.Length <= text.Length).OrderBy(e => e.Start).ThenByDescending(e => e.Length))
        {
            if (evidence.Start < at) continue;
            page.Text(text[at..evidence.Start]);
            at = evidence.Start + evidence.Length;
            var isDamaged = evidence.Kind is EvidenceKind.DamagedNumber or EvidenceKind.DamagedReference or EvidenceKind.PartialNumber;
            page.Element("mark", text[evidence.Start..at], ("class", isDamaged ? "damaged" : "read"), ("title", $"{Words(evidence.Kind)} {evidence.Item}"));
        }
        page.Text(text[at..]);
    }

    private static void WriteEvidence(Markup page, BankEntry entry, MatchDecision match)
    {
        if (match.Evidence.IsEmpty) return;
        using var table = page.Table($"What speaks for it: {(match.Confidence / 100m).ToString("0.00", CultureInfo.InvariantCulture)} % sure, "
            + $"{match.ChancePerMillion} in a million by chance", new("Evidence"), new("In the text"), new("Item"));
        using var body = page.Open("tbody");
        foreach (var evidence in match.Evidence)
        {
            using var row = page.Open("tr");
            page.RowName(Words(evidence.Kind));
            page.Words(evidence.Length > 0 && evidence.Start + evidence.Length <= entry.RemittanceText.Length
                ? entry.RemittanceText.Substring(evidence.Start, evidence.Length) : "");
            page.Words(evidence.Item.IsNone ? "all" : evidence.Item.Value);
        }
    }

    // StructuredReference: structured reference.
    private static string Words(EvidenceKind kind) => string.Concat(kind.ToString()
        .Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Name(Dictionary<OpenItemId, OpenItem> items, OpenItemId item) =>
        items.TryGetValue(item, out var found) && found.Instalment <= 1 ? found.DocumentNumber : item.Value;
}
