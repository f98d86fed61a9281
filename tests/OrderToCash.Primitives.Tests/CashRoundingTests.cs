using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public class CashRoundingTests
{
    private static readonly Currency Chf = Currency.Of("CHF");
    private static readonly CashRounding FiveCentimes = CashRounding.To(Money.Of(0.05m, Chf));

    [Theory]
    [InlineData("36.03 CHF", "36.05 CHF")]
    [InlineData("36.02 CHF", "36.00 CHF")]
    [InlineData("-36.03 CHF", "-36.05 CHF")]
    [InlineData("0.00 CHF", "0.00 CHF")]
    public void An_amount_comes_onto_the_nearest_step(string amount, string expected) =>
        Assert.Equal(expected, FiveCentimes.Round(Money.Parse(amount)).ToString());

    [Fact]
    public void The_way_to_round_is_named()
    {
        var up = FiveCentimes with { Rounding = Rounding.Ceiling };
        Assert.Equal("36.05 CHF", up.Round(Money.Parse("36.01 CHF")).ToString());
        Assert.Equal(up, JsonSerializer.Deserialize<CashRounding>(JsonSerializer.Serialize(up)));
        Assert.Equal(FiveCentimes, FiveCentimes with { Rounding = Rounding.HalfAwayFromZero });
    }

    [Fact]
    public void Steps_are_above_zero_and_of_one_currency()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CashRounding.To(Money.Zero(Chf)));
        Assert.Throws<CurrencyMismatchException>(() => FiveCentimes.Round(Money.Parse("1.00 EUR")));
    }

    [Fact]
    public void Instalments_and_what_is_left_after_a_discount_come_in_steps_and_grace_is_kept()
    {
        var terms = new PaymentTerms
        {
            Id = new("THIRDS"),
            Instalments =
            [
                new() { Share = TermsShare.Percent(33), Discounts = [new() { Percentage = Percentage.Of(2), Steps = [TermsStep.Days(0)], GraceDays = 3 }], Steps = [TermsStep.Days(10)] },
                new() { Share = TermsShare.Balance, Steps = [TermsStep.Days(30)] },
            ],
        };
        var instalments = terms.Schedule(new()
        {
            InvoiceDate = new(2026, 3, 2), Gross = Money.Parse("36.05 CHF"), Net = Money.Parse("33.33 CHF"), Calendar = BusinessCalendar.EveryDay, CashRounding = FiveCentimes,
        }).Value;
        Assert.Equal(["11.90 CHF", "24.15 CHF"], instalments.Select(i => i.Amount.ToString()));
        var tier = instalments[0].Discounts[0];
        Assert.Equal(("0.25 CHF", new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 5)), (tier.Discount.ToString(), tier.Until, tier.AcceptedUntil));
        Assert.Equal(LocalDate.MaxIsoValue, (tier with { Until = LocalDate.MaxIsoValue }).AcceptedUntil);
        var discount = terms.Instalments[0].Discounts[0];
        Expect.Found(PaymentTermsErrors.GraceOutOfRange, (terms with
        {
            Instalments = [terms.Instalments[0] with { Discounts = [discount with { GraceDays = 367 }] }, terms.Instalments[1]],
        }).Check());
    }
}
