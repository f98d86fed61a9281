namespace OrderToCash.Tax.Tests;

public class CashDiscountTests
{
    private static TaxSubtotal Under(decimal net, decimal rate, string category = "S")
    {
        TaxableLine[] lines = [new() { Net = Money.Of(net, Currency.Eur), Category = new(category), Rate = Percentage.Of(rate) }];
        return TaxBreakdown.Compute(lines, TaxComputation.ByBreakdown, Currency.Eur).Subtotals[0];
    }

    private static CashDiscountSplit Split(DiscountTaxMode mode, Percentage discount, params TaxSubtotal[] parts) =>
        CashDiscountSplit.Of(parts.Select(p => CashDiscountPart.Of(p, discount)).ToEquatableArray(), discount, mode);

    [Theory]
    [InlineData("included", "117.80 EUR", "2.00 EUR", "0.40 EUR", "120.20 EUR")]
    [InlineData("excluded", "118.20 EUR", "2.00 EUR", "0.00 EUR", "120.20 EUR")]
    [InlineData("mixed", "117.80 EUR", "2.00 EUR", "0.00 EUR", "119.80 EUR")]
    public void Each_regime_has_its_payable_amount_and_its_tax(string mode, string payable, string net, string tax, string total)
    {
        var split = Split(Enum.Parse<DiscountTaxMode>(mode, ignoreCase: true), Percentage.Of(2), Under(100.17m, 20));
        Assert.Equal((payable, tax, total), ($"{split.Payable}", $"{split.TaxReduction}", $"{split.Total}"));
        Assert.Equal(net, $"{split.NetReduction}");
    }

    [Fact]
    public void The_payable_amount_is_computed_once()
    {
        var split = Split(DiscountTaxMode.Included, Percentage.Of(10), Under(1725.05m, 0, "Z"));
        Assert.Equal(("1552.55 EUR", "172.50 EUR"), ($"{split.Payable}", $"{split.NetReduction}"));
    }

    [Fact]
    public void A_payable_amount_agreed_before_is_kept()
    {
        var discount = Percentage.Of(10);
        var split = CashDiscountSplit.Of([CashDiscountPart.Of(Under(1725.05m, 0, "Z"), discount)], discount, DiscountTaxMode.Included,
            Money.Of(1552.54m, Currency.Eur));
        Assert.Equal("172.51 EUR", $"{split.NetReduction}");
    }

    [Fact]
    public void A_discount_of_nothing_or_on_nothing_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => CashDiscountSplit.Of([], Percentage.Of(2), DiscountTaxMode.Included));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(DiscountTaxMode.Included, Percentage.Of(101), Under(1, 0, "Z")));
    }
}
