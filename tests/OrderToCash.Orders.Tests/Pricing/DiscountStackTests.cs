using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class DiscountStackTests
{
    [Fact]
    public void Ten_and_five_and_two_percent_cascade()
    {
        var line = Priced(Plain, Line("1", 10, 100, 10).Off(By(5), By(2))).Lines[0];
        Assert.Equal(
        [
            "10 C62 at 100 EUR: 0.00 1000.00 -> 1000.00",
            "line discount 10%: 1000.00 -100.00 -> 900.00",
            "line discount 5%: 900.00 -45.00 -> 855.00",
            "line discount 2%: 855.00 -17.10 -> 837.90",
        ], line.Trace());
        Assert.Equal((Eur(162.10m), Eur(0)), (line.LineDiscount, line.DocumentDiscount));
    }

    [Fact]
    public void The_policy_says_whether_percentages_or_amounts_come_first()
    {
        var line = Line("1", 1, 100).Off(By(10), Less(20));
        Assert.Equal(Eur(70), Priced(Plain, line).Total());
        var amountFirst = Plain with { Stack = [DiscountKind.LineAmount, DiscountKind.LinePercent] };
        Assert.Equal(Eur(72), Priced(amountFirst, line).Total());
        Assert.Equal(["line discount: 100.00 -20.00 -> 80.00", "line discount 10%: 80.00 -8.00 -> 72.00"],
            Priced(amountFirst, line).Lines[0].Trace()[1..]);
        Assert.Equal(Eur(90), Priced(Plain with { Stack = [DiscountKind.LinePercent] }, line).Total());
    }

    [Fact]
    public void The_order_of_document_percent_and_amount_is_the_policys()
    {
        var terms = Terms with { Discount = new() { Percent = Percent(10), Amount = Eur(10), Reason = "spring" } };
        Assert.Equal(Eur(80), Priced(Plain, terms, Line("1", 1, 100)).Total());
        var amountFirst = Plain with { Stack = [DiscountKind.DocumentAmount, DiscountKind.DocumentPercent] };
        var order = Priced(amountFirst, terms, Line("1", 1, 100));
        Assert.Equal(Eur(81), order.Total());
        Assert.Equal("share of the order's discount spring 10%: 90.00 -9.00 -> 81.00", order.Lines[0].Trace()[2]);
    }

    [Fact]
    public void The_best_scheme_that_holds_is_applied_once()
    {
        var policy = Plain with
        {
            Schemes =
            [
                new() { Id = "all", Percent = Percent(3) }, new() { Id = "retail", Group = "retail", Percent = Percent(50) },
                new() { Id = "lamps", Product = new("P-1"), From = Quantity.Pieces(10), PerUnit = UnitPrice.Parse("0.50 EUR") },
                new() { Id = "dollars", PerUnit = UnitPrice.Parse("9 USD") }, new() { Id = "c8", Customer = new("C-8"), Percent = Percent(50) },
                new() { Id = "gone", ValidTo = Day.PlusDays(-1), Percent = Percent(50) },
                new() { Id = "kilo", From = Quantity.Of(1, UnitCode.Kilogram), Percent = Percent(50) },
            ],
        };
        Assert.Empty(policy.Check());
        Assert.Equal("scheme lamps: 100.00 -5.00 -> 95.00", Priced(policy, Line("1", 10, 10)).Lines[0].Trace()[1]);
        Assert.Equal("scheme all 3%: 90.00 -2.70 -> 87.30", Priced(policy, Line("1", 9, 10)).Lines[0].Trace()[1]);
        var cumulated = policy with { QuantityBasis = QuantityBasis.PerProduct };
        Assert.Equal("scheme lamps: 90.00 -4.50 -> 85.50",
            Priced(cumulated, Line("1", 9, 10), Line("2", 1, 10) with { Product = new("P-1") }).Lines[0].Trace()[1]);
        var retail = OrderPricing.Price(Terms, [Line("1", 1, 10)], policy, new() { Group = "retail" }, Rounding.HalfAwayFromZero);
        Assert.Equal(Eur(5), retail.Total());
    }

    [Fact]
    public void Nothing_goes_below_zero_and_the_trace_says_it_was_limited()
    {
        var line = Priced(Plain, Line("1", 1, 10, 90).Off(Less(5), Less(5))).Lines[0];
        Assert.True(line.Amount.IsZero);
        Assert.Equal(["line discount, limited: 1.00 -1.00 -> 0.00", "line discount, limited: 0.00 0.00 -> 0.00"], line.Trace()[2..]);
    }

    [Theory]
    [InlineData("7.335 EUR", null, null, 22.01)]
    [InlineData(null, "5 EUR", 40, 25.00)]
    [InlineData(null, null, null, 15.00)]
    [InlineData("7 EUR", "4 EUR", 40, 21.00)]
    public void Discounts_stop_at_the_floor_price_and_the_margin(string? floor, string? cost, int? margin, decimal amount)
    {
        var policy = Plain with { MinimumMargin = margin is { } m ? Percent(m) : null };
        var line = Line("1", 3, 10, 50) with
        {
            Origin = new() { Kind = PriceKind.List, FloorPrice = Parse(floor), UnitCost = Parse(cost) },
        };
        var priced = Priced(policy, line).Lines[0];
        Assert.Equal(Eur(amount), priced.Amount);
        Assert.Equal(amount != 15, priced.Steps[0].IsLimited);

        static UnitPrice? Parse(string? text) => text is null ? null : UnitPrice.Parse(text);
    }

    [Fact]
    public void All_discounts_together_stop_at_the_largest_one()
    {
        var policy = Plain with { LargestDiscount = Percent(30) };
        var terms = Terms with { Discount = new() { Percent = Percent(50) } };
        var order = Priced(policy, terms, Line("1", 1, 100, 25), Line("2", 1, 100));
        Assert.Equal([70m, 70m], order.Lines.Select(l => l.Amount.Amount));
        Assert.All(order.Lines, l => Assert.True(l.Steps[^1].IsLimited));
    }

    [Fact]
    public void What_a_line_at_its_floor_can_not_give_the_others_give()
    {
        var terms = Terms with { Discount = new() { Amount = Eur(60) } };
        var order = Priced(Plain, terms,
            Line("1", 1, 100) with { Origin = new() { Kind = PriceKind.List, FloorPrice = UnitPrice.Parse("90 EUR") } }, Line("2", 1, 100), Line("3", 1, 0));
        Assert.Equal([10m, 50m, 0m], order.Lines.Select(l => l.DocumentDiscount.Amount));
        Assert.All(order.Lines, l => Assert.DoesNotContain(l.Steps, s => s.IsLimited));
        Assert.Empty(order.Lines[2].Steps);
    }

    [Fact]
    public void Net_prices_keep_out_of_everything_but_a_discount_on_the_line()
    {
        var policy = Plain with { Schemes = [new() { Id = "all", Percent = Percent(10) }] };
        var terms = Terms with { Discount = new() { Amount = Eur(9) } };
        var order = Priced(policy, terms, Line("1", 1, 100, 1) with { IsNet = true }, Line("2", 1, 100));
        Assert.Equal([99m, 81m], order.Lines.Select(l => l.Amount.Amount));
        Assert.Equal(Eur(9), order.Lines[1].DocumentDiscount);
        var onlyNet = Priced(policy, terms, Line("1", 1, 100) with { IsNet = true });
        Assert.Equal(Eur(100), onlyNet.Total());
        Assert.Equal("discount", Expect.Found(PricingErrors.DiscountWithoutEffect, onlyNet.Errors()).Target);
    }

    [Fact]
    public void A_discount_that_the_policy_leaves_out_is_not_forgotten_silently()
    {
        var policy = Plain with { Stack = [DiscountKind.Scheme] };
        var terms = Terms with { Coupons = [new("A")], Discount = new() { Percent = Percent(1), Amount = Eur(1) } };
        var order = Priced(policy, terms, Line("1", 1, 100), Line("2", 1, 100, 5).Off(Less(1)));
        Assert.Equal(Eur(200), order.Total());
        Expect.Found(PricingErrors.DiscountNotGranted, order.Errors());
        Assert.Equal(["lines[1].discounts", "lines[1].discounts", "discount.percent", "discount.amount", "coupons"],
            order.Errors().Select(e => e.Target));
    }

    [Fact]
    public void Malformed_discounts_bounds_and_weights_are_refused_with_the_order()
    {
        var refused = TryCapture(Terms, Line("1").Off(By(101), Less(-1), new() { Amount = Money.Parse("1 JPY") }), Line("2") with
        {
            Weight = Quantity.Of(0, UnitCode.Kilogram),
            Origin = new() { Kind = PriceKind.List, FloorPrice = UnitPrice.Parse("1 USD"), UnitCost = UnitPrice.Of(decimal.MaxValue, Currency.Eur) },
        });
        Assert.Equal(
            [("order.discount-out-of-range", "lines[0].discounts[0]"), ("order.discount-out-of-range", "lines[0].discounts[1]"),
                ("order.currency-mixed", "lines[0].discounts[2]"), ("order.currency-mixed", "lines[1].origin.floorPrice"),
                ("order.amount-too-large", "lines[1].origin.unitCost"), ("order.quantity-not-positive", "lines[1].weight")],
            refused.Errors.OrderBy(e => e.Target, StringComparer.Ordinal).Select(e => (e.Code, e.Target!)));
    }

    [Fact]
    public void A_stored_line_whose_steps_do_not_replay_is_broken()
    {
        var order = Captured(Line("1", 1, 100, 10));
        var line = order.Lines[0];
        var wrong = line with { Priced = line.Priced with { Steps = [line.Priced.Steps[0] with { Off = Eur(9) }] } };
        Expect.Found(OrderErrors.LedgerBroken, (order with { Lines = [wrong] }).Check());
        Assert.Empty(order.Check());
    }

    [Fact]
    public void A_name_that_can_not_be_a_product_is_found_before_it_is_a_line()
    {
        var fee = new FeeRule { Id = " x", Kind = FeeKind.Freight, Currency = Currency.Eur, Basis = FeeBasis.Weight, Tiers = [new() { Amount = Eur(1) }] };
        Assert.Equal("fees[0]", Expect.Found(PricingErrors.NameMissing, (Plain with { Fees = [fee] }).Check()).Target);
        Assert.Single((Plain with { Fees = [fee with { Id = new('x', 129) }] }).Check());
    }

    [Fact]
    public void Orders_stored_before_there_were_steps_are_explained_too()
    {
        var old = Priced(Plain, Terms with { Discount = new() { Amount = Eur(5) } }, Line("1", 1, 100, 10)).Lines[0] with { Steps = [] };
        Assert.True(old.IsReplayed);
        Assert.Equal(["line discount 10%: 100.00 -10.00 -> 90.00", "share of the order's discount: 90.00 -5.00 -> 85.00"], old.Trace()[1..]);
    }

    [Fact]
    public void A_policy_is_read_from_json_and_all_its_errors_are_found_at_once()
    {
        var policy = Expect.Success(PricingPolicy.Load("""
            {
              "name": "retail 3", "stack": ["LinePercent", "Scheme", "DocumentAmount", "Coupon"], "largestDiscount": "40%",
              "minimumMargin": "12.5%", "quantityBasis": "PerProduct",
              "schemes": [ { "id": "S", "product": "P", "from": "10 C62", "perUnit": "0.5 EUR" } ],
              "freeGoods": [ { "id": "F", "product": "P", "buy": "10 C62", "get": "1 C62", "form": "ExclusiveLine", "gift": "Q" } ],
              "coupons": [ { "code": "SPRING-10", "percent": "10%", "minimumValue": "50.00 EUR", "isOncePerCustomer": true } ],
              "fees": [ { "id": "FR", "kind": "freight", "currency": "EUR", "basis": "Weight", "freeFrom": "500.00 EUR", "taxClass": "reduced",
                          "tiers": [ { "amount": "5.90 EUR" }, { "fromWeight": "20 KGM", "amount": "12.00 EUR" } ] } ]
            }
            """));
        Assert.Equal((Percent(40), FreeGoodsForm.ExclusiveLine, new CouponCode("SPRING-10"), FeeKind.Freight),
            (policy.LargestDiscount, policy.FreeGoods[0].Form, policy.Coupons[0].Code, policy.Fees[0].Kind));

        var wrong = PricingPolicy.Load("""
            {
              "name": "", "stack": ["DocumentAmount", "Scheme", "Coupon", "Coupon", "FreeGoods"], "largestDiscount": "101%", "minimumMargin": "100%",
              "schemes": [ { "id": "S" }, { "id": "S", "percent": "5%", "perUnit": "-1 XAU", "from": "0 C62" } ],
              "freeGoods": [ { "id": "F", "product": "", "buy": "1 C62", "get": "1 C62", "form": "Inclusive", "most": "1 KGM" } ],
              "coupons": [ { "code": "A", "amount": "1 JPY", "minimumValue": "5.00 EUR", "validFrom": "2026-02-01", "validTo": "2026-01-01" } ],
              "fees": [
                { "id": "1", "kind": "freight", "currency": "EUR", "basis": "GoodsAfterAllDiscounts", "tiers": [], "isDiscountable": true },
                { "id": "2", "kind": "freight", "currency": "EUR", "basis": "Weight", "freeFrom": "1 JPY",
                  "tiers": [ { "fromValue": "1.00 EUR", "amount": "1.00 EUR" }, { "amount": "-1.00 EUR", "percent": "1%" } ] }
              ]
            }
            """);
        Expect.Refused(PricingErrors.StackBroken, wrong);
        Expect.Refused(PricingErrors.PercentOutOfRange, wrong);
        Expect.Refused(PricingErrors.DiscountEmpty, wrong);
        Expect.Refused(PricingErrors.GiftTooLarge, wrong);
        Expect.Refused(PricingErrors.FeesOverlap, wrong);
        Expect.Refused(PricingErrors.TiersBroken, wrong);
        Expect.Refused(PricingErrors.FeeNotDiscountable, wrong);
        Assert.Equal(
        [
            "coupons[0].minimumValue", "coupons[0].validTo", "fees[0].isDiscountable", "fees[0].tiers", "fees[1]", "fees[1].freeFrom",
            "fees[1].tiers[0]", "fees[1].tiers[1]", "fees[1].tiers[1].amount", "freeGoods[0]", "freeGoods[0].most", "freeGoods[0].product",
            "largestDiscount", "minimumMargin", "name", "schemes[0]", "schemes[1]", "schemes[1]", "schemes[1].from", "schemes[1].perUnit",
            "schemes[1].perUnit", "stack[1]", "stack[3]", "stack[4]",
        ], wrong.Errors.Select(e => e.Target!).Order(StringComparer.Ordinal));
    }
}
