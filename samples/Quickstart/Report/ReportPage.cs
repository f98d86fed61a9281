namespace OrderToCash.Quickstart;

/// <summary>
/// The report as one HTML page that needs nothing else: no script, no file beside it, no network. The same report is the same
/// page, byte for byte.
/// </summary>
public static class ReportPage
{
    private static readonly (string Id, string Title, Action<Markup, CycleReport> Write)[] Sections =
    [
        ("money", "What happened to the money", MoneyWaterfall.Write),
        ("figures", "Key figures", WriteFigures),
        ("aging", "How old it is", AgingChart.Write),
        ("payers", "Worst payers", CustomerLists.WritePayers),
        ("weeks", "Cash in and falling due", WeeksChart.Write),
        ("matching", "Matching the bank statement", OutcomeChart.Write),
        ("stages", "From order to cash", WriteStages),
        ("dunning", "Reminders", DunningTable.Write),
        ("holds", "Orders held by credit", CustomerLists.WriteHolds),
        ("rejections", "Rows refused", RunLists.WriteRejections),
        ("checks", "Self-checks", RunLists.WriteChecks),
        ("sources", "Sources", RunLists.WriteSources),
    ];

    /// <summary>Writes the page.</summary>
    public static string Write(CycleReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new Markup();
        using (page.Open("html", ("lang", "en")))
        {
            WriteHead(page, report);
            using (page.Open("body"))
            {
                WriteHeader(page, report);
                using (page.Open("main"))
                {
                    RunLists.WriteVerdict(page, report);
                    WriteHeadline(page, report);
                    foreach (var section in Sections) WriteSection(page, report, section);
                }
            }
        }
        return page.Document();
    }

    private static void WriteHead(Markup page, CycleReport report)
    {
        using var head = page.Open("head");
        page.Leaf("meta", ("charset", "utf-8"));
        page.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", $"Order to cash as of {ReportText.Day(report.AsOf)} – {report.Seller}");
        page.Style(ReportStyle.Sheet);
    }

    private static void WriteHeader(Markup page, CycleReport report)
    {
        using var header = page.Open("header");
        page.Element("h1", $"Order to cash as of {ReportText.Day(report.AsOf)}");
        var days = $"{ReportText.Day(report.FirstOrder)} to {ReportText.Day(report.LastOrder)}";
        page.Element("p", $"{report.Seller} · orders from {days} · books in {report.Functional.Code}");
        using var menu = page.Open("nav", ("aria-label", "Sections"));
        foreach (var (id, title, _) in Sections) page.Element("a", title, ("href", "#" + id)).Text(" ");
    }

    private static void WriteSection(
        Markup page, CycleReport report, (string Id, string Title, Action<Markup, CycleReport> Write) section)
    {
        using var element = page.Open("section", ("id", section.Id), ("aria-labelledby", section.Id + "-heading"));
        page.Element("h2", section.Title, ("id", section.Id + "-heading"));
        section.Write(page, report);
    }

    private static void WriteHeadline(Markup page, CycleReport report)
    {
        using var tiles = page.Open("div", ("class", "tiles"));
        if (!report.Movements.IsEmpty)
        {
            var (first, last) = (report.Movements[0], report.Movements[^1]);
            WriteTile(page, first.Name, ReportText.Amount(first.Amount), $"in the journal: {first.Journal}");
            WriteTile(page, last.Name, ReportText.Amount(last.Amount), $"in the journal: {last.Journal}");
        }
        if (AgingChart.Total(report) is { } total)
            WriteTile(page, "Overdue", AgingChart.Overdue(report, total),
                $"{AgingChart.OverdueShare(report, total)} of what is owed, at the end of {ReportText.Day(report.AsOf)}");
        WriteTile(page, "Applied without a person", OutcomeChart.RateOfLines(report),
            $"of the bank lines; {OutcomeChart.RateOfMoney(report)} of the money");
    }

    private static void WriteTile(Markup page, string name, string value, string words)
    {
        using var tile = page.Open("div", ("class", "tile"));
        page.Element("h3", name).Element("p", value, ("class", "value")).Element("p", words, ("class", "formula"));
    }

    private static void WriteFigures(Markup page, CycleReport report)
    {
        if (report.Figures.IsEmpty)
        {
            page.Nothing("No key figures.");
            return;
        }
        using var tiles = page.Open("div", ("class", "tiles"));
        foreach (var figure in report.Figures) WriteTile(page, figure.Name, figure.Value, figure.Formula);
    }

    private static void WriteStages(Markup page, CycleReport report)
    {
        if (report.Stages.IsEmpty)
        {
            page.Nothing("No document reached a stage.");
            return;
        }
        var scale = ChartScale.Of(report.Stages.Select(s => s.Amount.Amount), 0m, SvgShapes.LongestBar);
        using var table = page.Table("How many documents reached each stage, and what they are worth; the bars show the worth.",
            new("Stage"), new("Worth"), new("Documents", true), new("Amount", true));
        using var body = page.Open("tbody");
        foreach (var stage in report.Stages)
        {
            using var row = page.Open("tr");
            page.RowName(stage.Name);
            page.BarCell("stage", $"{stage.Name}: {ReportText.Amount(stage.Amount)}", scale, 0m, stage.Amount.Amount);
            page.Count(stage.Count);
            page.Amount(stage.Amount);
        }
    }
}
