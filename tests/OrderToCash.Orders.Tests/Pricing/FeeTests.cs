using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class FeeTests
{
    private static FeeRule Fee(FeeKind kind, FeeBasis basis, params (decimal From, decimal Amount)[] tiers) => new()
    {
        Id = $"F-{kind}", Kind = kind, Currency = Currency.Eur, Basis = basis,
        Tiers = tiers.Select(t => basis == FeeBasis.Weight
            ? new FeeTier { FromWeight = Quantity.Of(t.From, UnitCode.Kilogram), Amount = Eur(t.Amount) }
            : new FeeTier { FromValue = Eur(t.From), Amount = Eur(t.Amount) }).ToEquatableArray(),
    };

    private static PricingPolicy With(params FeeRule[] fees)
    {
        var policy = Plain with { Fees = [.. fees] };
        Assert.Empty(policy.Check());
        return policy;
    }

    [Theory]
    [InlineData(49.99, 10)]
    [InlineData(50, 0)]
    [InlineData(0, 10)]
    public void A_small_order_pays_for_being_small(decimal value, decimal fee) => Assert.Equal(Eur(value + fee),
        Priced(With(Fee(FeeKind.SmallOrder, FeeBasis.GoodsAfterAllDiscounts, (0, 10), (50, 0))), Line("1", 1, value)).Total());

    [Fact]
    public void Freight_is_a_line_of_its_own_with_its_own_tax_class_and_no_discount()
    {
        var freight = Fee(FeeKind.Freight, FeeBasis.GoodsAfterLineDiscounts, (0, 8), (100, 4)) with { Description = "Carriage", TaxClass = "reduced" };
        var order = Priced(With(freight), Terms with { Discount = new() { Percent = Percent(10) } }, Line("1", 1, 100, 1), Line("fee-freight", 1, 1));
        var line = order.Lines[2];
        Assert.Equal(("fee-freight-2", "Carriage", true), (line.Terms.Id.Value, line.Terms.Description, line.IsFee));
        Assert.Equal(new Tag { Name = "tax-class", Value = "reduced" }, Assert.Single(line.Terms.Tags));
        Assert.Equal((Eur(4), Eur(0), "F-freight"), (line.Amount, line.DocumentDiscount, line.Addition!.Rule));
        Assert.Equal("1 C62 at 4 EUR (fee F-freight by value after line discounts): 0.00 4.00 -> 4.00", Assert.Single(line.Trace()));
        Assert.Equal(Eur(10), Money.Sum(order.Lines.Select(l => l.DocumentDiscount), Currency.Eur));
    }

    [Fact]
    public void A_fee_is_discounted_when_the_policy_says_so()
    {
        var fee = Fee(FeeKind.Packing, FeeBasis.GoodsBeforeDiscounts, (0, 10)) with { IsDiscountable = true };
        var order = Priced(With(fee), Terms with { Discount = new() { Percent = Percent(10) } }, Line("1", 1, 90));
        Assert.Equal([81m, 9m], order.Lines.Select(l => l.Amount.Amount));
    }

    [Theory]
    [InlineData(FeeBasis.GoodsBeforeDiscounts, 1.00)]
    [InlineData(FeeBasis.GoodsAfterLineDiscounts, 0.90)]
    [InlineData(FeeBasis.GoodsAfterAllDiscounts, 0.81)]
    public void The_basis_is_stated(FeeBasis basis, decimal amount)
    {
        var fee = Fee(FeeKind.Handling, basis) with { Tiers = [new() { Amount = Eur(0), Percent = Percent(1) }] };
        var order = Priced(With(fee), Terms with { Discount = new() { Percent = Percent(10) } }, Line("1", 1, 100, 10));
        Assert.Equal(Eur(amount), order.Lines[1].Amount);
    }

    [Fact]
    public void Freight_by_weight_is_free_above_a_value_and_asks_for_missing_weights()
    {
        var policy = With(Fee(FeeKind.Freight, FeeBasis.Weight, (0, 5), (10, 9), (20, 15)) with { FreeFrom = Eur(200) });
        var kilos = Line("1", 4.5m, 10) with { Quantity = Quantity.Of(4.5m, UnitCode.Kilogram) };
        var heavy = Line("2", 1, 10) with { Weight = Quantity.Of(5.5m, UnitCode.Kilogram) };
        Assert.Equal(Eur(9), Priced(policy, kilos, heavy).Lines[2].Amount);
        Assert.Equal(Eur(5), Priced(policy, kilos, heavy with { Weight = Quantity.Of(5499, new("GRM")) }).Lines[2].Amount);
        Assert.Equal(2, Priced(policy, kilos, heavy with { UnitPrice = UnitPrice.Parse("155 EUR") }).Lines.Count);
        var unknown = Priced(policy, kilos, Line("3", 1, 10));
        Assert.Equal("3", Expect.Found(PricingErrors.WeightMissing, unknown.Errors()).Fact("line"));
        Assert.Equal(2, unknown.Lines.Count);
    }

    [Fact]
    public void A_fee_in_another_currency_is_not_forgotten_silently()
    {
        var yen = Line("1") with { UnitPrice = UnitPrice.Parse("100 JPY") };
        var order = Priced(With(Fee(FeeKind.Freight, FeeBasis.GoodsBeforeDiscounts, (0, 5))), Terms with { Currency = Currency.Jpy }, yen);
        Assert.Equal("freight", Expect.Found(PricingErrors.FeeMissing, order.Errors()).Fact("kind"));
        Assert.Single(order.Lines);
    }

    [Fact]
    public void Fees_leave_with_the_first_goods_and_are_charged_once()
    {
        var policy = OrderPolicy.Standard with { Pricing = With(Fee(FeeKind.Freight, FeeBasis.GoodsBeforeDiscounts, (0, 5))) };
        var order = Expect.Success(Order.Capture(Terms, [Line("1", 10), Line("2", 10)], [], OrderRules.BuiltIn, policy, Clerk, Morning)).State;
        Assert.Equal(Eur(75), order.Amount);
        order = Expect.Success(order.Confirm(Clerk, Morning)).State;
        var cancelled = Expect.Success(order.CancelRemainder("no more", [new("1"), new("2")], Clerk, Morning)).State;
        Assert.Equal(OrderStatus.Cancelled, cancelled.Status);

        order = order.Ship("S-1", ("1", 4));
        Assert.Equal(Quantity.Pieces(1), order.Line(new("fee-freight"))!.Shipped);
        order = Expect.Success(order.CancelRemainder("no more", [new("2")], Clerk, Morning)).State;
        order = order.Ship("S-2", ("1", 6)).Invoice(("1", 10), ("fee-freight", 1));
        Assert.Equal((OrderStatus.Invoiced, 0), (order.Status, order.Check().Count));
    }

    [Fact]
    public void An_amended_order_gets_its_fees_and_gifts_anew()
    {
        var policy = With(Fee(FeeKind.Freight, FeeBasis.GoodsBeforeDiscounts, (0, 5), (100, 0))) with
        {
            FreeGoods = [new() { Id = "B", Product = new("P-1"), Buy = Quantity.Pieces(5), Get = Quantity.Pieces(1), Form = FreeGoodsForm.ExclusiveBonus },
                new() { Id = "L", Product = new("P-2"), Buy = Quantity.Pieces(5), Get = Quantity.Pieces(1), Form = FreeGoodsForm.ExclusiveLine }],
        };
        OrderLineTerms[] lines = [Line("1", 10, 2), Line("2", 10, 2)];
        var first = Priced(policy, lines);
        Assert.Equal(4, first.Lines.Count);
        var wanted = OrderPricing.Wanted(first.Lines);
        Assert.Equal(lines, wanted);
        Assert.Equal(first, Priced(policy, [.. wanted]));
        Assert.Equal(2, Priced(policy, wanted[0] with { Quantity = Quantity.Pieces(50) }, wanted[1] with { Quantity = Quantity.Pieces(1) }).Lines.Count);
    }

    [Fact]
    public void A_kind_is_lower_case()
    {
        Assert.Equal("freight", FeeKind.Freight.ToString());
        Assert.Throws<ArgumentException>(() => new FeeKind("Freight"));
    }
}
