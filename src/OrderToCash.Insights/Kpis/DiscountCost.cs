namespace OrderToCash.Insights;

/// <summary>
/// What it costs a customer, in percent a year, to let an early-payment discount go and pay on the net date: the price of the
/// credit he takes. Compared with the rate of his bank it says whether he will take the discount.
/// </summary>
public static class DiscountCost
{
    // Far beyond any sense, and a decimal holds it with digits to spare.
    private const decimal Largest = 1e15m;
    private const decimal LargestLogarithm = 29.9m;

    /// <summary>The cost without compounding.</summary>
    /// <param name="discount">What may be deducted; 0 % or more, below 100 %.</param>
    /// <param name="discountDays">From the invoice to the last day of the discount.</param>
    /// <param name="netDays">From the invoice to the day the whole amount is due.</param>
    /// <param name="yearDays">The days of a year: 365, or 360 where the money market counts so.</param>
    /// <returns>
    /// Undefined (<see cref="UndefinedReason.NoTimeGained"/>) where the net date is not after the discount's last day.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount or the year is out of its range, or days are
    /// negative.</exception>
    public static Kpi Simple(Percentage discount, int discountDays, int netDays, int yearDays = 365) => Of("discountCost.simple",
        "discount / (100 - discount) x yearDays / (netDays - discountDays) x 100", discount, discountDays, netDays, yearDays,
        (rate, days) => 100m * rate * yearDays / Largest < (100m - rate) * days,
        (rate, days) => 100m * rate * yearDays / ((100m - rate) * days));

    /// <summary>
    /// The cost with compounding: the money saved is put to work again until the year is over. The one figure that needs a
    /// fractional power; it is exact to more than twenty digits, and nothing is posted by it.
    /// </summary>
    /// <inheritdoc cref="Simple"/>
    public static Kpi Effective(Percentage discount, int discountDays, int netDays, int yearDays = 365) => Of(
        "discountCost.effective", "((100 / (100 - discount)) ^ (yearDays / (netDays - discountDays)) - 1) x 100",
        discount, discountDays, netDays, yearDays, (rate, days) => Compounding(rate, days, yearDays) < LargestLogarithm,
        (rate, days) => (Exponential.Of(Compounding(rate, days, yearDays)) - 1m) * 100m);

    // The logarithm of what the money saved has grown to when the year is over.
    private static decimal Compounding(decimal rate, int days, int yearDays) =>
        Exponential.Logarithm(100m / (100m - rate)) * yearDays / days;

    private static Kpi Of(string name, string formula, Percentage discount, int discountDays, int netDays, int yearDays,
        Func<decimal, int, bool> isSensible, Func<decimal, int, decimal> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(discount.Value, nameof(discount));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(discount.Value, 100m, nameof(discount));
        ArgumentOutOfRangeException.ThrowIfNegative(discountDays);
        ArgumentOutOfRangeException.ThrowIfNegative(netDays);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(yearDays);
        var gained = netDays - discountDays;
        UndefinedReason? undefined = gained <= 0 ? UndefinedReason.NoTimeGained
            : isSensible(discount.Value, gained) ? null : UndefinedReason.TooLarge;
        return Kpi.Of(name, formula, undefined, () => value(discount.Value, gained),
            ("discount", discount), ("discountDays", discountDays), ("netDays", netDays), ("yearDays", yearDays));
    }
}
