using System.Globalization;
using OrderToCash.Insights;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>The key figures of the report, with their formula and inputs.</summary>
internal static class KeyFigures
{
    /// <summary>All figures.</summary>
    public static EquatableArray<ReportFigure> Of(CycleResult result, JournalTotals totals)
    {
        var functional = result.Seller.FunctionalCurrency;
        var receivables = totals.Balance(AccountRole.TradeReceivable);
        var sales = Money.Sum(result.Invoices.Select(i => i.Invoice.FunctionalTotals.Payable), functional);
        var first = result.Invoices.Count == 0 ? result.AsOf : result.Invoices.Min(i => i.Invoice.DocumentDate);
        var days = Math.Max(1, Period.DaysBetween(first, result.AsOf) + 1);
        var current = Money.Sum(result.Items.Where(i => i.Amount.IsPositive && i.DueDate >= result.AsOf && i.Open.IsPositive).Select(i => i.OpenFunctional), functional);
        var dso = DaysSalesOutstanding.Simple(receivables, sales, days);
        var best = DaysSalesOutstanding.BestPossible(current, sales, days);
        var incoming = result.Decisions.Where(d => d.IsBooked && d.Plan.Treatment == PaymentTreatment.Book).ToList();
        var received = -Money.Sum(result.Items.Where(i => i.Kind == OpenItemKind.Payment).Select(i => i.FunctionalAmount), functional);
        var unapplied = -Money.Sum(result.Items.Where(i => i.Kind == OpenItemKind.Payment).Select(i => i.OpenFunctional), functional);
        return
        [
            Figure("Days sales outstanding", dso, "days", $"gross, over the {days} days since the first invoice"),
            Figure("Best possible DSO", best, "days", "only what is not due yet"),
            Figure("Average days delinquent", DaysSalesOutstanding.AverageDaysDelinquent(dso, best), "days", ""),
            Figure("First-pass match rate", Ratios.FirstPassMatchRate(incoming.Count, incoming.Count(d => !d.Plan.Allocations.IsEmpty)), "%", "payments applied without a person"),
            Figure("Unapplied cash", Ratios.UnappliedCash(unapplied, receivables + unapplied), "%", $"of {received} received"),
            .. CycleTimes.Of(Passages(result)).Select(stage => new ReportFigure
            {
                Name = stage.Stage.Split('/')[1], Value = $"{Value(stage.P50, "days")} (p90 {Value(stage.P90, "days")})",
                Formula = $"median of {stage.Count}, still running {stage.Running}",
            }),
        ];
    }

    private static IEnumerable<StageTime> Passages(CycleResult result)
    {
        foreach (var order in result.Orders)
        {
            yield return new() { Stage = "a/order to shipment", From = order.Clock.Captured, To = order.Clock.Shipped };
            // Where the last shipment has no invoice yet, the clock shows that of an earlier one.
            if (order.Clock.Shipped is { } shipped)
                yield return new() { Stage = "b/shipment to invoice", From = shipped, To = order.Clock.Invoiced >= shipped ? order.Clock.Invoiced : null };
        }
        foreach (var item in result.Items.Where(i => i.Kind == OpenItemKind.Invoice))
            yield return new() { Stage = "c/invoice to cash", From = Start(item.DocumentDate), To = item.Open.IsZero ? Start(LocalDate.Max(item.DocumentDate, LastOf(item))) : null };
    }

    private static LocalDate LastOf(OpenItem item) => item.Applications.Where(a => a.IsLive).Select(a => a.On).DefaultIfEmpty(item.DocumentDate).Max();

    private static Instant Start(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    private static ReportFigure Figure(string name, Kpi kpi, string unit, string note) => new()
    {
        Name = name, Value = Value(kpi, unit),
        Formula = $"{Words(kpi.Formula)}: {string.Join(", ", kpi.Inputs.Select(i => $"{Words(i.Name)} {Shown(i.Value)}"))}{(note.Length > 0 ? $" ({note})" : "")}",
    };

    // autoMatchedWithoutTouch: auto matched without touch.
    private static string Words(string name) =>
        string.Concat(name.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    // The figures themselves keep every digit; a card shows two.
    private static string Shown(string value)
    {
        var words = value.Split(' ');
        if (!decimal.TryParse(words[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return value;
        var digits = number == decimal.Truncate(number) && words.Length == 1 ? "#,##0" : "#,##0.00";
        return string.Join(' ', [number.ToString(digits, CultureInfo.InvariantCulture), .. words[1..]]);
    }

    private static string Value(Kpi kpi, string unit) => kpi.Rounded(1) is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}")
        : $"undefined: {kpi.Undefined}";
}
