namespace OrderToCash.Quickstart;

/// <summary>The reminders: a row per run and currency, a pair of columns per level.</summary>
internal static class DunningTable
{
    private const int MostRows = 26;

    /// <summary>The table, the latest runs first.</summary>
    public static void Write(Markup page, CycleReport report)
    {
        if (report.Dunning.IsEmpty)
        {
            page.Nothing("No reminder went out.");
            return;
        }
        var levels = report.Dunning.Select(d => d.Level).Distinct().Order().ToList();
        var runs = report.Dunning.GroupBy(d => (d.On, d.Amount.Currency))
            .OrderByDescending(g => g.Key.On).ThenBy(g => g.Key.Currency).ToList();
        var days = report.Dunning.Select(d => d.On).Distinct().Count();
        var letters = report.Dunning.Sum(d => (long)d.Letters);
        using (page.Table($"{ReportText.Number(letters, 0)} letters in {ReportText.Many(days, "run")}: "
            + "how many went out, and what they ask for. The latest run comes first.",
            [new("Run"), .. levels.SelectMany(Columns)]))
        {
            using (page.Open("tbody"))
                foreach (var run in runs.Take(MostRows))
                    WriteRow(page, ReportText.Day(run.Key.On), run.Key.Currency, levels, run);
            using (page.Open("tfoot"))
                foreach (var currency in report.Dunning.GroupBy(d => d.Amount.Currency).OrderBy(g => g.Key))
                    WriteRow(page, $"All runs, {currency.Key.Code}", currency.Key, levels, currency);
        }
        page.More(runs.Count, MostRows);
    }

    private static IEnumerable<Column> Columns(int level) =>
        [new($"Level {ReportText.Count(level)}: letters", true), new("asking for", true)];

    private static void WriteRow(
        Markup page, string name, Currency currency, List<int> levels, IEnumerable<ReportDunning> reminders)
    {
        using var row = page.Open("tr");
        page.RowName(name);
        foreach (var level in levels)
        {
            var own = reminders.Where(d => d.Level == level).ToList();
            if (own.Count == 0)
            {
                page.Words("–", "number");
                page.Words("–", "number");
                continue;
            }
            page.Words(ReportText.Number(own.Sum(d => (long)d.Letters), 0), "number");
            page.Amount(ReportText.Number(own.Sum(d => d.Amount.Amount), currency.Digits), currency);
        }
    }
}
