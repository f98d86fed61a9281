using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class StoredOrderTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new TextConverter<LocalDate>(LocalDatePattern.Iso),
            new TextConverter<Instant>(InstantPattern.ExtendedIso) },
    };

    [Fact]
    public void Orders_and_events_survive_storage()
    {
        var terms = Terms with { Discount = new() { Amount = Money.Parse("1.00 EUR") },
            Tags = [new() { Name = "a", Value = "b" }] };
        var early = terms with { RequestedDate = Day.PlusDays(-1) };
        var decisions = new List<Decision<Order, OrderEvent>> { Expect.Success(TryCapture(early, Line("1"), Line("2"))) };
        Then(o => o.Confirm(Clerk, Morning));
        Then(o => o.PlaceHold(HoldType.Stock, new("2"), true, "none left", Clerk, Morning));
        Then(o => o.TryShip("S-1", ("1", 4)));
        Then(o => o.TryInvoice(("1", 4)));
        Then(o => o.ReceiveReturn(Day, Some(("1", 1)), "broken", Clerk, Morning));
        Then(o => o.RecordCredited(new("C-1"), Day, Some(("1", 1)), Clerk, Morning));
        Then(o => o.ReleaseHold(HoldType.Stock, new("2"), "came in", Clerk, Morning));
        Then(o => o.ShortClose("enough", default, Clerk, Morning));

        foreach (var decision in decisions)
        {
            Assert.Equal(decision.State, Again(decision.State));
            Assert.Equal(decision.Events, Again(decision.Events));
        }

        void Then(Func<Order, Result<Decision<Order, OrderEvent>>> step) =>
            decisions.Add(Expect.Success(step(decisions[^1].State)));
    }

    [Fact]
    public void What_pricing_added_survives_storage_and_plain_orders_store_nothing_of_it()
    {
        var policy = OrderPolicy.Standard with
        {
            Pricing = PricingPolicy.Standard with
            {
                Coupons = [new() { Code = new("A"), Percent = Percentage.Of(10) }],
                FreeGoods = [new() { Id = "F", Product = new("P-1"), Buy = Quantity.Pieces(5), Get = Quantity.Pieces(1),
                    Form = FreeGoodsForm.ExclusiveBonus }],
                Fees = [new() { Id = "FR", Kind = FeeKind.Freight, Currency = Currency.Eur, Basis = FeeBasis.GoodsBeforeDiscounts,
                    Tiers = [new() { Amount = Money.Parse("5.00 EUR") }] }],
            },
            DiscountAuthority = [new() { Name = "1", Levels = [] }],
        };
        var line = Line("1") with
        {
            Discounts = [new() { Amount = Money.Parse("1.00 EUR"), Reason = "scratched" }], Weight = Quantity.Of(1, UnitCode.Kilogram),
            Origin = new() { Kind = PriceKind.Manual, ListPrice = UnitPrice.Parse("4 EUR") },
        };
        var captured = Expect.Success(Order.Capture(Terms with { Coupons = [new("A")] }, [line], [], OrderRules.BuiltIn, policy, Clerk, Morning));
        Assert.Equal([typeof(OrderCaptured), typeof(CouponUsed), typeof(HoldPlaced)], captured.Events.Select(e => e.GetType()));
        Assert.Equal(captured.State, Again(captured.State));
        Assert.Equal(captured.Events, Again(captured.Events));
        Assert.Equal(policy, Again(policy));

        var plain = JsonSerializer.Serialize(Captured(Line("1")), Options);
        string[] names = ["Steps", "Addition", "Discounts", "Origin", "IsNet", "Weight", "Coupon", "NeedsRole"];
        Assert.All(names, name => Assert.DoesNotContain(name, plain, StringComparison.Ordinal));
    }

    private static T Again<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!;

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
