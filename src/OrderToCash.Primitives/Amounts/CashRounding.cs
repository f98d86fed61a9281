namespace OrderToCash.Primitives;

/// <summary>
/// What is to be paid comes in steps, where the smallest coin is larger than the minor unit: 0.05 CHF. The difference is an
/// amount of its own on the document (EN 16931 BT-114) and never touches a tax base.
/// </summary>
public sealed record CashRounding
{
    /// <summary>The step; above zero.</summary>
    public required Money Step { get; init; }

    /// <summary>How an amount comes onto a step; half away from zero unless said.</summary>
    public Rounding Rounding
    {
        get => field ?? Rounding.HalfAwayFromZero;
        init => field = value == Rounding.HalfAwayFromZero ? null! : value;
    }

    /// <summary>Steps of that amount, half away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above zero.</exception>
    public static CashRounding To(Money step) => step.IsPositive
        ? new() { Step = step }
        : throw new ArgumentOutOfRangeException(nameof(step), step, "A step is above zero.");

    /// <summary>The amount on a step.</summary>
    /// <exception cref="CurrencyMismatchException">The amount is in another currency than the step.</exception>
    public Money Round(Money amount)
    {
        if (amount.Currency != Step.Currency) throw new CurrencyMismatchException(amount.Currency, Step.Currency);
        return Money.FromMinorUnits(
            checked(Rounding.Divide(amount.MinorUnits, Step.MinorUnits) * Step.MinorUnits), amount.Currency);
    }
}
