using System.Text.Json;
using System.Xml.Linq;

namespace OrderToCash.Primitives.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2, 978)]
    [InlineData("JPY", 0, 392)]
    [InlineData("KWD", 3, 414)]
    [InlineData("CLF", 4, 990)]
    [InlineData("ALL", 2, 8)]
    public void A_code_knows_its_digits_and_number(string code, int digits, int number)
    {
        var currency = Currency.Of(code);
        Assert.Equal((code, digits, number, true), (currency.Code, currency.Digits, currency.Number!.Value, currency.HasMinorUnit));
    }

    [DataFact]
    public void All_currencies_of_the_published_list_are_known_with_their_digits()
    {
        var published = XDocument.Load(Path.Combine(Repository.Data!, "iso", "iso4217-list-one.xml")).Descendants("CcyNtry")
            .Where(entry => entry.Element("Ccy") is not null)
            .Select(entry => (Code: entry.Element("Ccy")!.Value, Number: int.Parse(entry.Element("CcyNbr")!.Value), Units: entry.Element("CcyMnrUnts")!.Value))
            .Distinct().OrderBy(entry => entry.Code, StringComparer.Ordinal).ToList();
        Assert.Equal(published, Currency.Iso4217.Select(c =>
            (c.Code, c.Number!.Value, c.HasMinorUnit ? c.Digits.ToString() : "N.A.")));
    }

    [Fact]
    public void Every_currency_survives_as_text_and_as_stored()
    {
        Assert.InRange(Currency.Iso4217.Count, 170, 190);
        foreach (var currency in Currency.Iso4217)
        {
            Assert.Equal(currency, Currency.Of(currency.ToString()));
            StoredJson.Survives(currency);
            StoredJson.Survives(Money.FromMinorUnits(12_345, currency));
            Assert.Equal(Money.Zero(currency), Money.Parse(Money.Zero(currency).ToString()));
            Assert.NotEqual("", currency.Name);
        }
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("QQQ")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_code_is_no_currency(string? code)
    {
        Assert.False(Currency.TryOf(code, out var none));
        Assert.Equal(default, none);
        Assert.Throws<ArgumentException>(() => Currency.Of(code!));
    }

    [Fact]
    public void A_host_brings_currencies_of_its_own()
    {
        var points = Currency.Custom("PTS", 0);
        Assert.Equal(("PTS", 0, true, "PTS"), (points.Code, points.Digits, points.HasMinorUnit, points.Name));
        Assert.Null(points.Number);
        Assert.Equal("\"PTS/0\"", StoredJson.Write(points));
        StoredJson.Survives(Currency.Custom("AAA", 8));
        StoredJson.Survives(new Dictionary<Currency, int> { [points] = 1, [Currency.Eur] = 2 });
        Assert.Equal(Currency.Eur, Currency.Custom("EUR", 2));
        Assert.Throws<ArgumentException>(() => Currency.Custom("EUR", 3));
        Assert.Throws<ArgumentException>(() => Currency.Custom("XAU", 2));
        Assert.Throws<ArgumentException>(() => Currency.Custom("Pts", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Currency.Custom("PTS", 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Currency.Custom("PTS", -1));
        Assert.Throws<JsonException>(() => StoredJson.Read<Currency>("\"PTS\""));
        Assert.Throws<JsonException>(() => StoredJson.Read<Currency>("\"PTS/9\""));
        Assert.Throws<JsonException>(() => StoredJson.Read<Currency>("978"));
    }

    [Fact]
    public void Metals_and_no_currency_have_no_grid()
    {
        foreach (var code in new[] { "XXX", "XTS", "XAU", "XDR" }) Assert.False(Currency.Of(code).HasMinorUnit);
        Assert.Equal(default, Currency.Of("XXX"));
        Assert.True(Currency.Eur.CompareTo(Currency.Usd) < 0);
    }
}
