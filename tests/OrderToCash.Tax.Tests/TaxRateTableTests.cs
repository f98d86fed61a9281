namespace OrderToCash.Tax.Tests;

public class TaxRateTableTests
{
    private static readonly TaxRate Row = new() { Country = new("US"), Class = TaxClass.Standard, Rate = Percentage.Of(7), From = new(2020, 1, 1) };

    [Fact]
    public void A_rate_holds_until_the_next_begins_or_its_last_day_has_passed()
    {
        var table = Expect.Success(TaxRateTable.Create(
            [Row with { From = new(2022, 1, 1), Rate = Percentage.Of(8), Until = new LocalDate(2022, 12, 31) }, Row], new(2023, 1, 1)));
        Assert.Null(table.Find(Row.Country, TaxClass.Standard, new(2019, 12, 31)));
        Assert.Equal(Percentage.Of(7), table.Find(Row.Country, TaxClass.Standard, new(2021, 12, 31))!.Rate);
        Assert.Equal(Percentage.Of(8), table.Find(Row.Country, TaxClass.Standard, new(2022, 12, 31))!.Rate);
        Assert.Null(table.Find(Row.Country, TaxClass.Standard, new(2023, 1, 1)));
        Assert.Null(table.Find(Row.Country, TaxClass.Reduced, new(2022, 1, 1)));
    }

    [Fact]
    public void Overlaps_and_malformed_rows_are_all_found()
    {
        var refused = TaxRateTable.Create([Row, Row, Row with { Rate = default }, Row with { Until = new LocalDate(2019, 1, 1) }], new(2023, 1, 1));
        Expect.Refused(TaxErrors.RatesOverlap, refused);
        Expect.Refused(TaxErrors.RateInvalid, refused);
        Assert.True(refused.Errors.Count >= 4);
    }

    public static TheoryData<string> Members =>
        new("AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH NO".Split(' '));

    [Theory, MemberData(nameof(Members))]
    public void Standard_rates_have_no_gap_since_2010(string country)
    {
        for (var day = new LocalDate(2010, 1, 1); day <= BuiltInTaxRates.AsOf; day = day.PlusDays(1))
            Assert.InRange(BuiltInTaxRates.Table.Find(new(country), TaxClass.Standard, day)!.Rate.Value, 7.6m, 27m);
    }

    [Theory]
    [InlineData("FR", "2013-12-31", 19.6)]
    [InlineData("FR", "2014-01-01", 20)]
    [InlineData("IE", "2020-10-01", 21)]
    [InlineData("IE", "2021-03-01", 23)]
    [InlineData("NL", "2012-09-30", 19)]
    [InlineData("ES", "2012-09-01", 21)]
    [InlineData("IT", "2011-09-17", 21)]
    [InlineData("PL", "2010-12-31", 22)]
    [InlineData("PT", "2010-12-31", 21)]
    [InlineData("FI", "2024-09-01", 25.5)]
    [InlineData("CY", "2013-01-14", 18)]
    [InlineData("CH", "2017-12-31", 8)]
    [InlineData("NO", "2010-06-01", 25)]
    public void Standard_rates_are_those_of_the_day(string country, string on, double rate) => Assert.Equal(
        (decimal)rate, BuiltInTaxRates.Table.Find(new(country), TaxClass.Standard, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value)!.Rate.Value);
}
