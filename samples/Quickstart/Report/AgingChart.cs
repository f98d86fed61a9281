namespace OrderToCash.Quickstart;

/// <summary>How old the open receivables are: a column per bucket, and the table per currency.</summary>
internal static class AgingChart
{
    private const decimal Width = 1080m;
    private const decimal Top = 34m;
    private const decimal Bottom = 200m;
    private const decimal Height = 250m;
    private const decimal LineHeight = 16m;
    private const int Looks = 6;

    /// <summary>The row over all currencies: the one that says so, or the only one.</summary>
    public static ReportAging? Total(CycleReport report) =>
        report.Aging.FirstOrDefault(a => a.IsTotal) ?? (report.Aging.Count == 1 ? report.Aging[0] : null);

    /// <summary>What is overdue, before credits.</summary>
    public static string Overdue(CycleReport report, ReportAging aging) =>
        $"{ReportText.Number(Owed(report, aging).Skip(1).Sum(), aging.Currency.Digits)} {aging.Currency.Code}";

    /// <summary>The overdue part of what is owed, before credits; a dash where a bucket is below zero.</summary>
    public static string OverdueShare(CycleReport report, ReportAging aging)
    {
        var owed = Owed(report, aging);
        return owed.Exists(a => a < 0) ? "–" : ReportText.Share(owed.Skip(1).Sum(), owed.Sum());
    }

    /// <summary>Chart and table.</summary>
    public static void Write(Markup page, CycleReport report)
    {
        if (report.Aging.IsEmpty)
        {
            page.Nothing("Nothing is open.");
            return;
        }
        if (Total(report) is { Amounts.IsEmpty: false } total) WriteChart(page, report, total);
        WriteTable(page, report);
    }

    private static void WriteChart(Markup page, CycleReport report, ReportAging total)
    {
        var owed = Owed(report, total);
        var scale = ChartScale.Of(total.Amounts.Select(a => a.Amount), Bottom, Top);
        if (scale.Low < 0) scale = scale with { From = Bottom - 20m };
        var slot = Width / total.Amounts.Count;
        var words = total.Amounts.Select((a, i) => $"{report.Buckets[i]}: {ReportText.Amount(a)}").ToList();
        using var chart = page.Chart("aging-chart", Width, Height, $"Open receivables by age, {total.Currency.Code}",
            string.Join("; ", words));
        for (var i = 0; i < words.Count; i++)
        {
            var look = i < owed.Count ? $"age{Math.Min(i, Looks - 1)}" : "credit";
            var share = i < owed.Count && !owed.Exists(a => a < 0) ? ReportText.Share(owed[i], owed.Sum()) : "";
            WriteColumn(page, look, words[i], scale, (slot * i, slot), total.Amounts[i], share);
            WriteName(page, report.Buckets[i], slot * (i + 0.5m), slot);
        }
        page.Line("axis", (0m, scale.At(0m)), (Width, scale.At(0m)));
    }

    private static void WriteColumn(
        Markup page, string look, string words, ChartScale scale, (decimal Left, decimal Width) slot, Money amount, string share)
    {
        var (zero, end) = (scale.At(0m), scale.At(amount.Amount));
        var (middle, half) = (slot.Left + slot.Width / 2m, Math.Min(slot.Width * 0.31m, 65m));
        if (!amount.IsZero) page.Bar(look, words, (middle - half, zero), (middle + half, end));
        var number = ReportText.Number(amount);
        var label = number.Length * 9m > slot.Width ? ReportText.Short(amount.Amount) : number;
        page.Label("value", (middle, amount.IsNegative ? end + 18m : end - 8m), label);
        if (share.Length > 0) page.Label("share", (middle, end - 24m), share);
    }

    // On two lines where one is too short, parted at the blank nearest to the middle.
    private static void WriteName(Markup page, string name, decimal middle, decimal room)
    {
        var blank = Enumerable.Range(0, name.Length).Where(i => name[i] == ' ')
            .OrderBy(i => Math.Abs(i - name.Length / 2)).Cast<int?>().FirstOrDefault();
        string[] lines = SvgShapes.Cut(name, room) == name || blank is not { } at ? [name] : [name[..at], name[(at + 1)..]];
        for (var i = 0; i < lines.Length; i++)
            page.Label("name", (middle, Height - 24m + LineHeight * i), SvgShapes.Cut(lines[i], room));
    }

    private static void WriteTable(Markup page, CycleReport report)
    {
        using var table = page.Table(
            $"Open at the end of {ReportText.Day(report.AsOf)}, by document currency; books in {report.Functional.Code}. "
            + "The overdue share is of what is owed, before credits.",
            [
                new("Currency"), .. report.Buckets.Select(b => new Column(b, true)), new("Balance", true),
                new("Overdue share", true),
            ]);
        using var body = page.Open("tbody");
        foreach (var aging in report.Aging)
        {
            using var row = page.Open("tr", ("class", aging.IsTotal ? "total" : "step"));
            page.RowName(aging.IsTotal ? $"All, in {aging.Currency.Code}" : aging.Currency.Code);
            foreach (var amount in aging.Amounts) page.Amount(amount);
            page.Amount(aging.Total);
            page.Words(OverdueShare(report, aging), "number");
        }
    }

    private static List<decimal> Owed(CycleReport report, ReportAging aging) =>
        [.. aging.Amounts.Take(1 + report.OverdueBuckets).Select(a => a.Amount)];
}
