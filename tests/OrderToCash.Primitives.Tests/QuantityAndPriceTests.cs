using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class QuantityAndPriceTests
{
    [Fact]
    public void Units_never_mix()
    {
        var (pieces, kilograms) = (Quantity.Pieces(1), Quantity.Of(1, UnitCode.Kilogram));
        foreach (var operation in new Func<object>[]
                 {
                     () => pieces + kilograms, () => pieces - kilograms, () => pieces < kilograms, () => pieces > kilograms, () => pieces <= kilograms,
                     () => pieces >= kilograms, () => pieces.CompareTo(kilograms), () => Quantity.Min(pieces, kilograms), () => Quantity.Max(pieces, kilograms),
                 })
            Assert.Throws<InvalidOperationException>(operation);
        Assert.NotEqual(Quantity.Zero(UnitCode.Piece), Quantity.Zero(UnitCode.Hour));
    }

    [Fact]
    public void Quantities_add_and_compare()
    {
        var (two, three) = (Quantity.Pieces(2), Quantity.Pieces(3));
        Assert.Equal(Quantity.Pieces(5), two + three);
        Assert.Equal(-Quantity.Pieces(1), two - three);
        Assert.Equal((two, three), (Quantity.Min(two, three), Quantity.Max(two, three)));
        Assert.True(two < three && two <= three && three > two && three >= two && two.IsPositive && (-two).IsNegative && (two - two).IsZero);
    }

    [Fact]
    public void Scale_is_no_part_of_the_value()
    {
        Assert.Equal(Quantity.Pieces(1.50m), Quantity.Pieces(1.5m));
        Assert.Equal("1.5 C62", Quantity.Pieces(1.50m).ToString());
        Assert.Equal(UnitPrice.Of(2.50m, Currency.Eur), UnitPrice.Of(2.5m, Currency.Eur));
        Assert.Equal(UnitPrice.Of(2.50m, Currency.Eur).GetHashCode(), UnitPrice.Of(2.5m, Currency.Eur, 1.0m).GetHashCode());
        Assert.Equal(Percentage.Of(20.0m), Percentage.Of(20));
        Assert.Equal("0 C62", Quantity.Pieces(-0.0m).ToString());
    }

    [Theory]
    [InlineData("2.5 KGM")]
    [InlineData("-3 C62")]
    [InlineData("0 HUR")]
    public void Quantities_are_read_as_written(string text) => Assert.Equal(text, Quantity.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2.5")]
    [InlineData("KGM")]
    [InlineData("2,5 KGM")]
    [InlineData("2.5 kgm")]
    [InlineData("2.5 KILOS")]
    [InlineData("2.5 KGM ")]
    [InlineData("1e3 KGM")]
    public void Other_texts_are_no_quantity(string? text)
    {
        Assert.False(Quantity.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Quantity.Parse(text!));
    }

    [Fact]
    public void A_price_times_a_quantity_is_rounded_once()
    {
        Assert.Equal(Money.Of(30.60m, Currency.Gbp), UnitPrice.Of(2.55m, Currency.Gbp).Times(Quantity.Pieces(12), Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(0.38m, Currency.Eur), UnitPrice.Of(12.5m, Currency.Eur, per: 100).Times(Quantity.Pieces(3), Rounding.HalfAwayFromZero));
        Assert.Equal(Money.Of(1m, Currency.Eur), UnitPrice.Of(1m, Currency.Eur, per: 3).Times(Quantity.Pieces(3), Rounding.TowardZero));
        Assert.Equal(Money.Of(-0.38m, Currency.Eur), UnitPrice.Of(12.5m, Currency.Eur, per: 100).Times(Quantity.Pieces(-3), Rounding.HalfAwayFromZero));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitPrice.Of(1m, Currency.Eur, per: 0));
    }

    [Theory]
    [InlineData("2.55 GBP")]
    [InlineData("12.5 EUR per 100")]
    [InlineData("-0.0001 JPY per 0.5")]
    [InlineData("3 PTS/0")]
    public void Prices_are_read_as_written(string text)
    {
        Assert.Equal(text, UnitPrice.Parse(text).ToString());
        StoredJson.Survives(UnitPrice.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2.55")]
    [InlineData("2.55 XY")]
    [InlineData("2.55 GBP per")]
    [InlineData("2.55 GBP per 0")]
    [InlineData("2.55 GBP per -1")]
    [InlineData("2.55 GBP for 1")]
    [InlineData("2,55 GBP")]
    public void Other_texts_are_no_price(string? text)
    {
        Assert.False(UnitPrice.TryParse(text, out _));
        Assert.Throws<FormatException>(() => UnitPrice.Parse(text!));
    }

    [Fact]
    public void A_percentage_is_hundredths()
    {
        Assert.Equal(0.175m, Percentage.Of(17.5m).Fraction);
        Assert.Equal("17.5%", Percentage.Of(17.50m).ToString());
        Assert.True(Percentage.Zero.CompareTo(Percentage.Hundred) < 0);
        foreach (var text in new[] { "", "%", "17.5", "17,5%", "17.5 %", "17.5%%" })
            Assert.False(Percentage.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Percentage.Parse("half"));
        Assert.Throws<JsonException>(() => StoredJson.Read<Percentage>("17.5"));
    }

    [Fact]
    public void Unit_codes_are_those_of_the_official_list()
    {
        foreach (var bad in new[] { "c62", "LONGER", "K M" }) Assert.Throws<ArgumentException>(() => new UnitCode(bad));
        Assert.True(default(UnitCode).IsNone);
        StoredJson.Survives(default(UnitCode));
        StoredJson.Survives(UnitCode.Of("XBX"));
        StoredJson.Survives(Quantity.Zero(default));
    }
}
