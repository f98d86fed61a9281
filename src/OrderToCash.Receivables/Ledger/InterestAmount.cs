namespace OrderToCash.Receivables;

/// <summary>Simple interest on a principal, rounded once, a half away from zero.</summary>
public static class InterestAmount
{
    /// <summary>So many percent of the principal, for one period.</summary>
    public static Money ForPeriod(Money principal, Percentage percent) => principal.Times(percent, Rounding.HalfAwayFromZero);

    /// <summary>So many percent a year, for so many days of 365.</summary>
    public static Money ForDays(Money principal, Percentage annual, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Money.Rounded(principal.Amount * annual.Value * days / 36_500m, principal.Currency, Rounding.HalfAwayFromZero);
    }
}
