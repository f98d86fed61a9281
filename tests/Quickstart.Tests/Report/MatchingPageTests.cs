using System.Xml.Linq;
using OrderToCash.Matching;

namespace OrderToCash.Quickstart.Tests;

/// <summary>The page of matched bank lines: what was read is marked where it stands, and text stays text.</summary>
public class MatchingPageTests
{
    [Fact]
    public async Task What_was_read_is_marked_in_the_text_of_the_payer()
    {
        using var run = await ARun.Of();
        var source = run.Text("matching.html");
        var page = XDocument.Parse(source.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal));
        foreach (var call in new[] { "http:", "https:", "url(", "@import", "src=", "javascript:" }) Assert.DoesNotContain(call, source);
        var texts = run.Result.Decisions.Select(d => d.Plan.Entry.RemittanceText).ToHashSet();
        var said = page.Descendants("p").Where(p => (string?)p.Attribute("class") == "said").ToList();
        Assert.NotEmpty(said);
        Assert.All(said, p => Assert.Contains(p.Value, texts));
        Assert.NotEmpty(page.Descendants("mark"));
        Assert.Contains(page.Descendants("mark"), m => ((string)m.Attribute("title")!).StartsWith("document number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_stays_text_and_overlapping_spans_are_marked_once()
    {
        using var run = await ARun.Of();
        var first = run.Result.Decisions.First(d => d.Plan.Decision is { IsApplied: true } && BankOutcome.Of(d) == "paid in full");
        var text = "<script>alert(1)</script> INV-1 \u0001";
        var evidence = new MatchEvidence { Kind = EvidenceKind.DocumentNumber, Start = 26, Length = 5, Item = new("INV-1/1") };
        var hostile = first with
        {
            Plan = first.Plan with
            {
                Entry = first.Plan.Entry with { RemittanceText = text },
                Decision = first.Plan.Decision! with { Evidence = [evidence, evidence with { Start = 25, Length = 3 }, evidence with { Start = 900, Length = 3 }] },
            },
        };
        var source = MatchingPage.Write(run.Result with { Decisions = [hostile] });
        Assert.DoesNotContain("<script", source);
        Assert.Contains("&lt;script&gt;", source);
        Assert.Single(XDocument.Parse(source.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal)).Descendants("mark"));
    }
}
