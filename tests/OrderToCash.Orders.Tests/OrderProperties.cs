using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class OrderProperties
{
    [Property(MaxTest = 1000, Arbitrary = [typeof(OrderCommand)])]
    public void Whatever_happens_the_state_is_the_fold_of_its_events_and_sound(OrderCommand[] steps, bool onOrder, bool tolerant)
    {
        var policy = OrderPolicy.Standard with
        {
            BillingBasis = onOrder ? BillingBasis.OnOrder
                : BillingBasis.OnDelivery, OverDelivery = Percentage.Of(tolerant ? 25 : 0),
        };
        var terms = onOrder ? Terms : Terms with { ShipTo = new() { City = "Kiel", Country = new("DE") } };
        var born = Expect.Success(TryCapture(terms, Line("1", 4), Line("2", 3, 2.225m, 7), Line("3", 0.5m, 0))).State;
        var order = onOrder ? born : Expect.Success(born.Waive(OrderErrors.AddressMissing.Code, "shipTo.lines", "pick-up", Clerk,
            Morning)).State;
        var days = new List<(LocalDate Day, Order Order)>();
        for (var i = 0; i < steps.Length; i++)
        {
            var before = order;
            var result = steps[i].Run(order, policy, i);
            if (!result.IsSuccess)
            {
                Assert.NotEmpty(result.Errors);
                continue;
            }
            order = result.Value.State;
            Assert.Equal(order, result.Value.Events.Aggregate(before, (state, e) => state.Apply(e)));
            Assert.Equal(before != order, !result.Value.Events.IsEmpty);
            Assert.Empty(order.Check());
            CheckStep(before, order, result.Value.Events, policy);
            days.Add((Day.PlusDays(i), order));
        }
        // What was unbilled on a day is what the order said at its end, whatever was recorded since.
        foreach (var (day, then) in days) Assert.Equal(Now(then), order.UnbilledOn(day, policy));

        Money Now(Order then) => Money.Sum(
            then.Lines.Where(l => l.ToInvoice.IsPositive).Select(l => l.ShareOf(l.Billed, l.ToInvoice, policy)), Currency.Eur);
    }

    private static void CheckStep(Order before, Order after, EquatableArray<OrderEvent> events, OrderPolicy policy)
    {
        Assert.True(before.Closure is null || after.Closure == before.Closure, "a closed order stays closed");
        foreach (var was in before.Lines)
        {
            if (after.Line(was.Id) is not { } line)
            {
                Assert.True(!was.HasMoved && events.Any(e => e is OrderAmended));
                continue;
            }
            if (was.HasMoved) Assert.Equal(was.Priced, line.Priced);
            Assert.True(line.Shipped >= was.Shipped && line.Invoiced >= was.Invoiced && line.Credited >= was.Credited);
            if (line.Shipped > was.Shipped)
            {
                Assert.NotNull(before.Clock.Confirmed);
                Assert.DoesNotContain(before.Holds, h => h.Blocks(line.Id));
                Assert.True(line.Shipped.Value <= (line.Ordered - line.Cancelled).Value * (1 + policy.OverDelivery.Fraction));
            }
            if (line.Invoiced > was.Invoiced) Assert.True(line.Billed <= line.Billable(policy.BillingBasis));
            Assert.Equal(line.Ordered, line.Cancelled + Quantity.Min(line.Shipped, line.Ordered - line.Cancelled) + line.ToShip);
        }
        if (events.OfType<OrderClosed>().FirstOrDefault() is { IsShort: false })
            Assert.All(after.Lines, l => Assert.True(l.ToShip.IsZero && l.ToInvoice.IsZero && l.ToCredit.IsZero));
    }

    [Property(MaxTest = 1000)]
    public void A_discount_on_the_order_is_the_sum_of_its_shares(PositiveInt[] cents, byte percent, byte extra)
    {
        var lines = cents.Select((c, i) => Line($"{i}", 1, c.Get / 100m)).Append(Line("last", 1, 5m)).ToArray();
        var discount = new DocumentDiscount { Percent = Percentage.Of(percent % 91 / 1m),
            Amount = Money.FromMinorUnits(extra % 40, Currency.Eur) };
        var order = Expect.Success(TryCapture(Terms with { Discount = discount }, lines)).State;
        Assert.Equal(OrderPricing.DiscountOf(discount, order.Net, Rounding.HalfAwayFromZero), order.Discount);
        Assert.All(order.Lines, l => Assert.True(!l.Priced.DocumentDiscount.IsNegative
            && l.Priced.DocumentDiscount <= l.Priced.Net));
        Assert.All(order.Lines, l => Assert.Equal(l.Priced.Amount,
            Money.Sum(l.Priced.Explain().Select(s => s.Amount), Currency.Eur)));
    }

    [Property(MaxTest = 1000)]
    public void Any_parts_of_a_line_add_up_to_the_line(int cents, PositiveInt[] parts, PositiveInt last)
    {
        int[] all = [.. parts.Select(p => p.Get), last.Get];
        var (whole, ordered) = (Money.FromMinorUnits(cents, Currency.Eur), Quantity.Pieces(all.Sum()));
        var (sum, before) = (Money.Zero(Currency.Eur), Quantity.Pieces(0));
        foreach (var part in all)
        {
            sum += OrderPricing.Share(whole, ordered, before, Quantity.Pieces(part), Rounding.HalfToEven);
            before += Quantity.Pieces(part);
        }
        Assert.Equal(whole, sum);
        Assert.Equal(-whole, OrderPricing.Share(whole, ordered, before, -ordered, Rounding.HalfToEven));
    }

    [Property(MaxTest = 300)]
    public void The_content_key_sees_every_field_of_the_customer_and_none_of_the_host(byte what)
    {
        var (terms, line) = (Terms, Line("1"));
        var key = OrderContent.KeyOf(terms, [line, line]);
        Assert.Equal(key, OrderContent.KeyOf(terms with { Id = new("X"), Tags = [new() { Name = "a", Value = "b" }] },
            [line with { Id = new("9"), PriceReason = "x" }, line]));
        var other = (what % 9) switch
        {
            0 => OrderContent.KeyOf(terms with { Customer = new("C-8") }, [line, line]),
            1 => OrderContent.KeyOf(terms with { Channel = OrderChannel.Mail }, [line, line]),
            2 => OrderContent.KeyOf(terms with { ExternalReference = "PO 4712" }, [line, line]),
            3 => OrderContent.KeyOf(terms with { ShipTo = Street("Kiel") }, [line, line]),
            4 => OrderContent.KeyOf(terms with { RequestedDate = null }, [line, line]),
            5 => OrderContent.KeyOf(terms, [line]),
            6 => OrderContent.KeyOf(terms, [line, line with { Quantity = Quantity.Pieces(11) }]),
            7 => OrderContent.KeyOf(terms, [line, line with { Discount = Percentage.Of(1) }]),
            _ => OrderContent.KeyOf(terms, [line, line with { UnitPrice = UnitPrice.Of(3.5m, Currency.Eur, 10) }]),
        };
        Assert.NotEqual(key, other);
    }
}
