using System.Text.Json;

namespace OrderToCash.Tax.Tests;

public class TaxBreakdownTests
{
    private static TaxableLine Line(string net, string category, decimal rate) =>
        new() { Net = Money.Parse(net), Category = new(category), Rate = Percentage.Of(rate) };

    [Fact]
    public void By_breakdown_rounds_once_a_rate_and_by_line_once_a_line()
    {
        TaxableLine[] lines = [Line("0.05 EUR", "S", 10), Line("0.05 EUR", "S", 10), Line("0.05 EUR", "S", 10), Line("10.00 EUR", "Z", 0)];
        var byBreakdown = TaxBreakdown.Compute(lines, TaxComputation.ByBreakdown, Currency.Eur);
        var byLine = TaxBreakdown.Compute(lines, TaxComputation.ByLine, Currency.Eur);
        Assert.Equal("0.02 EUR", byBreakdown.Tax.ToString());
        Assert.Equal("0.03 EUR", byLine.Tax.ToString());
        Assert.Equal(["S", "Z"], byBreakdown.Subtotals.Select(s => s.Category.Value));
        Assert.Equal("10.15 EUR", byLine.Net.ToString());
        Assert.Equal("10.17 EUR", byBreakdown.Gross.ToString());
    }

    [Theory]
    [InlineData("0.10 EUR", 17.5, "0.02 EUR")]
    [InlineData("-0.10 EUR", 5, "-0.01 EUR")]
    [InlineData("100.00 EUR", 25.5, "25.50 EUR")]
    [InlineData("10 JPY", 5, "1 JPY")]
    [InlineData("1.000 KWD", 12.345, "0.123 KWD")]
    [InlineData("9999999999999999.99 EUR", 99.999999, "9999999899999999.99 EUR")]
    public void A_half_goes_away_from_zero(string net, double rate, string tax) => Assert.Equal(
        tax, TaxBreakdown.Compute([Line(net, "S", (decimal)rate)], TaxComputation.ByBreakdown, Money.Parse(net).Currency).Tax.ToString());

    [Fact]
    public void No_line_gives_no_subtotal_and_zero_of_the_currency()
    {
        var none = TaxBreakdown.Compute([], TaxComputation.ByBreakdown, Currency.Jpy);
        Assert.Empty(none.Subtotals);
        Assert.Equal(Money.Zero(Currency.Jpy), none.Gross);
    }

    [Fact]
    public void Another_currency_is_a_bug() => Assert.Throws<CurrencyMismatchException>(
        () => TaxBreakdown.Compute([Line("1.00 GBP", "S", 20)], TaxComputation.ByBreakdown, Currency.Eur));

    [Fact]
    public void A_breakdown_and_a_treatment_survive_json()
    {
        var breakdown = TaxBreakdown.Compute([Line("1.00 GBP", "S", 20)], TaxComputation.ByLine, Currency.Gbp);
        Assert.Equal(breakdown, JsonSerializer.Deserialize<TaxBreakdown>(JsonSerializer.Serialize(breakdown)));
        var treatment = Expect.Success(AQuestion.From("GB").To("FR").ForBusiness("FR").Answer());
        Assert.Equal(treatment, JsonSerializer.Deserialize<TaxTreatment>(JsonSerializer.Serialize(treatment)));
    }

    [Fact]
    public void Shares_carry_the_tax_point()
    {
        var share = TaxBreakdown.Compute([Line("1.00 GBP", "S", 20)], TaxComputation.ByLine, Currency.Gbp).At(new(2011, 1, 4))[0];
        Assert.Equal((new LocalDate(2011, 1, 4), "1.20 GBP"), (share.TaxPoint, share.Gross.ToString()));
    }
}
