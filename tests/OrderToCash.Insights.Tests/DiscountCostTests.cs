namespace OrderToCash.Insights.Tests;

public sealed class DiscountCostTests
{
    [Fact]
    public void Two_percent_for_twenty_days_cost_more_than_any_bank()
    {
        var cost = DiscountCost.Simple(Percentage.Of(2), 10, 30, yearDays: 360);
        Assert.Equal(36.73m, cost.Rounded());
        Assert.Equal("discountCost.simple = 36.73", cost.ToString());
        Assert.Equal(["discount = 2%", "discountDays = 10", "netDays = 30", "yearDays = 360"], cost.Inputs.Select(i => $"{i.Name} = {i.Value}"));
        Assert.Equal(43.86m, DiscountCost.Effective(Percentage.Of(2), 10, 30, yearDays: 360).Rounded());
    }

    [Theory, InlineData(10, 10), InlineData(30, 10)]
    public void Whoever_gains_no_day_has_no_cost_a_year(int discountDays, int netDays)
    {
        Assert.Equal(UndefinedReason.NoTimeGained, DiscountCost.Simple(Percentage.Of(2), discountDays, netDays).Undefined);
        Assert.Equal(UndefinedReason.NoTimeGained, DiscountCost.Effective(Percentage.Of(2), discountDays, netDays).Undefined);
    }

    [Fact]
    public void Half_the_invoice_for_one_day_compounds_beyond_what_can_be_written() =>
        Assert.Equal(UndefinedReason.TooLarge, DiscountCost.Effective(Percentage.Of(50), 10, 11).Undefined);

    [Fact]
    public void No_discount_costs_nothing_and_a_whole_invoice_is_none()
    {
        Assert.Equal(0m, DiscountCost.Simple(Percentage.Zero, 10, 30).Value);
        Assert.Equal(0m, DiscountCost.Effective(Percentage.Zero, 10, 30).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountCost.Simple(Percentage.Hundred, 10, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountCost.Effective(Percentage.Of(-1), 10, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountCost.Simple(Percentage.Of(2), -1, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountCost.Simple(Percentage.Of(2), 10, 30, 0));
    }

    [Property(MaxTest = 300)]
    public void Compounding_within_the_year_never_costs_less(byte tenths, byte discountDays, byte gained)
    {
        var (discount, net) = (Percentage.Of(tenths / 10m), discountDays + 1 + gained);
        var (simple, effective) = (DiscountCost.Simple(discount, discountDays, net), DiscountCost.Effective(discount, discountDays, net));
        Assert.True(simple.Value >= 0);
        if (effective.Value is { } compounded) Assert.True(compounded >= simple.Value - 0.000001m, $"{simple} {effective}");
        else Assert.Equal(UndefinedReason.TooLarge, effective.Undefined);
        Assert.True(DiscountCost.Simple(discount, discountDays, net + 1).Value <= simple.Value);
    }
}
