namespace OrderToCash.Tax.Tests;

public class ChargeTableTests
{
    private static ChargeDocument Table(params Charge[] charges) => new()
    {
        Currency = Currency.Eur,
        Items =
        [
            new() { Item = "A", Quantity = Quantity.Pieces(3), Price = UnitPrice.Of(33.33m, Currency.Eur) },
            new() { Item = "B", Quantity = Quantity.Pieces(1), Price = UnitPrice.Of(0.02m, Currency.Eur), Discount = Percentage.Of(50) },
        ],
        Charges = charges.ToEquatableArray(),
    };

    private static Charge Net(decimal rate, bool included = false) => new() { Basis = ChargeBasis.NetTotal, Rate = Percentage.Of(rate), Included = included };

    [Fact]
    public void Rows_stand_on_rows()
    {
        var charged = Expect.Success(ChargeTable.Compute(Table(
            Net(10), new() { Basis = ChargeBasis.RowAmount, Row = 1, Rate = Percentage.Of(50) },
            new() { Basis = ChargeBasis.RunningTotal, Row = 2, Rate = Percentage.Of(-10) },
            new() { Basis = ChargeBasis.FixedAmount, Amount = Money.Of(7, Currency.Eur) }) with { PayableStep = Money.Of(1, Currency.Eur) }));
        Assert.Equal(["10.00 EUR", "5.00 EUR", "-11.50 EUR", "7.00 EUR"], charged.Rows.Select(r => $"{r.Amount}"));
        Assert.Equal(("110.50 EUR", "111.00 EUR"), ($"{charged.GrandTotal}", $"{charged.Payable}"));
    }

    [Fact]
    public void Cents_that_inclusion_misses_are_shown_and_the_prices_hold()
    {
        var charged = Expect.Success(ChargeTable.Compute(Table(Net(7, included: true), Net(7, included: true), Net(7, included: true))));
        Assert.Equal("100.00 EUR", $"{charged.GrandTotal}");
        Assert.Equal(charged.GrandTotal, charged.NetTotal + charged.Rows.Aggregate(charged.Adjustment, (sum, r) => sum + r.Amount));
    }

    [Theory]
    [InlineData(false, "90.00 EUR", "99.00 EUR")]
    [InlineData(true, "90.91 EUR", "100.00 EUR")]
    public void A_discount_is_off_the_net_or_off_the_total(bool offTotal, string net, string grand)
    {
        var charged = Expect.Success(ChargeTable.Compute(Table(Net(10)) with { Discount = Money.Of(10, Currency.Eur), DiscountsGrandTotal = offTotal }));
        Assert.Equal((net, grand), ($"{charged.NetTotal}", $"{charged.GrandTotal}"));
    }

    [Property(MaxTest = 300)]
    public bool A_discount_off_the_total_is_met_to_the_cent(ushort cents, byte rate, byte second, bool included)
    {
        var table = Table(Net(rate / 7m, included), Net(second / 9m));
        var before = Expect.Success(ChargeTable.Compute(table)).GrandTotal.Document;
        var discount = Money.Min(Money.FromMinorUnits(cents, Currency.Eur), before);
        var after = Expect.Success(ChargeTable.Compute(table with { Discount = discount, DiscountsGrandTotal = true }));
        return after.GrandTotal.Document == before - discount;
    }

    [Fact]
    public void Company_amounts_are_those_of_the_rounded_ones()
    {
        var charged = Expect.Success(ChargeTable.Compute(Table(Net(12.5m)) with { CompanyRate = new(Currency.Eur, Currency.Usd, 50, new(2026, 1, 1), "test") }));
        Assert.Equal(charged.Rows[0].Amount.Document.Amount * 50, charged.Rows[0].Amount.Company.Amount);
    }
}
