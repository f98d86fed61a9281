namespace OrderToCash.Collections;

/// <summary>The lump sum a late payer owes by law, once per claim, as data.</summary>
public sealed record CompensationScheme
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>The bands of each currency, in the order of their debts.</summary>
    public required EquatableArray<CompensationBand> Bands { get; init; }

    /// <summary>40 euro whatever the debt (Directive 2011/7/EU art. 6).</summary>
    public static CompensationScheme EuropeanUnion { get; } = new()
    {
        Code = "EU-2011-7", Bands = [new() { From = Money.Zero(Currency.Eur), Amount = Money.Of(40, Currency.Eur) }],
    };

    /// <summary>
    /// 40, 70 from 1,000 and 100 from 10,000 pounds (Late Payment of Commercial Debts (Interest) Act 1998 s.5A).
    /// </summary>
    public static CompensationScheme UnitedKingdom { get; } = new()
    {
        Code = "UK-1998-s5A", Bands = [Pounds(0, 40), Pounds(1_000, 70), Pounds(10_000, 100)],
    };

    /// <summary>What is due for a debt; zero when its currency has no band, or there is no debt.</summary>
    public Money For(Money debt)
    {
        var due = Money.Zero(debt.Currency);
        if (!debt.IsPositive) return due;
        foreach (var band in Bands)
            if (band.From.Currency == debt.Currency && band.From <= debt) due = band.Amount;
        return due;
    }

    private static CompensationBand Pounds(decimal from, decimal amount) =>
        new() { From = Money.Of(from, Currency.Gbp), Amount = Money.Of(amount, Currency.Gbp) };
}
