using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class DiscountProperties
{
    /// <summary>An order with everything that can lower or raise it, in any currency.</summary>
    public sealed record Case(Currency Currency, OrderTerms Terms, OrderLineTerms[] Lines, PricingPolicy Policy)
    {
        public PricedOrder Price() => OrderPricing.Price(Terms, [.. Lines], Policy, new() { Group = "retail" }, Rounding.HalfAwayFromZero);

        private static Gen<OrderLineTerms> Line(Currency currency) =>
            from product in Gen.Elements("P", "Q", "R")
            from quantity in Gen.Elements(0.5m, 1m, 3m, 10m, 25m)
            from price in Gen.Choose(0, 500_000)
            from percent in Gen.Elements(0, 0, 10, 100)
            from more in Gen.ListOf(Gen.Choose(0, 100))
            from amount in Gen.Choose(0, 3_000)
            from what in Gen.Choose(0, 7)
            select new OrderLineTerms
            {
                Id = new("x"), Product = new(product), Quantity = Quantity.Pieces(quantity), UnitPrice = UnitPrice.Of(price / 10_000m, currency),
                Discount = Percentage.Of(percent), IsNet = what == 0,
                Discounts = [.. more.Take(3).Select(p => new LineDiscount { Percent = Percentage.Of(p / 3m) }),
                    .. what == 1 ? [new LineDiscount { Amount = Money.FromMinorUnits(amount, currency) }] : Array.Empty<LineDiscount>()],
                Origin = what > 3 ? null : new()
                {
                    Kind = PriceKind.List, FloorPrice = UnitPrice.Of(price / 20_000m, currency), UnitCost = UnitPrice.Of(price / 30_000m, currency, 2),
                },
            };

        private static Gen<PricingPolicy> Policies(Currency currency) =>
            from amountFirst in Gen.Elements(true, false)
            from largest in Gen.Elements<decimal?>(null, null, 0, 33, 100)
            from margin in Gen.Elements<decimal?>(null, null, 12.5m, 50)
            from form in Gen.Elements(Enum.GetValues<FreeGoodsForm>())
            from basis in Gen.Elements(FeeBasis.GoodsBeforeDiscounts, FeeBasis.GoodsAfterLineDiscounts, FeeBasis.GoodsAfterAllDiscounts)
            from what in Gen.Choose(0, 15)
            select new PricingPolicy
            {
                Name = "any", LargestDiscount = largest is { } l ? Percentage.Of(l) : null, MinimumMargin = margin is { } m ? Percentage.Of(m) : null,
                Stack = amountFirst ? [DiscountKind.LineAmount, DiscountKind.Scheme, DiscountKind.LinePercent, DiscountKind.Coupon, DiscountKind.DocumentAmount,
                    DiscountKind.DocumentPercent] : [],
                Schemes = what % 2 == 0 ? [] : [new() { Id = "S", Product = new("P"), PerUnit = UnitPrice.Of(0.7m, currency) },
                    new() { Id = "T", Group = "retail", Percent = Percentage.Of(7.5m) }],
                FreeGoods = what % 3 == 0 ? [] : [new() { Id = "F", Product = new("Q"), Buy = Quantity.Pieces(3), Get = Quantity.Pieces(1), Form = form }],
                Coupons = [new() { Code = new("A"), Percent = Percentage.Of(15), IsCombinable = true },
                    new() { Code = new("B"), Amount = Money.FromMinorUnits(777, currency), IsCombinable = true }],
                Fees = what % 5 == 0 ? [] : [new() { Id = "FR", Kind = FeeKind.Freight, Currency = currency, Basis = basis,
                    IsDiscountable = basis != FeeBasis.GoodsAfterAllDiscounts && what > 8,
                    Tiers = [new() { Amount = Money.FromMinorUnits(500, currency), Percent = Percentage.Of(1) }] }],
            };

        public static Arbitrary<Case> Cases() => Arb.From(
            from currency in Any.Currency
            from lines in Gen.NonEmptyListOf(Line(currency))
            from policy in Policies(currency)
            from percent in Gen.Elements(0m, 0m, 3m, 33.3m, 100m)
            from amount in Gen.Choose(0, 2_000)
            from coupons in Gen.Elements("", "A", "B", "AB")
            select new Case(currency, AnOrder.Terms with
            {
                Currency = currency, Coupons = [.. coupons.Select(c => new CouponCode($"{c}"))],
                Discount = new() { Percent = Percentage.Of(percent), Amount = Money.FromMinorUnits(amount, currency) },
            }, [.. lines.Select((l, i) => l with { Id = new($"{i + 1}") })], policy),
            Simpler);

        // Without a line, without a part of the policy, without a discount.
        private static IEnumerable<Case> Simpler(Case c)
        {
            for (var i = 0; i < c.Lines.Length && c.Lines.Length > 1; i++) yield return c with { Lines = [.. c.Lines[..i], .. c.Lines[(i + 1)..]] };
            if (!c.Policy.Fees.IsEmpty) yield return c with { Policy = c.Policy with { Fees = [] } };
            if (!c.Policy.Schemes.IsEmpty) yield return c with { Policy = c.Policy with { Schemes = [] } };
            if (!c.Policy.FreeGoods.IsEmpty) yield return c with { Policy = c.Policy with { FreeGoods = [] } };
            if (!c.Policy.Stack.IsEmpty) yield return c with { Policy = c.Policy with { Stack = [] } };
            if (c.Terms.Discount is not null) yield return c with { Terms = c.Terms with { Discount = null } };
            if (!c.Terms.Coupons.IsEmpty) yield return c with { Terms = c.Terms with { Coupons = [] } };
            for (var i = 0; i < c.Lines.Length; i++)
            {
                if (c.Lines[i] is { Discounts.IsEmpty: false } or { Origin: not null })
                    yield return c with { Lines = [.. c.Lines[..i], c.Lines[i] with { Discounts = [], Origin = null }, .. c.Lines[(i + 1)..]] };
            }
        }

        public override string ToString() => $"{Currency} {Terms.Discount} {Terms.Coupons} {Policy}\n{string.Join("\n", Lines.AsEnumerable())}";
    }

    [Property(MaxTest = 1500, Arbitrary = [typeof(Case)])]
    public void No_discount_raises_an_amount_or_goes_below_zero_and_the_steps_replay_to_the_price(Case c)
    {
        Assert.Empty(c.Policy.Check());
        foreach (var line in c.Price().Lines)
        {
            Assert.True(line.IsReplayed);
            var amount = line.Gross;
            foreach (var step in line.Steps)
            {
                Assert.False(step.Off.IsNegative);
                if (step is { Kind: DiscountKind.LinePercent, IsLimited: false })
                    Assert.Equal(amount.Times(step.Percent, Rounding.HalfAwayFromZero), step.Off);
                amount -= step.Off;
                Assert.False(amount.IsNegative);
            }
            Assert.Equal(line.Amount, amount);
            var steps = line.Explain();
            Assert.Equal(line.Amount, steps[^1].After);
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.After, pair.Second.Before));
        }
    }

    [Property(MaxTest = 1500, Arbitrary = [typeof(Case)])]
    public void What_was_taken_off_the_order_is_the_sum_of_its_shares(Case c)
    {
        var order = c.Price();
        foreach (var use in order.CouponUses)
            Assert.Equal(use.Off, Money.Sum(order.Lines.SelectMany(l => l.Steps).Where(s => s.Source == use.Coupon.Value).Select(s => s.Off), c.Currency));
        var free = c.Policy with { LargestDiscount = null, MinimumMargin = null };
        var lines = c.Lines.Select(l => l with { Origin = null, IsNet = false }).ToArray();
        var without = (c with { Policy = free with { Fees = [], Stack = [] }, Lines = lines, Terms = c.Terms with { Discount = null, Coupons = [] } }).Price();
        var with = (c with { Policy = free with { Fees = [], Stack = [] }, Lines = lines, Terms = c.Terms with { Coupons = [] } }).Price();
        var goods = Sum(without, l => l.Amount, c.Currency);
        Assert.Equal(OrderPricing.DiscountOf(c.Terms.Discount, goods, Rounding.HalfAwayFromZero), Sum(with, l => l.DocumentDiscount, c.Currency));
        Assert.Equal(goods, Sum(with, l => l.Net, c.Currency));
    }

    [Property(MaxTest = 1500, Arbitrary = [typeof(Case)])]
    public void No_discount_passes_a_floor_it_did_not_find_passed(Case c)
    {
        var order = c.Price();
        foreach (var line in order.Lines.Where(l => l.LineDiscount + l.DocumentDiscount > Money.Zero(c.Currency) && !l.IsMade))
        {
            var free = line.Steps.Where(s => s.Kind == DiscountKind.FreeGoods).Select(s => s.Off).FirstOrDefault(Money.Zero(c.Currency));
            if (line.Amount == line.Gross - free) continue;
            var paid = line.Terms.Quantity.Value - FreeOf(c, line);
            if (line.Terms.Origin?.FloorPrice is { } floor) Assert.True(line.Amount.Amount >= floor.Amount * paid / floor.Per);
            if (c.Policy.MinimumMargin is { } margin && line.Terms.Origin?.UnitCost is { } cost)
                Assert.True(line.Amount.Amount * (100 - margin.Value) >= Math.Floor(cost.Amount * paid * 100 / cost.Per * 1e20m) / 1e20m);
            if (c.Policy.LargestDiscount is { } largest)
                Assert.True(line.Amount.Amount * 100 >= (line.Gross - free).Amount * (100 - largest.Value));
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Case)])]
    public void What_was_wanted_priced_again_is_the_same_order(Case c)
    {
        var order = c.Price();
        var wanted = OrderPricing.Wanted(order.Lines);
        Assert.Equal(c.Lines, wanted);
        Assert.Equal(order, (c with { Lines = [.. wanted] }).Price());
        Assert.Equal(order, (c with { Policy = c.Policy with { Schemes = [.. c.Policy.Schemes.Reverse()], FreeGoods = [.. c.Policy.FreeGoods.Reverse()] } }).Price());
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Case)])]
    public void A_captured_order_is_sound_and_the_fold_of_its_events(Case c)
    {
        var policy = OrderPolicy.Standard with { Pricing = c.Policy };
        var captured = Order.Capture(c.Terms, [.. c.Lines], new() { Group = "retail" }, [], OrderRules.BuiltIn, policy, Clerk, Morning);
        if (!captured.IsSuccess)
        {
            Assert.All(captured.Errors, e => Assert.Equal(OrderErrors.DiscountOutOfRange.Code, e.Code));
            return;
        }
        var (state, events) = (captured.Value.State, captured.Value.Events);
        Assert.Empty(state.Check());
        Assert.Equal(state, events.Skip(1).Aggregate(Order.From((OrderCaptured)events[0]), (o, e) => o.Apply(e)));
        Assert.Equal(c.Price().Lines, state.Lines.Select(l => l.Priced).ToEquatableArray());
    }

    // Also a gift that rounds to no amount is not paid.
    private static decimal FreeOf(Case c, PricedLine line) => line.Addition?.Bonus?.Value ?? c.Policy.FreeGoods
        .Where(r => r.Form == FreeGoodsForm.Inclusive && r.Product == line.Terms.Product)
        .Sum(r => r.FreeOf(line.Terms.Quantity).Value);

    private static Money Sum(PricedOrder order, Func<PricedLine, Money> amount, Currency currency) => Money.Sum(order.Lines.Select(amount), currency);
}
