namespace OrderToCash.Quickstart;

/// <summary>Money that fell due and money that came in, week by week.</summary>
internal static class WeeksChart
{
    private const decimal Width = 1080m;
    private const decimal Height = 300m;
    private const decimal Left = 64m;
    private const decimal Right = 1062m;
    private const decimal Top = 14m;
    private const decimal Bottom = 254m;
    private const int MostLabels = 13;

    /// <summary>The chart, its legend and the weeks as a table.</summary>
    public static void Write(Markup page, CycleReport report)
    {
        if (report.Weeks.IsEmpty)
        {
            page.Nothing("No week has anything due or received.");
            return;
        }
        WriteLegend(page, report);
        WriteChart(page, report);
        using var details = page.Open("details");
        page.Element("summary", $"The {ReportText.Many(report.Weeks.Count, "week")} as a table");
        using var table = page.Table($"Weeks from Monday to Sunday, in {report.Functional.Code}.",
            new("Week of"), new("Fell due", true), new("Received", true));
        using var body = page.Open("tbody");
        foreach (var week in report.Weeks)
        {
            using var row = page.Open("tr");
            page.RowName(ReportText.Day(week.Monday));
            page.Amount(week.Due);
            page.Amount(week.Received);
        }
    }

    private static void WriteLegend(Markup page, CycleReport report)
    {
        using var legend = page.Open("p", ("class", "legend"));
        page.Element("span", "", ("class", "swatch due"));
        page.Text($"fell due: {Sum(report, w => w.Due)} ").Element("span", "", ("class", "swatch received"));
        page.Text($"received, less what went back: {Sum(report, w => w.Received)}");
    }

    private static void WriteChart(Markup page, CycleReport report)
    {
        var weeks = report.Weeks;
        var values = weeks.SelectMany(w => new[] { w.Due.Amount, w.Received.Amount });
        var (scale, step) = ChartScale.Of(values, Bottom, Top).Rounded(5);
        using var chart = page.Chart("weeks-chart", Width, Height, $"Fell due and received by week, {report.Functional.Code}",
            $"Weeks from {ReportText.Day(weeks[0].Monday)} to {ReportText.Day(weeks[^1].Monday)}. "
            + $"Fell due: {Sum(report, w => w.Due)}. Received: {Sum(report, w => w.Received)}. The table below has each week.");
        for (var tick = scale.Low; tick <= scale.High; tick += step)
        {
            page.Line(tick == 0 ? "axis" : "grid", (Left, scale.At(tick)), (Right, scale.At(tick)));
            page.Label("tick", (Left - 8m, scale.At(tick) + 4m), ReportText.Short(tick));
        }
        var slot = (Right - Left) / weeks.Count;
        var every = (weeks.Count + MostLabels - 1) / MostLabels;
        for (var i = 0; i < weeks.Count; i++)
        {
            WriteWeek(page, weeks[i], scale, Left + slot * i, slot);
            if (i % every == 0) WriteName(page, weeks, i, every, Left + slot * (i + 0.5m));
        }
        WriteAsOf(page, report, slot);
    }

    private static void WriteWeek(Markup page, ReportWeek week, ChartScale scale, decimal left, decimal slot)
    {
        var (middle, bar, zero) = (left + slot / 2m, Math.Min(slot * 0.4m, 36m), scale.At(0m));
        var day = $"Week of {ReportText.Day(week.Monday)}";
        if (!week.Due.IsZero)
            page.Bar("due", $"{day}: {ReportText.Amount(week.Due)} fell due", (middle - bar, zero),
                (middle, scale.At(week.Due.Amount)));
        if (!week.Received.IsZero)
            page.Bar("received", $"{day}: {ReportText.Amount(week.Received)} received", (middle, zero),
                (middle + bar, scale.At(week.Received.Amount)));
    }

    private static void WriteName(Markup page, EquatableArray<ReportWeek> weeks, int index, int every, decimal middle)
    {
        var monday = weeks[index].Monday;
        page.Label("name", (middle, Bottom + 20m), ReportText.DayAndMonth(monday));
        if (index == 0 || weeks[index - every].Monday.Year != monday.Year)
            page.Label("name", (middle, Bottom + 37m), ReportText.Day(monday)[..^6]);
    }

    // Where the books stop and the weeks ahead begin.
    private static void WriteAsOf(Markup page, CycleReport report, decimal slot)
    {
        var index = report.Weeks.FindIndex(w => w.Monday <= report.AsOf && report.AsOf < w.Monday.PlusDays(7));
        if (index < 0 || index == report.Weeks.Count - 1) return;
        var days = Period.DaysBetween(report.Weeks[index].Monday, report.AsOf) + 1;
        var place = Left + slot * (index + days / 7m);
        page.Line("today", (place, Top - 10m), (place, Bottom));
        page.Label("today", (place - 6m, Top), "as of " + ReportText.Day(report.AsOf));
    }

    private static string Sum(CycleReport report, Func<ReportWeek, Money> amount) =>
        $"{ReportText.Number(report.Weeks.Sum(w => amount(w).Amount), report.Functional.Digits)} {report.Functional.Code}";
}
