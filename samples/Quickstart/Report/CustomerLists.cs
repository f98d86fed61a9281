namespace OrderToCash.Quickstart;

/// <summary>The lists a credit controller works through: who owes most, and what credit held back.</summary>
internal static class CustomerLists
{
    private const int MostRows = 20;

    /// <summary>Who owes the most that is overdue.</summary>
    public static void WritePayers(Markup page, CycleReport report)
    {
        if (report.WorstPayers.IsEmpty)
        {
            page.Nothing("Nobody owes anything that is overdue.");
            return;
        }
        var shown = report.WorstPayers.Take(MostRows).ToList();
        var scale = ChartScale.Of(shown.Select(p => p.Overdue.Amount), 0m, SvgShapes.LongestBar);
        using (page.Table($"By what is overdue, the largest first; in {report.Functional.Code}.",
            new("Customer"), new("Account"), new("Country"), new("Compared"), new("Overdue", true), new("Open in all", true),
            new("Oldest, days late", true), new("Last reminder", true)))
        using (page.Open("tbody"))
            foreach (var payer in shown)
            {
                using var row = page.Open("tr");
                page.RowName(payer.Name);
                page.Words(payer.Customer.Value);
                page.Words(payer.Country);
                var words = $"{payer.Name}: {ReportText.Amount(payer.Overdue)} overdue";
                page.BarCell("overdue", words, scale, 0m, payer.Overdue.Amount);
                page.Amount(payer.Overdue);
                page.Amount(payer.Open);
                page.Count(payer.OldestDays);
                page.Words(payer.Level == 0 ? "none" : $"level {ReportText.Count(payer.Level)}", "number");
            }
        page.More(report.WorstPayers.Count, shown.Count);
    }

    /// <summary>The orders that credit held back: those still held first.</summary>
    public static void WriteHolds(Markup page, CycleReport report)
    {
        if (report.Holds.IsEmpty)
        {
            page.Nothing("Credit held no order.");
            return;
        }
        var released = report.Holds.Count(h => h.IsReleased);
        var shown = report.Holds.OrderBy(h => h.IsReleased).Take(MostRows).ToList();
        using (page.Table($"{ReportText.Many(report.Holds.Count, "order")} held: {ReportText.Count(released)} released, "
            + $"{ReportText.Count(report.Holds.Count - released)} still held. Amounts are in the currency of the order.",
            new("Order"), new("Customer"), new("Amount", true), new("Why"), new("Now")))
        using (page.Open("tbody"))
            foreach (var hold in shown)
            {
                using var row = page.Open("tr");
                page.RowName(hold.Order.Value);
                page.Words(hold.Customer);
                page.Amount(hold.Amount);
                page.Words(hold.Reason);
                page.Badge(hold.IsReleased ? "released" : "held", hold.IsReleased ? "good" : "ask");
            }
        page.More(report.Holds.Count, shown.Count);
    }
}
