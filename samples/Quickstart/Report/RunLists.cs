namespace OrderToCash.Quickstart;

/// <summary>What the run says about itself: refused rows, self-checks, sources and seed.</summary>
internal static class RunLists
{
    private const int MostRows = 40;

    /// <summary>One line at the top: whether the figures below can be relied on.</summary>
    public static void WriteVerdict(Markup page, CycleReport report)
    {
        var failed = report.Checks.Where(c => !c.Holds).ToList();
        if (report.Checks.IsEmpty)
        {
            page.Element("p", "Nothing was checked at the end of this run.", ("class", "verdict bad"));
            return;
        }
        var all = ReportText.Count(report.Checks.Count);
        using var verdict = page.Open("p", ("class", failed.Count == 0 ? "verdict good" : "verdict bad"));
        page.Element("strong", failed.Count == 0
            ? $"✓ Self-checks: {all} of {all} hold."
            : $"✗ Self-checks: {ReportText.Count(failed.Count)} of {all} failed.");
        page.Text(failed.Count == 0 ? " " : $" {string.Join(" · ", failed.Select(c => c.Name))}: ");
        page.Element("a", failed.Count == 0 ? "What was checked" : "the figures", ("href", "#checks"));
    }

    /// <summary>Each check with its verdict and figures, the failed ones first.</summary>
    public static void WriteChecks(Markup page, CycleReport report)
    {
        if (report.Checks.IsEmpty)
        {
            page.Nothing("Nothing was checked.");
            return;
        }
        using var table = page.Table("Made from the finished books, after the last step. One that fails fails the run.",
            new("Check"), new("Result"), new("Figures"));
        using var body = page.Open("tbody");
        foreach (var check in report.Checks.OrderBy(c => c.Holds))
        {
            using var row = page.Open("tr");
            page.RowName(check.Name);
            page.Badge(check.Holds ? "✓ holds" : "✗ fails", check.Holds ? "good" : "bad");
            page.Words(check.Detail);
        }
    }

    /// <summary>The rows that were refused, by file and code.</summary>
    public static void WriteRejections(Markup page, CycleReport report)
    {
        if (report.Rejections.IsEmpty)
        {
            page.Nothing("No row was refused.");
            return;
        }
        var rows = report.Rejections.Sum(r => (long)r.Count);
        using (page.Table($"{ReportText.Number(rows, 0)} rows refused, all others kept. Each is listed in rejected.csv.",
            new("Code"), new("File"), new("Rows", true), new("The first of them")))
        using (page.Open("tbody"))
            foreach (var rejection in report.Rejections.Take(MostRows))
            {
                using var row = page.Open("tr");
                using (page.Open("th", ("scope", "row"))) page.Element("code", rejection.Code);
                page.Words(rejection.File);
                page.Count(rejection.Count);
                page.Words(rejection.Example);
            }
        page.More(report.Rejections.Count, MostRows);
    }

    /// <summary>Where the input came from, and the seed of what was made up.</summary>
    public static void WriteSources(Markup page, CycleReport report)
    {
        if (!report.Sources.IsEmpty)
            using (page.Open("ul"))
                foreach (var source in report.Sources) page.Element("li", source);
        using var seed = page.Open("p");
        page.Text("What was made up for this run comes from seed ").Element("code", ReportText.Seed(report.Seed));
        page.Text("; the same input and seed give the same page, byte for byte.");
    }
}
