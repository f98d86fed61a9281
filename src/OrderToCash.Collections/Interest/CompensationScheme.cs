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
        Code = "EU-2011-7", Bands = [Euros(0, 40)],
    };

    /// <summary>
    /// 40, 70 from 1,000 and 100 from 10,000 pounds (Late Payment of Commercial Debts (Interest) Act 1998 s.5A).
    /// </summary>
    public static CompensationScheme UnitedKingdom { get; } = new()
    {
        Code = "UK-1998-s5A", Bands = [Pounds(0, 40), Pounds(1_000, 70), Pounds(10_000, 100)],
    };

    /// <summary>
    /// 40 up to 1,000, 70 up to 10,000 and 100 above, in euro (Ireland, S.I. 580 of 2012, regulation 9 and schedule).
    /// </summary>
    public static CompensationScheme Ireland { get; } = new()
    {
        Code = "IE-SI580-2012", Bands = [Euros(0, 40), Euros(1_000.01m, 70), Euros(10_000.01m, 100)],
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

    private static CompensationBand Euros(decimal from, decimal amount) =>
        new() { From = Money.Of(from, Currency.Eur), Amount = Money.Of(amount, Currency.Eur) };

    private static CompensationBand Pounds(decimal from, decimal amount) =>
        new() { From = Money.Of(from, Currency.Gbp), Amount = Money.Of(amount, Currency.Gbp) };
}
