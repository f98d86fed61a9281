namespace OrderToCash.Insights;

/// <summary>Figures that divide one total by another. Percentages are in percent.</summary>
public static class Ratios
{
    /// <summary>Collection effectiveness: of what could be collected in the window, the percentage that was.</summary>
    /// <param name="beginningReceivables">What was open at the start.</param>
    /// <param name="creditSales">What was invoiced in the window.</param>
    /// <param name="endingTotal">What is open at the end.</param>
    /// <param name="endingCurrent">The part of it that is not due yet.</param>
    /// <param name="months">The months the sales are averaged over; 1 takes them whole.</param>
    public static Kpi CollectionEffectiveness(
        Money beginningReceivables, Money creditSales, Money endingTotal, Money endingCurrent, int months = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        foreach (var amount in (ReadOnlySpan<Money>)[creditSales, endingTotal, endingCurrent])
            if (amount.Currency != beginningReceivables.Currency)
                throw new CurrencyMismatchException(beginningReceivables.Currency, amount.Currency);
        var start = beginningReceivables.Amount + creditSales.Amount / months;
        var (collectable, collected) = (start - endingCurrent.Amount, start - endingTotal.Amount);
        return Kpi.Of("cei",
            "(beginningReceivables + creditSales / months - endingTotal)"
                + " / (beginningReceivables + creditSales / months - endingCurrent) x 100",
            collectable > 0 ? null : UndefinedReason.NothingCollectable, () => collected / collectable * 100m,
            ("beginningReceivables", beginningReceivables), ("creditSales", creditSales),
            ("endingTotal", endingTotal), ("endingCurrent", endingCurrent), ("months", months));
    }

    /// <summary>
    /// First-pass match rate: the percentage of receipts that were applied without a touch of hand (APQC 102463).
    /// </summary>
    public static Kpi FirstPassMatchRate(int receipts, int autoMatchedWithoutTouch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(autoMatchedWithoutTouch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(autoMatchedWithoutTouch, receipts);
        return Kpi.Of("matching.firstPassRate", "autoMatchedWithoutTouch / receipts x 100",
            receipts == 0 ? UndefinedReason.NoObservations : null, () => autoMatchedWithoutTouch * 100m / receipts,
            ("receipts", receipts), ("autoMatchedWithoutTouch", autoMatchedWithoutTouch));
    }

    /// <summary>First-pass match rate by value.</summary>
    public static Kpi FirstPassMatchRate(Money receipts, Money autoMatchedWithoutTouch) => Percent("matching.firstPassRate.value",
        "autoMatchedWithoutTouch / receipts x 100", UndefinedReason.NoObservations,
        ("autoMatchedWithoutTouch", autoMatchedWithoutTouch), ("receipts", receipts));

    /// <summary>The percentage of the receivables that lies there as money not applied.</summary>
    public static Kpi UnappliedCash(Money unapplied, Money grossReceivables) => Percent("unappliedCash.percentOfReceivables",
        "unapplied / grossReceivables x 100", UndefinedReason.NothingCollectable, ("unapplied", unapplied),
        ("grossReceivables", grossReceivables));

    /// <summary>The percentage of what was paid that was paid late.</summary>
    public static Kpi PaidLate(Money paid, Money paidLate) => Percent("percentPaidLate",
        "paidLate / paid x 100", UndefinedReason.NoObservations, ("paidLate", paidLate), ("paid", paid));

    /// <summary>The percentage of credit sales written off, before recoveries.</summary>
    public static Kpi BadDebtGross(Money writeOffs, Money creditSales) => Percent("badDebt.percent.gross",
        "writeOffs / creditSales x 100", UndefinedReason.NoSales, ("writeOffs", writeOffs), ("creditSales", creditSales));

    /// <summary>The percentage of credit sales written off, net of recoveries.</summary>
    public static Kpi BadDebt(Money writeOffs, Money recoveries, Money creditSales) => Percent("badDebt.percent",
        "(writeOffs - recoveries) / creditSales x 100", UndefinedReason.NoSales,
        ("netWriteOffs", writeOffs - recoveries), ("creditSales", creditSales));

    /// <summary>How often a year's receivables turn over.</summary>
    public static Kpi ReceivablesTurnover(Money creditSales, Money averageReceivables) => Kpi.Of("receivablesTurnover",
        "creditSales / averageReceivables", averageReceivables.IsPositive ? null : UndefinedReason.NothingCollectable,
        () => Divide(creditSales, averageReceivables, 1), ("creditSales", creditSales),
        ("averageReceivables", averageReceivables));

    /// <summary>The quotient of two amounts of one currency, times a factor.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    internal static decimal Divide(Money part, Money whole, int factor) => part.Currency == whole.Currency
        ? part.Amount * factor / whole.Amount
        : throw new CurrencyMismatchException(part.Currency, whole.Currency);

    private static Kpi Percent(
        string name, string formula, UndefinedReason whenNothing, (string Name, Money Amount) part,
        (string Name, Money Amount) whole) =>
        Kpi.Of(name, formula, whole.Amount.IsPositive ? null : whenNothing, () => Divide(part.Amount, whole.Amount, 100),
            (part.Name, part.Amount), (whole.Name, whole.Amount));
}
