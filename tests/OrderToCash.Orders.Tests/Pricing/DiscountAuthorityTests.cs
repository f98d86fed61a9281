using static OrderToCash.Orders.Tests.AnOrder;
using static OrderToCash.Orders.Tests.APricing;

namespace OrderToCash.Orders.Tests;

public class DiscountAuthorityTests
{
    private const string Matrix = """
        [
          { "name": "discounts 2025", "validTo": "2025-12-31", "levels": [] },
          { "name": "discounts 2026", "validFrom": "2026-01-01", "levels": [
            { "role": "clerk", "lineDiscount": "5%", "averageDiscount": "3%", "amounts": ["50.00 EUR"] },
            { "role": "manager", "lineDiscount": "20%", "averageDiscount": "10%", "amounts": ["500.00 EUR", "60000 JPY"] },
            { "role": "director", "lineDiscount": "50%", "averageDiscount": "50%", "amounts": ["9000.00 EUR", "999999 JPY"], "mayGoBelowFloor": true } ] }
        ]
        """;

    private static readonly EquatableArray<DiscountAuthority> Versions = Expect.Success(DiscountAuthority.Load(Matrix));
    private static readonly OrderPolicy Policy = OrderPolicy.Standard with { DiscountAuthority = Versions };
    private static readonly Actor Boss = Actor.Person("boris");

    private static DiscountVerdict Judge(string role, params OrderLineTerms[] lines) =>
        Versions[1].Judge(DiscountFacts.Of(Priced(Plain, lines).Lines, Currency.Eur, Rounding.HalfAwayFromZero), [role]);

    [Fact]
    public void A_clerk_gives_what_a_clerk_may()
    {
        Assert.True(Judge("clerk", Line("1", 1, 100, 5), Line("2", 1, 100)).IsAllowed);
        Assert.True(Judge("nobody", Line("1", 1, 100)).IsAllowed);
        var verdict = Judge("clerk", Line("1", 1, 100, 5), Line("2", 1, 100, 2));
        Assert.Equal((false, "manager", "discounts 2026"), (verdict.IsAllowed, verdict.Role, verdict.Authority));
        var reason = Expect.Found(PricingErrors.AverageDiscountExceeded, verdict.Reasons);
        Assert.Equal("3.5% off the order is above the 3% of clerk.", reason.Message);
    }

    [Fact]
    public void Each_limit_is_a_reason_with_its_figures()
    {
        var verdict = Judge("clerk", Line("1", 1, 10_000), Line("2", 1, 1000, 30));
        Assert.Equal("director", verdict.Role);
        Assert.Equal("30% off line 2 is above the 5% of clerk.", Expect.Found(PricingErrors.LineDiscountExceeded, verdict.Reasons).Message);
        Assert.Equal("300.00 EUR off the order is above the 50.00 EUR of clerk.",
            Expect.Found(PricingErrors.DiscountAmountExceeded, verdict.Reasons).Message);
        Assert.Equal((Eur(300), Eur(11_000), Percent(30), Percent(2.73m)),
            (verdict.Facts.Discount, verdict.Facts.Reference, verdict.Facts.LargestOfLine, verdict.Facts.Average));
        Assert.Equal("", Judge("clerk", Line("1", 1, 100, 51)).Role);
        Assert.True(Judge("director", Line("1", 1, 100, 50)).IsAllowed);
        Assert.Equal("", Versions[1].Judge(
            DiscountFacts.Of(Priced(Plain, Terms with { Currency = Currency.Usd }, Line("1", 1, 100, 1) with { UnitPrice = UnitPrice.Parse("1 USD") }).Lines,
                Currency.Usd, Rounding.HalfAwayFromZero), ["director"]).Role);
    }

    [Fact]
    public void A_price_below_the_list_is_a_discount_and_one_below_the_floor_needs_a_director()
    {
        var cheap = Line("1", 1, 7) with
        {
            PriceReason = "offer", Origin = new() { Kind = PriceKind.Manual, ListPrice = UnitPrice.Parse("8 EUR"), FloorPrice = UnitPrice.Parse("75 EUR per 10") },
        };
        var verdict = Judge("manager", cheap);
        Assert.Equal((Eur(8), Eur(1), "director"), (verdict.Facts.Reference, verdict.Facts.Discount, verdict.Role));
        Expect.Found(PricingErrors.BelowFloor, verdict.Reasons);
        var dear = Judge("clerk", cheap with { UnitPrice = UnitPrice.Parse("9 EUR") });
        Assert.True(dear.IsAllowed && dear.Facts.Discount.IsZero);
    }

    [Fact]
    public void What_the_policy_grants_by_itself_is_nobodys_discount()
    {
        var policy = Plain with { Schemes = [new() { Id = "S", Percent = Percent(60) }], Coupons = [new() { Code = new("A"), Amount = Eur(5) }],
            Fees = [new() { Id = "F", Kind = FeeKind.Freight, Currency = Currency.Eur, Basis = FeeBasis.GoodsBeforeDiscounts, Tiers = [new() { Amount = Eur(9) }] }] };
        var order = Priced(policy, Terms with { Coupons = [new("A")] }, Line("1", 1, 100));
        Assert.True(DiscountFacts.Of(order.Lines, Currency.Eur, Rounding.HalfAwayFromZero).IsNothing);
    }

    [Fact]
    public void Too_large_a_discount_holds_the_order_until_somebody_else_with_the_role_approves()
    {
        var captured = Expect.Success(Order.Capture(Terms, [Line("1", 1, 100, 15)], new() { Roles = ["clerk"] }, [], OrderRules.BuiltIn, Policy, Clerk, Morning));
        var order = captured.State;
        var hold = Assert.Single(order.Holds);
        Assert.Equal((HoldType.Price, "director", true), (hold.Type, hold.NeedsRole, hold.IsBlocking));
        Assert.Contains("15% off line 1 is above the 5% of clerk.", hold.Reason, StringComparison.Ordinal);
        Assert.Equal(order, captured.Events.Skip(1).Aggregate(Order.From((OrderCaptured)captured.Events[0]), (o, e) => o.Apply(e)));
        order = Expect.Success(order.Confirm(Clerk, Morning)).State;
        Expect.Refused(OrderErrors.OnHold, order.TryShip("S-1", ("1", 1)));

        Expect.Refused(OrderErrors.ApprovalNeeded, order.ReleaseHold(HoldType.Price, default, "please", Boss, Morning));
        Expect.Refused(PricingErrors.MakerIsChecker, Approve(order, Clerk, "director"));
        Expect.Refused(OrderErrors.PersonNeeded, Approve(order, Actor.System("robot"), "director"));
        Expect.Refused(OrderErrors.ReasonMissing, order.ApproveDiscounts(" ", ["director"], Day, Policy, Boss, Morning));
        Expect.Refused(PricingErrors.NoAuthority, order.ApproveDiscounts("ok", ["director"], Day, OrderPolicy.Standard, Boss, Morning));
        Assert.Equal("director", Expect.Refused(PricingErrors.AuthorityMissing, Approve(order, Boss, "manager")).Fact("role"));
        Expect.Refused(PricingErrors.AverageDiscountExceeded, Approve(order, Boss, "manager"));

        var approved = Expect.Success(Approve(order, Boss, "director"));
        Assert.IsType<HoldReleased>(Assert.Single(approved.Events));
        Assert.Equal(OrderStatus.Shipped, approved.State.Ship("S-1", ("1", 1)).Status);
        Expect.Refused(OrderErrors.HoldUnknown, Approve(approved.State, Boss, "director"));
    }

    [Fact]
    public void Without_an_authority_in_force_every_discount_waits_and_without_any_none_does()
    {
        var early = Terms with { OrderDate = new(2025, 1, 1), RequestedDate = null };
        var none = Policy with { DiscountAuthority = [Versions[1]] };
        Assert.Equal("", Assert.Single(Capture(early, none, 1).Holds).NeedsRole);
        Assert.Contains("2025-01-01", Capture(early, none, 1).Holds[0].Reason, StringComparison.Ordinal);
        Assert.Empty(Capture(early, none, 0).Holds);
        Assert.Empty(Capture(early, OrderPolicy.Standard, 99).Holds);
        Assert.Equal("", Assert.Single(Capture(early, Policy, 1).Holds).NeedsRole);

        static Order Capture(OrderTerms terms, OrderPolicy policy, decimal discount) =>
            Expect.Success(Order.Capture(terms, [Line("1", 1, 100, discount)], [], OrderRules.BuiltIn, policy, Clerk, Morning)).State;
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_matrix_is_found_at_once()
    {
        var wrong = DiscountAuthority.Load("""
            [
              { "name": "a", "validFrom": "2026-01-01", "validTo": "2025-01-01", "levels": [] },
              { "name": "b", "levels": [
                { "role": "x", "lineDiscount": "101%", "averageDiscount": "5%", "amounts": ["5.00 EUR", "6.00 EUR", "-1 JPY"] },
                { "role": "x", "lineDiscount": "1%", "averageDiscount": "5%" }, { "role": "", "lineDiscount": "1%", "averageDiscount": "5%" } ] },
              { "name": "", "validFrom": "2026-01-01", "levels": [] }
            ]
            """);
        Expect.Refused(PricingErrors.VersionsOverlap, wrong);
        Expect.Refused(PricingErrors.LevelsNotRising, wrong);
        Assert.Equal(["[0].validTo", "[1].levels[0].amounts[1]", "[1].levels[0].amounts[2]", "[1].levels[0].lineDiscount", "[1].levels[1]",
            "[1].levels[1].role", "[1].levels[2].role", "[2]", "[2].name"], wrong.Errors.Select(e => e.Target!).Order(StringComparer.Ordinal));
        Expect.Refused(PolicyErrors.Missing, DiscountAuthority.Load("""[ { "name": "a", "levels": [ { "role": "x" } ] } ]"""));
    }

    private static Result<Decision<Order, OrderEvent>> Approve(Order order, Actor by, string role) =>
        order.ApproveDiscounts("loyal customer", [role], Day, Policy, by, Morning);
}
