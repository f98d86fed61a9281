using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void An_amount_is_a_count_of_minor_units()
    {
        Assert.Equal(123_450, Money.Of(1234.5m, Currency.Eur).MinorUnits);
        Assert.Equal(1234, Money.Of(1234m, Currency.Jpy).MinorUnits);
        Assert.Equal(1_234_567, Money.Of(1234.567m, Currency.Of("KWD")).MinorUnits);
        Assert.Equal(1234.50m, Money.Of(1234.5m, Currency.Eur).Amount);
        Assert.Equal(-0.01m, Money.FromMinorUnits(-1, Currency.Eur).Amount);
    }

    [Fact]
    public void More_digits_than_the_currency_has_are_not_rounded_silently()
    {
        Assert.Throws<ArgumentException>(() => Money.Of(0.001m, Currency.Eur));
        Assert.Throws<ArgumentException>(() => Money.Of(0.5m, Currency.Jpy));
        Assert.False(Money.TryOf(0.001m, Currency.Eur, out var none));
        Assert.Equal(default, none);
        Assert.Equal(Money.Of(0.01m, Currency.Eur), Money.Of(0.0100m, Currency.Eur));
    }

    [Fact]
    public void The_bounds_are_ten_to_the_eighteenth_minor_units()
    {
        var most = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur);
        Assert.Equal("10000000000000000.00 EUR", most.ToString());
        Assert.Equal(most, Money.Of(10_000_000_000_000_000m, Currency.Eur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromMinorUnits(Money.MaxMinorUnits + 1, Currency.Eur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromMinorUnits(-Money.MaxMinorUnits - 1, Currency.Eur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromMinorUnits(long.MinValue, Currency.Eur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Of(10_000_000_000_000_000.01m, Currency.Eur));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Of(decimal.MinValue, Currency.Jpy));
        Assert.Throws<ArgumentOutOfRangeException>(() => most.Times(1.01m, Rounding.HalfToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => most.Times(decimal.MaxValue, Rounding.HalfToEven));
    }

    [Fact]
    public void Sums_may_pass_the_bound_but_never_wrap()
    {
        var most = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur);
        var nine = Money.Sum(Enumerable.Repeat(most, 9), Currency.Eur);
        Assert.Equal("90000000000000000.00 EUR", nine.ToString());
        Assert.Equal("-90000000000000000.00 EUR", (-nine).ToString());
        Assert.Throws<OverflowException>(() => nine + most);
        Assert.Throws<OverflowException>(() => -nine - most);
    }

    [Fact]
    public void No_operation_mixes_currencies()
    {
        var (euros, dollars) = (Money.Of(1m, Currency.Eur), Money.Of(1m, Currency.Usd));
        foreach (var operation in new Func<object>[]
                 {
                     () => euros + dollars, () => euros - dollars, () => euros < dollars, () => euros > dollars, () => euros <= dollars,
                     () => euros >= dollars, () => euros.CompareTo(dollars), () => Money.Min(euros, dollars), () => Money.Max(euros, dollars),
                     () => Money.Sum([euros], Currency.Usd), () => euros + Money.Zero(Currency.Usd), () => default(Money) + euros,
                     () => euros + Money.Of(1m, Currency.Custom("PTS", 2)),
                     () => euros.Convert(new(Currency.Usd, Currency.Gbp, 1, new(2024, 1, 1), "ECB"), Rounding.HalfToEven),
                 })
            Assert.Throws<CurrencyMismatchException>(operation);
        Assert.False(euros == dollars);
        Assert.True(euros != dollars);
        Assert.NotEqual(Money.Zero(Currency.Eur), Money.Zero(Currency.Usd));
    }

    [Fact]
    public void Whoever_multiplies_names_the_rounding()
    {
        var money = Money.Of(0.05m, Currency.Eur);
        Assert.Equal(Money.Of(0.03m, Currency.Eur), money.Times(0.5m, Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(0.02m, Currency.Eur), money.Times(Percentage.Of(50), Rounding.HalfToEven));
        Assert.Equal(Money.Of(-0.03m, Currency.Eur), (-money).Times(0.5m, Rounding.HalfAwayFromZero));
        Assert.Throws<ArgumentNullException>(() => money.Times(0.5m, null!));
    }

    [Fact]
    public void A_product_a_hair_below_a_half_is_rounded_down()
    {
        Assert.Equal(Money.Zero(Currency.Eur), Money.Of(0.05m, Currency.Eur).Times(0.0999999999999999999999999999m, Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Zero(Currency.Eur),
            Money.Of(0.05m, Currency.Eur).Times(Percentage.Of(9.999999999999999999999999999m), Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(0.01m, Currency.Eur), Money.Of(0.05m, Currency.Eur).Times(0.1m, Rounding.HalfAwayFromZero));
    }

    [Theory]
    [InlineData("1234.50 EUR")]
    [InlineData("-0.01 EUR")]
    [InlineData("0.00 EUR")]
    [InlineData("1 JPY")]
    [InlineData("0.001 KWD")]
    [InlineData("0 XXX")]
    public void What_is_written_is_read(string text) => Assert.Equal(text, Money.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("EUR")]
    [InlineData("1234.5 EUR")]
    [InlineData("1234.500 EUR")]
    [InlineData("1234 EUR")]
    [InlineData("1,234.50 EUR")]
    [InlineData("1234,50 EUR")]
    [InlineData("+1.00 EUR")]
    [InlineData("-0.00 EUR")]
    [InlineData("01.00 EUR")]
    [InlineData(".50 EUR")]
    [InlineData("-.50 EUR")]
    [InlineData("1. EUR")]
    [InlineData(" 1.00 EUR")]
    [InlineData("1.00 EUR ")]
    [InlineData("1.00  EUR")]
    [InlineData("1.00 eur")]
    [InlineData("1.00 EU")]
    [InlineData("1.00 QQQ")]
    [InlineData("1.0 JPY")]
    [InlineData("0.00 XXX")]
    [InlineData("1e2 EUR")]
    [InlineData("(1.00) EUR")]
    [InlineData("1.00 EUR EUR")]
    [InlineData("١.٠٠ EUR")]
    [InlineData("10000000000000000.01 EUR")]
    [InlineData("99999999999999999999999999999999999999.00 EUR")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Money.TryParse(text, out var none));
        Assert.Equal(default, none);
        Assert.Throws<FormatException>(() => Money.Parse(text!));
    }

    [Fact]
    public void A_stored_amount_keeps_its_exponent()
    {
        var old = StoredJson.Read<Money>("\"12.500 EUR\"");
        Assert.Equal(3, old.Currency.Digits);
        Assert.Equal("\"12.500 EUR\"", StoredJson.Write(old));
        Assert.Throws<CurrencyMismatchException>(() => old + Money.Of(1m, Currency.Eur));
        StoredJson.Survives(Money.Of(5m, Currency.Custom("PTS", 0)));
        StoredJson.Survives(default(Money));
        StoredJson.Survives(Money.Of(1m, Currency.Of("XAU")));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("null")]
    [InlineData("\"12.50\"")]
    [InlineData("\"12.50 eur\"")]
    [InlineData("\"0.00 XXX\"")]
    [InlineData("{\"amount\":1}")]
    public void Stored_amounts_are_read_strictly(string json) => Assert.Throws<JsonException>(() => StoredJson.Read<Money>(json));

    [Fact]
    public void The_default_is_nothing_of_no_currency()
    {
        Assert.Equal("0 XXX", default(Money).ToString());
        Assert.False(default(Money).Currency.HasMinorUnit);
        Assert.Equal(default, Money.Zero(default));
    }
}
