using System.Globalization;

namespace OrderToCash.Insights;

/// <summary>Mean days, weighted by money.</summary>
public static class WeightedDays
{
    /// <summary>From the day of an invoice to the day of the money.</summary>
    public static Kpi AverageDaysToPay(EquatableArray<DatedAmount> payments) => Of("averageDaysToPay.weighted", payments);

    /// <summary>From the day of an order to the day of the money.</summary>
    public static Kpi TimeToCash(EquatableArray<DatedAmount> receipts) => Of("timeToCash.weighted", receipts);

    private static Kpi Of(string name, EquatableArray<DatedAmount> observed)
    {
        var (weight, days) = (0m, 0m);
        foreach (var one in observed)
        {
            if (one.Amount.Currency != observed[0].Amount.Currency)
                throw new CurrencyMismatchException(observed[0].Amount.Currency, one.Amount.Currency);
            if (one.Amount.IsNegative) throw new ArgumentException($"{one.Amount} is no weight.", nameof(observed));
            weight += one.Amount.Amount;
            days += Period.DaysBetween(one.From, one.To) * one.Amount.Amount;
        }
        return Kpi.Of(name, "sum(days x amount) / sum(amount)",
            weight == 0 ? UndefinedReason.NoObservations : null, () => days / weight,
            ("observations", observed.Count), ("sum(days x amount)", days), ("sum(amount)", weight));
    }
}
