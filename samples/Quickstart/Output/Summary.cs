namespace OrderToCash.Quickstart;

/// <summary>What the console says at the end.</summary>
internal sealed class Summary(CycleReport report, OutputFolder folder, RejectionLog log)
{
    /// <summary>How many rejected rows the console lists; the file has them all.</summary>
    public const int RejectionsShown = 10;

    /// <summary>Writes it.</summary>
    public void Write(TextWriter console)
    {
        console.WriteLine();
        console.WriteLine($"What happened to the money, in {report.Functional}");
        foreach (var step in report.Movements) console.WriteLine($"  {(step.IsTotal ? "= " : "  ")}{step.Name,-42}{Amount(step.Amount),18}");
        console.WriteLine();
        console.WriteLine("What became of the bank lines");
        foreach (var outcome in report.Outcomes) console.WriteLine($"    {outcome.Name,-36}{outcome.Count,6}{Amount(outcome.Amount),18}");
        console.WriteLine();
        console.WriteLine("Key figures");
        foreach (var figure in report.Figures) console.WriteLine($"    {figure.Name,-36}{figure.Value}");
        console.WriteLine();
        if (log.Count > 0)
        {
            console.WriteLine($"{log.Count} rows or lines were rejected; all of them are in rejected.csv");
            foreach (var rejection in log.All.Take(RejectionsShown)) console.WriteLine($"    {rejection}");
            console.WriteLine();
        }
        console.WriteLine("Self-check");
        foreach (var check in report.Checks) console.WriteLine($"  {(check.Holds ? "ok  " : "FAIL")} {check.Name}{(check.Holds ? "" : ": " + check.Detail)}");
        console.WriteLine();
        console.WriteLine($"Open {Path.Combine(folder.FullPath, "report.html")}");
    }

    private static string Amount(Money money) => money.Amount.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture);
}
