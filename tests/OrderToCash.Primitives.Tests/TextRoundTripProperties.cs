using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class TextRoundTripProperties
{
    private static readonly Gen<decimal> Number = Gen.Frequency(
        (3, from x in Gen.Choose(-1_000_000, 1_000_000) from scale in Gen.Choose(0, 6) select new decimal(Math.Abs(x), 0, 0, x < 0, (byte)scale)),
        (1, from a in Gen.Choose(0, int.MaxValue) from b in Gen.Choose(0, int.MaxValue) from negative in Gen.Elements(true, false)
            from scale in Gen.Choose(0, 28) select new decimal(a, b, a, negative, (byte)scale)));

    private static readonly Gen<UnitCode> Unit = Gen.Elements(UnitCode.Piece, UnitCode.Kilogram, UnitCode.Hour, default);

    private static readonly Gen<Currency> AnyCurrency = Gen.OneOf(Gen.Elements(Currency.Iso4217.ToArray()), Gen.Constant(Currency.Custom("PTS", 1)));

    private static void Survives<T>(Gen<T> values, Func<string, T> parse) => Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(values), value =>
    {
        var invariant = value!.ToString()!;
        Cultures.InEach(() =>
        {
            Assert.Equal(invariant, value.ToString());
            Assert.Equal(invariant, string.Create(CultureInfo.CurrentCulture, $"{value}"));
            Assert.Equal(value, parse(value.ToString()!));
            StoredJson.Survives(value);
        });
    }));

    [Fact]
    public void Money_reads_what_it_writes_in_every_culture() => Survives(Any.Money, Money.Parse);

    [Fact]
    public void Quantity_reads_what_it_writes_in_every_culture() =>
        Survives(from value in Number from unit in Unit select Quantity.Of(value, unit), Quantity.Parse);

    [Fact]
    public void Percentage_reads_what_it_writes_in_every_culture() => Survives(Number.Select(Percentage.Of), Percentage.Parse);

    [Fact]
    public void Unit_price_reads_what_it_writes_in_every_culture() => Survives(
        from amount in Number from currency in AnyCurrency from per in Gen.Choose(1, 10_000) select UnitPrice.Of(amount, currency, per / 10m), UnitPrice.Parse);

    [Fact]
    public void Currency_reads_what_it_writes_in_every_culture() => Survives(Gen.Elements(Currency.Iso4217.ToArray()), Currency.Of);

    [Fact]
    public void Decimals_in_stored_values_do_not_depend_on_the_culture() => Cultures.InEach(() =>
    {
        StoredJson.Survives(new ExchangeRate(Currency.Eur, Currency.Gbp, 0.8461m, new(2010, 12, 1), "ECB"));
        Assert.Equal("1 EUR = 0.8461 GBP (2010-12-01, ECB)", new ExchangeRate(Currency.Eur, Currency.Gbp, 0.8461m, new(2010, 12, 1), "ECB").ToString());
        Assert.Equal("62/365", new YearFraction(62, 365).ToString());
        Assert.Equal("NET30", PaymentTerms.Days(30).Id.ToString());
    });

    [Theory, MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Errors_state_their_facts_invariantly(string culture) => Cultures.In(culture, () =>
    {
        var error = new ErrorCode("a.b", ErrorKind.Refused, "{amount} {date} {number} {none}", "Do.").At(
            "lines[1]", ("amount", Money.Of(-1234.5m, Currency.Eur)), ("date", new LocalDate(2024, 2, 29)), ("number", -1.5m), ("none", null));
        Assert.Equal("-1234.50 EUR 2024-02-29 -1.5 ", error.Message);
    });
}
