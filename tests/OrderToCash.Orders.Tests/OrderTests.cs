using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class OrderTests
{
    private static readonly Instant Later = Morning + Duration.FromDays(3);

    [Fact]
    public void An_order_walks_from_capture_to_closure()
    {
        var order = Captured();
        Assert.Equal(OrderStatus.Captured, order.Status);
        order = Expect.Success(order.Confirm(Clerk, Morning)).State;
        Assert.Equal(OrderStatus.Confirmed, order.Status);
        order = order.Ship("S-1", ("1", 6));
        Assert.Equal(OrderStatus.PartlyShipped, order.Status);
        order = order.Ship("S-2", ("1", 4), ("2", 4));
        Assert.Equal(OrderStatus.Shipped, order.Status);
        order = order.Invoice(("1", 10), ("2", 4));
        Assert.Equal(OrderStatus.Invoiced, order.Status);

        var closed = Expect.Success(order.Close(new() { PaidAt = Later }, Clerk, Later));

        Assert.Equal(OrderStatus.Closed, closed.State.Status);
        var fact = Assert.IsType<OrderClosed>(Assert.Single(closed.Events));
        Assert.Equal(Duration.FromDays(3), fact.Clock.OrderToCash);
        Assert.Equal((Morning, Morning, Later), (fact.Clock.Confirmed, fact.Clock.Shipped, fact.Clock.Closed));
        Assert.Empty(closed.State.Check());
        Assert.Empty(Expect.Success(closed.State.Close(default, Clerk, Later)).Events);
    }

    [Fact]
    public void Amounts_are_priced_at_capture()
    {
        var order = Captured(Line("1", 10, 3.50m), Line("2", 3, 0.335m, 10));
        Assert.Equal(Money.Parse("35.91 EUR"), order.Net); // 3 x 0.335 = 1.005 -> 1.01, less 0.10
        Assert.Equal(order.Net, order.Amount);
    }

    [Fact]
    public void A_malformed_order_is_refused_with_everything_that_is_wrong()
    {
        var refused = TryCapture(Terms with { Discount = new() { Percent = Percentage.Of(101),
            Amount = Money.Parse("-1.00 EUR") }, ShipTo = new() { Country = new("DE") } },
            Line("1", 0), Line("1", 1, -1), Line("3") with { UnitPrice = UnitPrice.Of(1, Currency.Usd) }, Line("4", 1, 1, 120),
            Line("5", 2_000_000_000, 100), Line("6") with { Quantity = Quantity.Of(1, new("QQQ")) });
        Expect.Refused(OrderErrors.LineRepeated, refused);
        Expect.Refused(OrderErrors.QuantityNotPositive, refused);
        Expect.Refused(OrderErrors.PriceNegative, refused);
        Expect.Refused(OrderErrors.CurrencyMixed, refused);
        Expect.Refused(OrderErrors.AmountTooLarge, refused);
        Expect.Refused(OrderErrors.UnitUnknown, refused);
        Expect.Refused(OrderErrors.AddressMissing, refused);
        Assert.Equal(["discount.amount", "discount.percent", "lines[3].discount"],
            refused.Errors.Where(e => e.Code == Expect.Refused(OrderErrors.DiscountOutOfRange, refused).Code).Select(e =>
                e.Target!).Order());
    }

    [Fact]
    public void An_order_without_lines_or_in_gold_is_refused()
    {
        Expect.Refused(OrderErrors.NoLines, TryCapture(Terms));
        Expect.Refused(OrderErrors.CurrencyMixed, TryCapture(Terms with { Currency = Currency.Of("XAU") }, Line("1")));
    }

    [Fact]
    public void The_rules_about_shape_can_not_be_left_out() =>
        Expect.Refused(OrderErrors.NoLines, Order.Capture(Terms, [], [], [], OrderPolicy.Standard, Clerk, Morning));

    [Fact]
    public void A_discount_above_the_lines_is_refused_and_one_of_all_is_not()
    {
        Expect.Refused(OrderErrors.DiscountOutOfRange,
            TryCapture(Terms with { Discount = new() { Amount = Money.Parse("35.01 EUR") } }, Line("1")));
        var free = Expect.Success(TryCapture(Terms with { Discount = new() { Amount = Money.Parse("35.00 EUR") } },
            Line("1"))).State;
        Assert.True(free.Amount.IsZero);
    }

    [Fact]
    public void A_blocking_finding_keeps_the_order_unconfirmed_until_a_person_waives_it()
    {
        var order = Expect.Success(TryCapture(Terms with { ShipTo = new() { City = "Kiel", Country = new("DE") } },
            Line("1"))).State;
        Expect.Refused(OrderErrors.FindingsOpen, order.Confirm(Clerk, Morning));
        var (code, target) = (OrderErrors.AddressMissing.Code, "shipTo.lines");
        Expect.Refused(OrderErrors.PersonNeeded, order.Waive(code, target, "pick-up", Actor.System("import"), Morning));
        Expect.Refused(OrderErrors.ReasonMissing, order.Waive(code, target, " ", Clerk, Morning));
        Expect.Refused(OrderErrors.FindingUnknown, order.Waive(code, "billTo", "pick-up", Clerk, Morning));

        var waived = Expect.Success(order.Waive(code, target, "pick-up", Clerk, Morning)).State;

        Assert.Empty(Expect.Success(waived.Waive(code, target, "again", Clerk, Morning)).Events);
        Assert.Equal(OrderStatus.Confirmed, Expect.Success(waived.Confirm(Clerk, Morning)).State.Status);
    }

    [Fact]
    public void Warnings_do_not_block()
    {
        var order = Expect.Success(TryCapture(Terms with { RequestedDate = Day.PlusDays(-1) }, Line("1"))).State;
        Expect.Found(OrderErrors.RequestedBeforeOrder, order.Findings.Select(f => f.Error));
        Expect.Success(order.Confirm(Clerk, Morning));
    }

    [Fact]
    public void The_same_order_twice_is_a_duplicate_and_another_one_with_its_reference_is_a_finding()
    {
        var first = Captured(Line("1"));
        EquatableArray<KnownOrder> known = [new() { Id = first.Id, ContentKey = first.ContentKey }];
        var again = Terms with { Id = new("SO-2"), Tags = [new() { Name = "file", Value = "2" }] };
        var error = Expect.Refused(OrderErrors.Duplicate,
            Order.Capture(again, [Line("A") with { Product = new("P-1") }], known, OrderRules.BuiltIn, OrderPolicy.Standard,
                Clerk, Morning));
        Assert.Equal("SO-1", error.Fact("known"));

        var other = Expect.Success(Order.Capture(again, [Line("1", 11)], known, OrderRules.BuiltIn, OrderPolicy.Standard, Clerk,
            Morning)).State;
        Expect.Found(OrderErrors.ReferenceReused, other.Findings.Select(f => f.Error));
        Assert.Equal("DE01|edi|C-7|PO 4711", OrderContent.ReferenceKeyOf(again));
        Assert.Equal("", OrderContent.ReferenceKeyOf(again with { ExternalReference = "" }));
    }

    [Fact]
    public void Shipping_waits_for_every_blocking_hold_of_its_lines()
    {
        var order = Confirmed();
        order = Expect.Success(order.PlaceHold(HoldType.Credit, default, true, "limit", Clerk, Morning)).State;
        order = Expect.Success(order.PlaceHold(HoldType.Price, new("2"), true, "price", Clerk, Morning)).State;
        order = Expect.Success(order.PlaceHold(HoldType.Document, default, false, "enclose certificate", Clerk, Morning)).State;
        Expect.Refused(OrderErrors.HoldExists, order.PlaceHold(HoldType.Credit, default, true, "again", Clerk, Morning));
        Expect.Refused(OrderErrors.LineUnknown, order.PlaceHold(HoldType.Credit, new("9"), true, "?", Clerk, Morning));
        Expect.Refused(OrderErrors.ReasonMissing, order.PlaceHold(HoldType.Stock, default, true, "", Clerk, Morning));
        Assert.True(order.IsOnHold);
        Assert.Equal(2, order.TryShip("S-1", ("1", 1), ("2", 1)).Errors.Count);
        Expect.Refused(OrderErrors.OnHold, order.TryShip("S-1", ("1", 1)));

        order = Expect.Success(order.ReleaseHold(HoldType.Credit, default, "paid", Clerk, Morning)).State;
        Expect.Refused(OrderErrors.HoldUnknown, order.ReleaseHold(HoldType.Credit, default, "paid", Clerk, Morning));
        Expect.Refused(OrderErrors.ReasonMissing, order.ReleaseHold(HoldType.Price, new("2"), "", Clerk, Morning));
        Expect.Refused(OrderErrors.OnHold, order.TryShip("S-1", ("2", 1)));
        Assert.Equal(OrderStatus.PartlyShipped, order.Ship("S-1", ("1", 1)).Status);
    }

    [Fact]
    public void A_shipment_names_known_lines_once_in_their_unit()
    {
        Expect.Refused(OrderErrors.NotConfirmed, Captured().TryShip("S-1", ("1", 1)));
        var order = Confirmed();
        var wrong = order.Ship(new("S-1"), Day, [.. Some(("9", 1), ("1", 1), ("1", 1), ("2", 0)).AsSpan()], OrderPolicy.Standard,
            Clerk, Morning);
        Expect.Refused(OrderErrors.LineUnknown, wrong);
        Expect.Refused(OrderErrors.LineRepeated, wrong);
        Expect.Refused(OrderErrors.QuantityNotPositive, wrong);
        Expect.Refused(OrderErrors.UnitMismatch, order.Ship(new("S-1"), Day,
            [new() { Line = new("1"), Quantity = Quantity.Of(1, UnitCode.Kilogram) }], OrderPolicy.Standard, Clerk, Morning));
        Expect.Refused(OrderErrors.NoLines, order.TryShip("S-1"));
        Expect.Refused(OrderErrors.ShipmentKnown, order.Ship("S-1", ("1", 1)).TryShip("S-1", ("1", 1)));
    }

    [Fact]
    public void Over_delivery_is_tolerated_in_total_and_can_be_billed()
    {
        var policy = OrderPolicy.Standard with { OverDelivery = Percentage.Of(10) };
        var order = Confirmed(Line("1", 10)).Ship("S-1", ("1", 9));
        Expect.Refused(OrderErrors.OverDelivery, order.TryShip("S-2", ("1", 2)));
        order = Expect.Success(order.Ship(new("S-2"), Day, Some(("1", 2)), policy, Clerk, Morning)).State;
        Expect.Refused(OrderErrors.OverDelivery, order.Ship(new("S-3"), Day, Some(("1", 0.1m)), policy, Clerk, Morning));
        Assert.Equal(OrderStatus.Invoiced, order.Invoice(("1", 11)).Status);
        Assert.Equal(Money.Parse("38.50 EUR"), order.Lines[0].ShareOf(Quantity.Pieces(0), Quantity.Pieces(11), policy));
    }

    [Fact]
    public void On_delivery_only_what_the_customer_keeps_is_billed()
    {
        var order = Confirmed(Line("1", 10)).Ship("S-1", ("1", 6));
        Expect.Refused(OrderErrors.OverInvoiced, order.TryInvoice(("1", 7)));
        order = Expect.Success(order.ReceiveReturn(Day, Some(("1", 2)), "broken", Clerk, Morning)).State;
        Expect.Refused(OrderErrors.OverInvoiced, order.TryInvoice(("1", 5)));
        Expect.Refused(OrderErrors.OverReturned, order.ReceiveReturn(Day, Some(("1", 5)), "broken", Clerk, Morning));
        Expect.Refused(OrderErrors.ReasonMissing, order.ReceiveReturn(Day, Some(("1", 1)), "", Clerk, Morning));
        order = order.Invoice(("1", 4));
        Expect.Refused(OrderErrors.OverCredited, order.RecordCredited(new("C-1"), Day, Some(("1", 5)), Clerk, Morning));
        Expect.Refused(OrderErrors.NotConfirmed, Captured().TryInvoice(("1", 1)));
    }

    [Fact]
    public void On_order_the_whole_order_is_billed_before_it_ships_and_a_cancellation_waits_for_its_credit()
    {
        var policy = OrderPolicy.Standard with { BillingBasis = BillingBasis.OnOrder };
        var order = Expect.Success(Confirmed(Line("1", 10)).RecordInvoiced(new("I-1"), Day, Some(("1", 10)), policy, Clerk,
            Morning)).State;
        order = order.Ship("S-1", ("1", 4));
        order = Expect.Success(order.CancelRemainder("out of stock", [], Clerk, Morning)).State;
        Assert.Equal(Quantity.Pieces(6), order.Lines[0].ToCredit);
        Expect.Refused(OrderErrors.NotCredited, order.Close(new() { PaidAt = Later }, Clerk, Later));
        order = Expect.Success(order.RecordCredited(new("C-1"), Day, Some(("1", 6)), Clerk, Morning)).State;
        Expect.Success(order.Close(new() { PaidAt = Later }, Clerk, Later));
    }

    [Fact]
    public void Closing_says_everything_that_is_missing()
    {
        var order = Confirmed().Ship("S-1", ("1", 6)).Invoice(("1", 5));
        var refused = order.Close(default, Clerk, Later);
        Expect.Refused(OrderErrors.NotDelivered, refused);
        Expect.Refused(OrderErrors.NotInvoiced, refused);
        Expect.Refused(OrderErrors.NotPaid, refused);
        Assert.Equal(4, refused.Errors.Count);
    }

    [Fact]
    public void A_short_closed_order_ships_no_more_but_its_deliveries_are_still_invoiced()
    {
        var order = Confirmed().Ship("S-1", ("1", 6));
        Expect.Refused(OrderErrors.ReasonMissing, order.ShortClose("", default, Clerk, Later));
        var closed = Expect.Success(order.ShortClose("customer went elsewhere", default, Clerk, Later));
        Assert.Equal([typeof(RemainderCancelled), typeof(OrderClosed)], closed.Events.Select(e => e.GetType()));
        Expect.Refused(OrderErrors.Closed, closed.State.TryShip("S-2", ("1", 1)));
        Expect.Refused(OrderErrors.Closed, closed.State.CancelRemainder("x", [], Clerk, Later));
        Assert.Empty(Expect.Success(closed.State.ShortClose("again", default, Clerk, Later)).Events);
        Assert.Equal(Quantity.Pieces(6), closed.State.Invoice(("1", 6)).Lines[0].Billed);
    }

    [Fact]
    public void A_cancelled_order_ends_without_payment()
    {
        var order = Captured();
        Expect.Refused(OrderErrors.LineUnknown, order.CancelRemainder("changed mind", [new("9")], Clerk, Morning));
        Expect.Refused(OrderErrors.ReasonMissing, order.CancelRemainder("", [], Clerk, Morning));
        order = Expect.Success(order.CancelRemainder("changed mind", [new("1"), new("1")], Clerk, Morning)).State;
        Assert.Equal(OrderStatus.Captured, order.Status);
        Expect.Refused(OrderErrors.NothingToCancel, order.CancelRemainder("changed mind", [new("1")], Clerk, Morning));
        order = Expect.Success(order.CancelRemainder("changed mind", [], Clerk, Morning)).State;
        Assert.Equal(OrderStatus.Cancelled, order.Status);
        Expect.Refused(OrderErrors.Cancelled, order.Confirm(Clerk, Morning));
        Expect.Success(order.Close(default, Clerk, Later));
    }

    [Fact]
    public void A_broken_stored_order_is_found()
    {
        var order = Confirmed();
        var line = order.Lines[0];
        Expect.Found(OrderErrors.LedgerBroken, (order with { Lines = [line with { Returned = Quantity.Pieces(1) }] }).Check());
        Expect.Found(OrderErrors.LedgerBroken,
            (order with { Lines = [line with { Shipped = Quantity.Of(1, UnitCode.Hour) }] }).Check());
        Expect.Found(OrderErrors.StateBroken, (order with { Lines = [line, line] }).Check());
        Expect.Found(OrderErrors.StateBroken, (order with { Shipments = [new("S"), new("S")] }).Check());
        Expect.Found(OrderErrors.StateBroken, (Captured() with { Lines = [line with { Shipped = Quantity.Pieces(1) }] }).Check());
    }

    [Fact]
    public void An_event_of_another_order_does_not_fit() => Assert.Throws<ArgumentException>(() =>
        Captured().Apply(new OrderConfirmed { Order = new("SO-9"), By = Clerk, At = Morning }));

    [Fact]
    public void A_thousand_lines_ship_and_bill_in_linear_steps()
    {
        const int count = 50_000; // quadratic work would take minutes here
        var lines = Enumerable.Range(1, count).Select(i => Line($"{i}", 2)).ToArray();
        var all = lines.Select(l => (l.Id.Value, 2m)).Reverse().ToArray();
        var order = Confirmed(lines).Ship("S-1", all).Invoice(all);
        Assert.Equal(OrderStatus.Invoiced, order.Status);
        Assert.Empty(order.Check());
    }
}
