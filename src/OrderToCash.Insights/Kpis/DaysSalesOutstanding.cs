using System.Globalization;
using OrderToCash.Receivables;

namespace OrderToCash.Insights;

/// <summary>How many days of credit sales are waiting to be paid.</summary>
public static class DaysSalesOutstanding
{
    /// <summary>Ending receivables over the credit sales of the same window, times its days.</summary>
    /// <param name="receivables">What is open at the end of the window.</param>
    /// <param name="creditSales">What was invoiced on credit in the window.</param>
    /// <param name="days">The days of the window.</param>
    public static Kpi Simple(Money receivables, Money creditSales, int days) =>
        Of("dso.simple", "receivables / creditSales x days", "receivables", receivables, creditSales, days);

    /// <summary>The days that would be outstanding if everybody paid on the due date.</summary>
    /// <param name="currentReceivables">What is open and not yet due at the end of the window.</param>
    /// <param name="creditSales">What was invoiced on credit in the window.</param>
    /// <param name="days">The days of the window.</param>
    public static Kpi BestPossible(Money currentReceivables, Money creditSales, int days) =>
        Of("dso.bestPossible", "currentReceivables / creditSales x days", "currentReceivables",
            currentReceivables, creditSales, days);

    /// <summary>
    /// Counts the receivables back over the periods, the latest first: a period whose sales are all still open counts its days,
    /// the last one its share. A period without sales ends the history, so that nothing is guessed; the days counted so far are
    /// the lower bound.
    /// </summary>
    /// <param name="receivables">What is open at the end of the latest period.</param>
    /// <param name="periods">The periods, the latest first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period has no days.</exception>
    public static Kpi CountBack(Money receivables, EquatableArray<SalesPeriod> periods)
    {
        var inputs = new List<KpiInput> { Input("receivables", receivables) };
        for (var i = 0; i < periods.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods[i].Days);
            inputs.Add(Input($"sales[{i}]", periods[i].Sales));
            inputs.Add(Input($"days[{i}]", periods[i].Days));
        }
        var answer = new Kpi
        {
            Name = "dso.countback",
            Formula = "days of the periods whose sales the receivables cover, the last one pro rata",
            Inputs = inputs.ToEquatableArray(),
        };
        if (receivables.IsNegative) return answer with { Undefined = UndefinedReason.ReceivablesBelowZero };
        var (left, days) = (receivables, 0m);
        foreach (var period in periods)
        {
            if (left.IsZero) break;
            if (!period.Sales.IsPositive) break;
            if (left < period.Sales) return answer with { Value = days + left.Amount * period.Days / period.Sales.Amount };
            left -= period.Sales;
            days += period.Days;
        }
        return left.IsZero
            ? answer with { Value = days }
            : answer with { Undefined = UndefinedReason.HistoryExhausted, LowerBound = days };
    }

    /// <summary>Average days delinquent: days outstanding less the best possible; the days owed to paying late.</summary>
    public static Kpi AverageDaysDelinquent(Kpi dso, Kpi bestPossible)
    {
        ArgumentNullException.ThrowIfNull(dso);
        ArgumentNullException.ThrowIfNull(bestPossible);
        var undefined = dso.Value is null || bestPossible.Value is null ? UndefinedReason.InputUndefined : (UndefinedReason?)null;
        return Kpi.Of("add", "dso - bestPossibleDso", undefined, () => dso.Value!.Value - bestPossible.Value!.Value,
            ("dso", dso.Value ?? 0m), ("bestPossibleDso", bestPossible.Value ?? 0m)) with
        {
            Inputs = [Input("dso", dso), Input("bestPossibleDso", bestPossible)],
        };
    }

    /// <summary>
    /// <see cref="Simple"/> from open items: the receivables are what was open at the end of the last day, credits netted; the
    /// sales are the invoices less the credit notes dated in the window.
    /// </summary>
    /// <param name="items">All items of the currency, settled ones too; other currencies are left out.</param>
    /// <param name="currency">The currency looked at.</param>
    /// <param name="window">The days, both ends inclusive.</param>
    public static Kpi Of(IEnumerable<OpenItem> items, Currency currency, DateInterval window)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(window);
        var (receivables, sales) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var item in items)
        {
            if (item.Amount.Currency != currency) continue;
            receivables += item.OpenOn(window.End);
            if (item.Kind is OpenItemKind.Invoice or OpenItemKind.CreditNote
                && window.Contains(item.DocumentDate)) sales += item.Amount;
        }
        return Simple(receivables, sales, window.Length);
    }

    private static Kpi Of(string name, string formula, string numerator, Money receivables, Money creditSales, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var undefined = !creditSales.IsPositive ? UndefinedReason.NoSales
            : receivables.IsNegative ? UndefinedReason.ReceivablesBelowZero : (UndefinedReason?)null;
        return Kpi.Of(name, formula, undefined, () => Ratios.Divide(receivables, creditSales, days),
            (numerator, receivables), ("creditSales", creditSales), ("days", days));
    }

    private static KpiInput Input(string name, IFormattable value) =>
        new() { Name = name, Value = value.ToString(null, CultureInfo.InvariantCulture) };

    private static KpiInput Input(string name, Kpi kpi) => new()
    {
        Name = name, Value = kpi.Value?.ToString(CultureInfo.InvariantCulture) ?? $"undefined: {kpi.Undefined}",
    };
}
