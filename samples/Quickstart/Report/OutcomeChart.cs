namespace OrderToCash.Quickstart;

/// <summary>What became of the bank lines, and how many of them needed no person.</summary>
internal static class OutcomeChart
{
    /// <summary>The rate over the count of lines.</summary>
    public static string RateOfLines(CycleReport report) =>
        ReportText.Share(report.Outcomes.Where(o => o.IsApplied).Sum(o => (long)o.Count), Lines(report));

    /// <summary>The rate over the money that moved, either way.</summary>
    public static string RateOfMoney(CycleReport report) =>
        ReportText.Share(Moved(report.Outcomes.Where(o => o.IsApplied)), Moved(report.Outcomes));

    /// <summary>The rate, and a bar per outcome.</summary>
    public static void Write(Markup page, CycleReport report)
    {
        if (report.Outcomes.IsEmpty)
        {
            page.Nothing("The bank statement has no lines.");
            return;
        }
        WriteRate(page, report);
        var scale = ChartScale.Of(report.Outcomes.Select(o => (decimal)o.Count), 0m, SvgShapes.LongestBar);
        using var table = page.Table("The bars show how many bank lines ended so.", new("Outcome"), new("By the engine"),
            new("Bank lines"), new("Count", true), new("Share", true), new("Amount", true));
        using var body = page.Open("tbody");
        foreach (var outcome in report.Outcomes)
        {
            using var row = page.Open("tr");
            page.RowName(outcome.Name);
            page.Badge(outcome.IsApplied ? "applied" : "not applied", outcome.IsApplied ? "good" : "ask");
            var words = $"{outcome.Name}: {ReportText.Many(outcome.Count, "bank line")}";
            page.BarCell(outcome.IsApplied ? "applied" : "asked", words, scale, 0m, outcome.Count);
            page.Count(outcome.Count);
            page.Words(ReportText.Share(outcome.Count, Lines(report)), "number");
            page.Amount(outcome.Amount);
        }
    }

    private static void WriteRate(Markup page, CycleReport report)
    {
        var applied = report.Outcomes.Where(o => o.IsApplied).ToList();
        var (money, all) = (Moved(applied), Moved(report.Outcomes));
        using var rate = page.Open("div", ("class", "rates"));
        WriteOne(page, RateOfLines(report), "of the bank lines applied without a person",
            $"{ReportText.Number(applied.Sum(o => (long)o.Count), 0)} of {ReportText.Number(Lines(report), 0)} lines");
        WriteOne(page, RateOfMoney(report), "of the money applied without a person",
            $"{ReportText.Number(money, report.Functional.Digits)} of {ReportText.Number(all, report.Functional.Digits)} "
            + $"{report.Functional.Code}, money out counted like money in");
    }

    private static void WriteOne(Markup page, string value, string words, string inputs)
    {
        using var box = page.Open("div", ("class", "rate"));
        page.Element("strong", value).Text(" " + words);
        page.Element("small", inputs);
    }

    private static long Lines(CycleReport report) => report.Outcomes.Sum(o => (long)o.Count);

    private static decimal Moved(IEnumerable<ReportOutcome> outcomes) => outcomes.Sum(o => Math.Abs(o.Amount.Amount));
}
