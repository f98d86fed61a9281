namespace OrderToCash.Quickstart;

/// <summary>What happened to the money, step by step, and where each step stands in the journal.</summary>
internal static class MoneyWaterfall
{
    /// <summary>A table with a bar in each row: every step starts where the step above ended.</summary>
    public static void Write(Markup page, CycleReport report)
    {
        if (report.Movements.IsEmpty)
        {
            page.Nothing("Nothing was invoiced.");
            return;
        }
        var steps = Steps(report);
        var scale = ChartScale.Of(steps.SelectMany(s => new[] { s.From, s.To }), 0m, SvgShapes.LongestBar);
        using var table = page.Table(
            "Each step starts where the one above ended. Every amount is the sum of the journal lines named beside it.",
            new("Step"), new("Effect on what customers owe"), new("Amount", true), new("Balance after", true),
            new("In the journal"));
        using var body = page.Open("tbody");
        for (var i = 0; i < steps.Count; i++) WriteStep(page, steps, i, scale);
    }

    private static void WriteStep(Markup page, List<Step> steps, int index, ChartScale scale)
    {
        var (movement, from, to, balance) = steps[index];
        var currency = movement.Amount.Currency;
        var after = ReportText.Number(balance, currency.Digits);
        using var row = page.Open("tr", ("class", movement.IsTotal ? "total" : "step"));
        page.RowName(movement.Name);
        var words = $"{movement.Name}: {ReportText.Amount(movement.Amount)}, balance after: {after}";
        page.BarCell(Look(movement), words, scale, from, to,
            linksUp: index > 0 && !movement.IsTotal, linksDown: index < steps.Count - 1);
        page.Amount(movement.IsTotal ? ReportText.Number(movement.Amount) : ReportText.Signed(movement.Amount), currency);
        using (page.Open("td", ("class", "number")))
        {
            page.Text(after);
            if (balance != to) page.Element("strong", "The steps do not add up to this total.", ("class", "wrong"));
        }
        using (page.Open("td", ("class", "journal"))) page.Element("code", movement.Journal);
    }

    // A total shows its own amount; the balance goes on with what the steps really add up to.
    private static List<Step> Steps(CycleReport report)
    {
        var steps = new List<Step>(report.Movements.Count);
        var balance = 0m;
        foreach (var movement in report.Movements)
        {
            var amount = movement.Amount.Amount;
            var from = movement.IsTotal ? 0m : balance;
            if (!movement.IsTotal || steps.Count == 0) balance += amount;
            steps.Add(new(movement, from, movement.IsTotal ? amount : balance, balance));
        }
        return steps;
    }

    private static string Look(ReportMovement movement) =>
        movement.IsTotal ? "balance" : movement.Amount.IsNegative ? "lowers" : "raises";

    private sealed record Step(ReportMovement Movement, decimal From, decimal To, decimal Balance);
}
