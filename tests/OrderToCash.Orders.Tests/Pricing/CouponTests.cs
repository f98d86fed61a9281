using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class CouponTests
{
    private static readonly PricingPolicy Policy = Plain with
    {
        Coupons =
        [
            new() { Code = new("TEN"), Percent = Percent(10), IsCombinable = true }, new() { Code = new("FIVE"), Amount = Eur(5), IsCombinable = true },
            new() { Code = new("ALONE"), Amount = Eur(20) }, new() { Code = new("ONCE"), Amount = Eur(1), IsOncePerCustomer = true },
            new() { Code = new("BIG"), Amount = Eur(1), MinimumValue = Eur(100) }, new() { Code = new("DOLLAR"), Amount = Money.Parse("1.00 USD") },
            new() { Code = new("MARCH"), Amount = Eur(1), ValidFrom = Day, ValidTo = Day.PlusDays(29) },
            new() { Code = new("C8"), Amount = Eur(1), Customer = new("C-8") },
        ],
    };

    private static OrderTerms With(params string[] coupons) => Terms with { Coupons = [.. coupons.Select(c => new CouponCode(c))] };

    [Fact]
    public void Combinable_coupons_are_taken_one_after_the_other()
    {
        Assert.Empty(Policy.Check());
        var order = Priced(Policy, With("TEN", "FIVE"), Line("1", 1, 100), Line("2", 1, 50));
        Assert.Equal(Eur(130), order.Total());
        Assert.Equal(["share of coupon TEN 10%: 100.00 -10.00 -> 90.00", "share of coupon FIVE: 90.00 -3.33 -> 86.67"], order.Lines[0].Trace()[1..]);
        Assert.Equal([15m, 5m], order.CouponUses.Select(u => u.Off.Amount));
        Assert.Empty(order.Findings);
    }

    [Fact]
    public void A_coupon_that_can_not_be_taken_says_why()
    {
        Assert.Equal("coupons[1]", Expect.Found(PricingErrors.CouponNotCombinable, Errors("TEN", "ALONE")).Target);
        Expect.Found(PricingErrors.CouponNotCombinable, Errors("ALONE", "TEN"));
        Expect.Found(PricingErrors.CouponUnknown, Errors("NONE"));
        Expect.Found(PricingErrors.CouponUnknown, Errors("C8"));
        Expect.Found(PricingErrors.CouponInOtherCurrency, Errors("DOLLAR"));
        Expect.Found(PricingErrors.CouponAlreadyUsed, Errors("TEN", "TEN"));
        Assert.Empty(Errors("MARCH"));
        Expect.Found(PricingErrors.CouponNotValid, Priced(Policy, With("MARCH") with { OrderDate = Day.PlusDays(30) }, Line("1")).Errors());
        Expect.Found(PricingErrors.CouponBelowMinimum, Priced(Policy, With("BIG"), Line("1", 1, 99.99m)).Errors());
        Assert.Empty(Priced(Policy, With("BIG"), Line("1", 1, 100)).Errors());
        Expect.Found(PricingErrors.CouponWithoutEffect, Priced(Policy, With("ALONE"), Line("1", 1, 100) with { IsNet = true }).Errors());

        static EquatableArray<DomainError> Errors(params string[] coupons) => Priced(Policy, With(coupons), Line("1", 1, 50)).Errors();
    }

    [Fact]
    public void Once_per_customer_is_once_per_customer_and_pricing_the_order_again_is_not_twice()
    {
        CouponUse Use(string customer, string order) => new() { Coupon = new("ONCE"), Customer = new(customer), Order = new(order), Off = Eur(1) };
        PricedOrder After(params CouponUse[] uses) =>
            OrderPricing.Price(With("ONCE"), [Line("1")], Policy, new() { CouponUses = [.. uses] }, Rounding.HalfAwayFromZero);
        Assert.Equal("SO-0", Expect.Found(PricingErrors.CouponAlreadyUsed, After(Use("C-8", "SO-9"), Use("C-7", "SO-0")).Errors()).Fact("order"));
        Assert.Empty(After(Use("C-8", "SO-0"), Use("C-7", "SO-1")).Findings);
    }

    [Fact]
    public void Its_use_is_a_fact_of_the_order_and_its_refusal_a_finding_that_somebody_must_take_on_himself()
    {
        var policy = OrderPolicy.Standard with { Pricing = Policy };
        var used = Expect.Success(Order.Capture(With("FIVE", "NONE"), [Line("1")], [], OrderRules.BuiltIn, policy, Clerk, Morning));

        var fact = Assert.Single(used.Events.OfType<CouponUsed>());
        Assert.Equal((new CouponCode("FIVE"), new CustomerId("C-7"), Eur(5)), (fact.Coupon, fact.Customer, fact.Off));
        Assert.Equal(new CouponCode("FIVE"), Assert.Single(used.State.CouponUses).Coupon);
        Assert.Equal("standard", ((OrderCaptured)used.Events[0]).Pricing);
        Expect.Refused(OrderErrors.FindingsOpen, used.State.Confirm(Clerk, Morning));
        var waived = Expect.Success(used.State.Waive(PricingErrors.CouponUnknown.Code, "coupons[1]", "he will send it", Clerk, Morning)).State;
        Expect.Success(waived.Confirm(Clerk, Morning));
    }

    [Fact]
    public void A_code_is_letters_digits_and_hyphens()
    {
        Assert.Equal("SPRING-10", new CouponCode("SPRING-10").ToString());
        Assert.Throws<ArgumentException>(() => new CouponCode("SPRING 10"));
        Assert.Throws<ArgumentException>(() => new CouponCode(""));
        Assert.True(default(CouponCode).IsNone);
    }

    [Fact]
    public void A_cancelled_order_gives_its_coupon_back_and_one_that_moved_does_not()
    {
        var policy = OrderPolicy.Standard with { Pricing = Policy };
        var used = Expect.Success(Order.Capture(With("FIVE"), [Line("1")], [], OrderRules.BuiltIn, policy, Clerk, Morning)).State;
        var cancelled = Expect.Success(used.CancelRemainder("why", [], Clerk, Morning));
        Assert.Equal(new CouponCode("FIVE"), Assert.Single(cancelled.Events.OfType<CouponReturned>()).Coupon);
        Assert.Empty(cancelled.State.CouponUses);
        Assert.Empty(Expect.Success(used.ShortClose("why", default, Clerk, Morning)).State.CouponUses);
        var shipped = Expect.Success(Expect.Success(used.Confirm(Clerk, Morning)).State.Ship(new("S-1"), Day, Some(("1", 4)), policy, Clerk, Morning)).State;
        Assert.Single(Expect.Success(shipped.CancelRemainder("why", [], Clerk, Morning)).State.CouponUses);
        Expect.Refused(OrderErrors.CouponsFrozen, shipped.Amend(OrderAmendment.Of(shipped, "why"), default, OrderRules.BuiltIn, policy, Clerk, Morning));
    }
}
