using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;

namespace OrderToCash.Quickstart.Tests;

/// <summary>The report page: what it says, and that it says nothing it was not told.</summary>
public class ReportPageTests
{
    private const string Hostile = "<script>alert('x')</script> & \"Söhne\" <!-- ]]> \u0001\u009f\ud800 \ud83d\ude00";

    [Fact]
    public void The_page_is_whole_in_itself()
    {
        var page = WrittenReport.Of(AReport.HalfYear);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page.Source);
        foreach (var foreign in new[] { "script", "link", "img", "iframe", "object", "use", "image" })
            Assert.Empty(page.All(foreign));
        foreach (var call in new[] { "http:", "https:", "url(", "@import", "src=", "javascript:" })
            Assert.DoesNotContain(call, page.Source);
        Assert.Equal("utf-8", page.All("meta").First().Attribute("charset")!.Value);
        Assert.All(page.Document.Descendants().Attributes(), a => Assert.DoesNotMatch("^on|^style$", a.Name.LocalName));
    }

    [Fact]
    public void Everything_the_report_holds_is_on_the_page()
    {
        var words = WrittenReport.Of(AReport.HalfYear).Words;
        var told = Told(AReport.HalfYear).Distinct().ToList();
        Assert.True(told.Count > 300, $"only {told.Count} values");
        Assert.All(told, t => Assert.Contains(t, words));
    }

    [Fact]
    public void Whatever_a_text_says_it_stays_text()
    {
        var report = AReport.HalfYear;
        var page = WrittenReport.Of(report with
        {
            Seller = Hostile, Sources = [Hostile], Buckets = [.. report.Buckets.Select(_ => Hostile)],
            Stages = [.. report.Stages.Select(s => s with { Name = Hostile })],
            Movements = [.. report.Movements.Select(m => m with { Name = Hostile, Journal = Hostile })],
            Outcomes = [.. report.Outcomes.Select(o => o with { Name = Hostile })],
            Figures = [.. report.Figures.Select(_ => AReport.Figure(Hostile, Hostile, Hostile))],
            WorstPayers =
            [
                .. report.WorstPayers.Select(p => p with { Name = Hostile, Country = Hostile, Customer = new("<b>&'\"") }),
            ],
            Holds = [.. report.Holds.Select(h => h with { Customer = Hostile, Reason = Hostile, Order = new("<i>&'\"") })],
            Rejections = [.. report.Rejections.Select(r => r with { File = Hostile, Code = Hostile, Example = Hostile })],
            Checks = [.. report.Checks.Select(_ => AReport.Checked(Hostile, Hostile, false))],
        });
        Assert.Empty(page.All("script"));
        Assert.Empty(page.All("b").Concat(page.All("i")));
        Assert.Contains("<script>alert('x')</script> & \"Söhne\" <!-- ]]> \ufffd\ufffd\ufffd \ud83d\ude00", page.Words);
        Assert.Contains("<b>&'\"", page.Words);
        Assert.Equal(page.All("svg").Count(), WrittenReport.Of(report).All("svg").Count());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    public void The_same_report_is_the_same_page_on_every_machine(string culture)
    {
        var page = ReportPage.Write(AReport.HalfYear);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(page, ReportPage.Write(AReport.HalfYear));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_run_with_nothing_in_it_says_so()
    {
        var page = WrittenReport.Of(AReport.Empty);
        Assert.Empty(page.All("table").Concat(page.All("svg")));
        Assert.Contains("Nothing was invoiced.", page.Words);
        Assert.Contains("Nothing is open.", page.Words);
        Assert.Contains("Credit held no order.", page.Words);
        Assert.Contains("Nothing was checked at the end of this run.", page.Words);
        Assert.Contains("verdict bad", page.Source);
        Assert.Contains("20101201", page.Words);
    }

    [Fact]
    public void Pictures_tables_and_links_are_made_for_everybody()
    {
        var page = WrittenReport.Of(AReport.HalfYear);
        var ids = page.Document.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.All("svg"), s => Assert.NotEqual("", s.Elements().First(e => e.Name == "title").Value));
        Assert.All(page.All("svg"), s => Assert.Equal("img", s.Attribute("role")!.Value));
        Assert.All(page.All("th"), h => Assert.Contains(h.Attribute("scope")?.Value, new[] { "col", "row" }));
        Assert.All(page.All("table"), t => Assert.Single(t.Elements("caption")));
        Assert.All(page.All("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
        var named = page.Document.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' '));
        Assert.All(named, id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Every_row_has_a_cell_for_every_column()
    {
        var page = WrittenReport.Of(AReport.HalfYear);
        Assert.All(page.All("table"), table =>
        {
            var columns = table.Element("thead")!.Descendants("th").Count();
            Assert.All(table.Descendants("tr"), row => Assert.Equal(columns, row.Elements().Count()));
        });
    }

    [Fact]
    public void A_check_that_fails_is_the_first_thing_one_reads()
    {
        var report = AReport.HalfYear;
        Assert.Contains("✓ Self-checks: 3 of 3 hold.", WrittenReport.Of(report).Words);
        var failed = AReport.Checked("Numbers have no gaps", "2011-17 is missing", false);
        var page = WrittenReport.Of(report with { Checks = report.Checks.Add(failed) });
        Assert.Contains("✗ Self-checks: 1 of 4 failed. Numbers have no gaps:", page.Words);
        Assert.Equal(["Numbers have no gaps", "✗ fails", "2011-17 is missing"], page.Rows("checks")[0]);
        Assert.Equal("✓ holds", page.Rows("checks")[1][1]);
    }

    [Fact]
    public void The_waterfall_carries_the_balance_from_step_to_step()
    {
        var rows = WrittenReport.Of(AReport.HalfYear).Rows("money");
        Assert.Equal(["+4,894,310.77 EUR", "4,894,310.77", "invoice.posted · Receivables"], rows[0][2..]);
        Assert.Equal(["-206,418.33 EUR", "4,687,892.44", "credit-note.posted · Receivables"], rows[1][2..]);
        Assert.Equal(["760,043.67 EUR", "760,043.67", "balance · Receivables"], rows[^1][2..]);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_of_its_steps_is_called_out()
    {
        const string Words = "The steps do not add up to this total.";
        var open = AReport.Move("Open", 99.99m) with { IsTotal = true };
        var report = AReport.Empty with { Movements = [AReport.Move("Invoiced", 100m), open] };
        Assert.Contains(Words, WrittenReport.Of(report).Words);
        Assert.DoesNotContain(Words, WrittenReport.Of(AReport.HalfYear).Words);
    }

    [Fact]
    public void The_rates_count_lines_and_money_and_round_down()
    {
        var outcomes = new[] { AReport.Outcome("Matched", 9_999, 900m, true), AReport.Outcome("Returned", 1, -100m, false) };
        var words = WrittenReport.Of(AReport.Empty with { Outcomes = [.. outcomes] }).Words;
        Assert.Contains("99.9 % of the bank lines applied without a person 9,999 of 10,000 lines", words);
        Assert.Contains("Returned not applied Returned: 1 bank line 1 < 0.1 % -100.00 EUR", words);
        Assert.Contains("90.0 % of the money applied without a person 900.00 of 1,000.00 EUR", words);
    }

    [Fact]
    public void Overdue_is_neither_what_is_not_due_nor_credits()
    {
        var total = AReport.Aged(Currency.Eur, 75m, 10m, 15m, -40m) with { IsTotal = true };
        var report = AReport.Empty with { Buckets = ["current", "1-30", "30+", "credits"], Aging = [total], OverdueBuckets = 2 };
        var page = WrittenReport.Of(report);
        Assert.Contains("Overdue 25.00 EUR 25.0 % of what is owed", page.Words);
        Assert.Equal(["75.00 EUR", "10.00 EUR", "15.00 EUR", "-40.00 EUR", "60.00 EUR", "25.0 %"], page.Rows("aging")[0][1..]);
        Assert.Single(page.All("rect"), r => r.Attribute("class")!.Value == "credit");
    }

    [Fact]
    public void A_credit_among_the_buckets_makes_no_share()
    {
        var total = AReport.Aged(Currency.Eur, 75m, -10m, 15m) with { IsTotal = true };
        var page = WrittenReport.Of(AReport.Empty with { Buckets = ["current", "1-30", "30+"], Aging = [total] });
        Assert.Equal("–", page.Rows("aging")[0][^1]);
    }

    [Fact]
    public void Reminders_stand_by_run_currency_and_level_with_their_sums()
    {
        var pound = Currency.Of("GBP");
        ReportDunning Sent(int day, int level, int letters, Money amount) =>
            new() { On = new(2011, 3, day), Level = level, Letters = letters, Amount = amount };
        var page = WrittenReport.Of(AReport.Empty with
        {
            Dunning =
            [
                Sent(1, 1, 3, AReport.Eur(300)), Sent(1, 1, 2, Money.Of(20, pound)), Sent(15, 1, 4, AReport.Eur(40)),
                Sent(15, 2, 1, AReport.Eur(7)),
            ],
        });
        Assert.Equal(
        [
            ["2011-03-15", "4", "40.00 EUR", "1", "7.00 EUR"], ["2011-03-01", "3", "300.00 EUR", "–", "–"],
            ["2011-03-01", "2", "20.00 GBP", "–", "–"], ["All runs, EUR", "7", "340.00 EUR", "1", "7.00 EUR"],
            ["All runs, GBP", "2", "20.00 GBP", "–", "–"],
        ], page.Rows("dunning"));
    }

    [Fact]
    public void Long_lists_are_cut_and_say_so_with_what_still_waits_first()
    {
        var hold = AReport.HalfYear.Holds[0];
        var holds = Enumerable.Range(1, 120).Select(i => hold with { Order = new($"O-{i:000}"), IsReleased = i <= 110 });
        var page = WrittenReport.Of(AReport.HalfYear with { Holds = [.. holds] });
        Assert.Contains("120 orders held: 110 released, 10 still held.", page.Words);
        Assert.Contains("and 100 more", page.Words);
        Assert.Equal(20, page.Rows("holds").Count);
        Assert.Equal(("O-111", "held"), (page.Rows("holds")[0][0], page.Rows("holds")[0][^1]));
        Assert.DoesNotContain("more", WrittenReport.Of(AReport.HalfYear).Section("holds").Value);
    }

    private static string Told(Money money) =>
        money.Amount.ToString("N" + money.Currency.Digits, CultureInfo.InvariantCulture) + " " + money.Currency.Code;

    // The report walked by its properties, each value as the page writes it; flags have no words of their own.
    private static IEnumerable<string> Told(object value) => value switch
    {
        string text => [text],
        Money money => [Told(money)],
        int count => [count.ToString("N0", CultureInfo.InvariantCulture)],
        ulong or OrderId or CustomerId or Currency => [value.ToString()!],
        LocalDate date => [$"{date.Year:0000}-{date.Month:00}-{date.Day:00}"],
        bool => [],
        IEnumerable list => list.Cast<object>().SelectMany(Told),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(p => Told(p.GetValue(value)!)),
    };
}
