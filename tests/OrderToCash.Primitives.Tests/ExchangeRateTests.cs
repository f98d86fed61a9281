using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class ExchangeRateTests
{
    private static readonly LocalDate Day = new(2010, 12, 1);
    private static readonly ExchangeRate EurGbp = new(Currency.Eur, Currency.Gbp, 0.8461m, Day, "ECB");
    private static readonly ExchangeRate EurUsd = new(Currency.Eur, Currency.Usd, 1.3115m, Day, "ECB");

    [Fact]
    public void A_rate_converts_both_ways_and_divides_on_the_way_back()
    {
        Assert.Equal(Money.Of(84.61m, Currency.Gbp), Money.Of(100m, Currency.Eur).Convert(EurGbp, Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(100m, Currency.Eur), Money.Of(84.61m, Currency.Gbp).Convert(EurGbp, Rounding.HalfAwayFromZero));
        Assert.True(EurGbp.Connects(Currency.Gbp, Currency.Eur));
        Assert.False(EurGbp.Connects(Currency.Gbp, Currency.Usd));
    }

    [Fact]
    public void Grids_of_other_digits_are_respected()
    {
        var rate = new ExchangeRate(Currency.Of("KWD"), Currency.Jpy, 500m, Day, "bank");
        Assert.Equal(Money.Of(617m, Currency.Jpy), Money.Of(1.234m, Currency.Of("KWD")).Convert(rate, Rounding.HalfToEven));
        Assert.Equal(Money.Of(0.002m, Currency.Of("KWD")), Money.Of(1m, Currency.Jpy).Convert(rate, Rounding.HalfToEven));
    }

    [Fact]
    public void The_inverse_is_read_the_other_way_round()
    {
        var inverse = EurGbp.Inverse();
        Assert.Equal((Currency.Gbp, Currency.Eur, 1 / 0.8461m), (inverse.Base, inverse.Quote, inverse.Rate));
        Assert.Equal((Day, "ECB"), (inverse.Date, inverse.Source));
    }

    [Fact]
    public void A_cross_rate_comes_from_any_two_that_share_a_currency()
    {
        var direct = new[] { EurUsd, EurUsd.Inverse() };
        foreach (var pounds in new[] { EurGbp, EurGbp.Inverse() })
            foreach (var dollars in direct)
            {
                var cross = pounds.Cross(dollars);
                Assert.True(cross.Connects(Currency.Gbp, Currency.Usd));
                var perPound = cross.Base == Currency.Gbp ? cross.Rate : 1 / cross.Rate;
                Assert.Equal(1.3115m / 0.8461m, perPound, 20);
                Assert.Equal("ECB", cross.Source);
            }
    }

    [Fact]
    public void A_cross_rate_needs_one_day_and_one_common_currency()
    {
        Assert.Throws<ArgumentException>(() => EurGbp.Cross(new(Currency.Eur, Currency.Usd, 1m, Day.PlusDays(1), "ECB")));
        Assert.Throws<ArgumentException>(() => EurGbp.Cross(EurGbp.Inverse()));
        Assert.Throws<ArgumentException>(() => EurGbp.Cross(new(Currency.Usd, Currency.Jpy, 1m, Day, "ECB")));
        Assert.Equal("ECB, bank", EurGbp.Cross(new(Currency.Eur, Currency.Usd, 1m, Day, "bank")).Source);
    }

    [Fact]
    public void A_rate_says_something()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRate(Currency.Eur, Currency.Usd, 0m, Day, "ECB"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRate(Currency.Eur, Currency.Usd, -1m, Day, "ECB"));
        Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.Eur, Currency.Eur, 1m, Day, "ECB"));
        Assert.Throws<ArgumentException>(() => new ExchangeRate(Currency.Eur, Currency.Usd, 1m, Day, " "));
        Assert.Equal("1 EUR = 0.8461 GBP (2010-12-01, ECB)", EurGbp.ToString());
        Assert.Equal(EurGbp, new(Currency.Eur, Currency.Gbp, 0.84610m, Day, "ECB"));
        StoredJson.Survives(EurGbp);
    }

    // A quarter of a unit is 1/4 exactly: 0.30 / 4 = 0.075 and not a digit less.
    [Fact]
    public void Converting_back_rounds_the_exact_quotient()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Gbp, 4m, Day, "bank");
        Assert.Equal(Money.Of(0.08m, Currency.Eur), Money.Of(0.30m, Currency.Gbp).Convert(rate, Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(0.07m, Currency.Eur), Money.Of(0.30m, Currency.Gbp).Convert(rate, Rounding.HalfTowardZero));
    }

    [Property(MaxTest = 300)]
    public Property There_and_back_is_within_a_unit_of_the_coarser_grid() => Prop.ForAll(
        Arb.From(from minor in Gen.Choose(-10_000_000, 10_000_000) from rate in Gen.Choose(1_0000, 5_0000) select (minor, rate)),
        c =>
        {
            var rate = new ExchangeRate(Currency.Eur, Currency.Usd, c.rate / 10_000m, Day, "ECB");
            var euros = Money.FromMinorUnits(c.minor, Currency.Eur);
            var back = euros.Convert(rate, Rounding.HalfToEven).Convert(rate, Rounding.HalfToEven);
            return (back - euros).Abs() <= Money.FromMinorUnits(1, Currency.Eur);
        });
}
