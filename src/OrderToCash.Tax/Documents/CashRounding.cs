namespace OrderToCash.Tax;

/// <summary>Payable totals that coins can pay: to 0.05 in Switzerland, to whole crowns in Sweden.</summary>
public sealed record CashRounding
{
    /// <summary>Where the difference is shown.</summary>
    public CashRoundingStrategy Strategy { get; init; }

    /// <summary>The smallest coin: 0.05 CHF.</summary>
    public required Money Step { get; init; }

    /// <summary>How totals come onto the step.</summary>
    public Rounding Rounding { get; init => field = value ?? Rounding.HalfAwayFromZero; } = Rounding.HalfAwayFromZero;

    /// <summary>The amount as coins can pay it; for totals, instalments and discounted amounts alike.</summary>
    /// <exception cref="CurrencyMismatchException">The amount is in another currency than the step.</exception>
    public Money Round(Money amount)
    {
        if (amount.Currency != Step.Currency) throw new CurrencyMismatchException(amount.Currency, Step.Currency);
        var units = ExactAmount.Of(amount).Units(amount.Currency.MinorUnitsPerUnit, Step.MinorUnits, Rounding);
        return Money.FromMinorUnits(units, amount.Currency);
    }
}
