using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.TestSupport;

/// <summary>Generators of everyday values, with the corners weighted up.</summary>
public static class Any
{
    /// <summary>Currencies with 0, 2, 3 and 4 digits.</summary>
    public static Gen<Currency> Currency { get; } = Gen.Elements(
        Primitives.Currency.Eur, Primitives.Currency.Gbp, Primitives.Currency.Usd, Primitives.Currency.Jpy,
        Primitives.Currency.Of("KWD"), Primitives.Currency.Of("CLF"));

    /// <summary>Minor units: small ones, round ones, large ones, both signs.</summary>
    public static Gen<long> MinorUnits { get; } = Gen.Frequency(
        (3, Gen.Choose(-1_000, 1_000).Select(x => (long)x)),
        (3, Gen.Choose(-10_000_000, 10_000_000).Select(x => (long)x)),
        (2, Gen.Choose(-100_000, 100_000).Select(x => x * 100L)),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(x => x * 400_000_000L)));

    /// <summary>Amounts in any currency.</summary>
    public static Gen<Money> Money { get; } =
        from currency in Currency from minor in MinorUnits select Primitives.Money.FromMinorUnits(minor, currency);

    /// <summary>Amounts above zero, up to 100,000.00, in one currency.</summary>
    public static Gen<Money> PositiveMoney(Currency currency) =>
        Gen.Choose(1, 10_000_000).Select(x => Primitives.Money.FromMinorUnits(x, currency));

    /// <summary>Days from 2000 to 2049, month ends weighted up.</summary>
    public static Gen<LocalDate> Date { get; } = Gen.Frequency(
        (3, Gen.Choose(0, 18_262).Select(d => new LocalDate(2000, 1, 1).PlusDays(d))),
        (1, Gen.Choose(0, 599).Select(m => new LocalDate(2000, 1, 31).PlusMonths(m))));

    /// <summary>Moments of those days.</summary>
    public static Gen<Instant> Instant { get; } =
        from day in Date from second in Gen.Choose(0, 86_399)
        select day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(second);

    /// <summary>Percentages from 0 to 100 with up to two digits.</summary>
    public static Gen<Percentage> Percentage { get; } = Gen.Choose(0, 10_000).Select(x => Primitives.Percentage.Of(x / 100m));
}
