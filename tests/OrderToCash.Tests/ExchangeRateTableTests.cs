using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class ExchangeRateTableTests
{
    private static ExchangeRate Rate(Currency @base, Currency quote, decimal rate, int day) => new(@base, quote, rate, Monday.PlusDays(day), "ECB");

    [Theory, InlineData(0, 1.1), InlineData(3, 1.1), InlineData(4, 1.2), InlineData(11, 1.2)]
    public void The_rate_of_the_day_or_of_the_last_day_before_it_holds(int day, double expected)
    {
        var table = new ExchangeRateTable([Rate(Currency.Eur, Currency.Usd, 1.1m, 0), Rate(Currency.Eur, Currency.Usd, 1.2m, 4)]);
        Assert.Equal((decimal)expected, table.Find(Currency.Usd, Currency.Eur, Monday.PlusDays(day))!.Rate);
    }

    [Theory, InlineData(-1), InlineData(8)]
    public void Before_the_first_and_too_long_after_the_last_there_is_none(int day) =>
        Assert.Null(new ExchangeRateTable([Rate(Currency.Eur, Currency.Usd, 1.1m, 0)]).Find(Currency.Eur, Currency.Usd, Monday.PlusDays(day)));

    [Fact]
    public void Two_currencies_meet_in_a_third_on_the_last_day_both_were_published()
    {
        var table = new ExchangeRateTable(
        [
            Rate(Currency.Eur, Currency.Usd, 1.1m, 0), Rate(Currency.Eur, Currency.Gbp, 0.88m, 0), Rate(Currency.Eur, Currency.Usd, 1.2m, 1),
        ]);
        var cross = table.Find(Currency.Gbp, Currency.Usd, Monday.PlusDays(2))!;
        Assert.Equal((1.25m, Monday), (cross.Rate, cross.Date));
        Assert.Null(table.Find(Currency.Gbp, Currency.Usd, Monday.PlusDays(8)));
    }

    [Fact]
    public void The_newer_of_two_directions_holds()
    {
        var table = new ExchangeRateTable([Rate(Currency.Eur, Currency.Usd, 1.1m, 0), Rate(Currency.Usd, Currency.Eur, 0.8m, 1)]);
        Assert.Equal(0.8m, table.Find(Currency.Eur, Currency.Usd, Monday.PlusDays(1))!.Rate);
    }
}
