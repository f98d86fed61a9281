using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class AmendmentTests
{
    private static readonly OrderPolicy Policy = OrderPolicy.Standard;

    private static Result<Decision<Order, OrderEvent>> Try(Order order, OrderAmendment amendment) =>
        order.Amend(amendment, default, OrderRules.BuiltIn, Policy, Clerk, Morning);

    private static Order Amended(Order order, OrderAmendment amendment)
    {
        var decision = Expect.Success(Try(order, amendment));
        Assert.Equal(decision.State, decision.Events.Aggregate(order, (o, e) => o.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    private static OrderAmendment Wanting(Order order, params OrderLineTerms[] lines) => OrderAmendment.Of(order, "asked by phone") with { Lines = [.. lines] };

    [Fact]
    public void An_open_line_is_priced_anew_and_the_revision_says_what_changed()
    {
        var order = Expect.Success(Expect.Success(TryCapture(Terms with { Discount = new() { Amount = Money.Parse("10.00 EUR") } },
            Line("1"), Line("2", 4, 12m))).State.Confirm(Clerk, Morning)).State;
        var now = Amended(order, Wanting(order, Line("1", 20), Line("3", 1, 5m)) with { RequestedDate = Day.PlusDays(9) });
        Assert.Equal((2, Money.Parse("65.00 EUR")), (now.Revision, now.Amount));
        Assert.Equal(["1", "3"], now.Lines.Select(l => l.Id.Value));
        var revision = Assert.Single(now.Revisions);
        Assert.Equal((Money.Parse("73.00 EUR"), Money.Parse("65.00 EUR"), "asked by phone"), (revision.Before, revision.After, revision.Reason));
        Assert.Equal([" requested date 2026-03-09 > 2026-03-11", "1 quantity 10 C62 > 20 C62", "1 amount 30.78 EUR > 60.67 EUR", "2 line Lantern > ", "3 line  > Lantern"],
            revision.Changes.Select(c => $"{c.Line} {c.What} {c.Before} > {c.After}"));
        Assert.NotNull(now.Clock.Confirmed);
    }

    [Fact]
    public void What_moved_keeps_its_price_and_is_only_cut_down_to_what_moved()
    {
        var order = Confirmed(Line("1"), Line("2", 4, 12m)).Ship("S-1", ("1", 4)).Invoice(("1", 3));
        Expect.Refused(OrderErrors.LineFrozen, Try(order, Wanting(order, Line("1", 11), Line("2", 4, 12m))));
        Expect.Refused(OrderErrors.LineFrozen, Try(order, Wanting(order, Line("1", 10, 3m), Line("2", 4, 12m))));
        Expect.Refused(OrderErrors.LineFrozen, Try(order, Wanting(order, Line("1", 3), Line("2", 4, 12m))));
        var now = Amended(order, Wanting(order, Line("1", 6), Line("2", 4, 11m), Line("1b", 5, 3m)));
        Assert.Equal((Quantity.Pieces(4), Quantity.Pieces(2)), (now.Lines[0].Cancelled, now.Lines[0].ToShip));
        Assert.Equal(order.Lines[0].Priced, now.Lines[0].Priced);
        Assert.Equal(["1", "2", "1b"], now.Lines.Select(l => l.Id.Value));
        Assert.Equal(Money.Parse("44.00 EUR"), now.Lines[1].Priced.Amount);
        Assert.Equal(Quantity.Pieces(0), Amended(order, Wanting(order, Line("2", 4, 12m))).Lines[0].ToShip);
    }

    [Fact]
    public void An_amount_off_the_order_is_given_once()
    {
        var order = Expect.Success(Expect.Success(TryCapture(Terms with { Discount = new() { Amount = Money.Parse("10.00 EUR") } },
            Line("1", 1, 50), Line("2", 1, 50))).State.Confirm(Clerk, Morning)).State.Ship("S-1", ("1", 1));
        var now = Amended(order, Wanting(order, Line("1", 1, 50), Line("2", 1, 40)));
        Assert.Equal(Money.Parse("10.00 EUR"), now.Discount);
        Assert.Equal(Money.Parse("80.00 EUR"), now.Amount);
    }

    [Fact]
    public void Nothing_asked_is_nothing_done_and_what_is_over_stays()
    {
        var order = Confirmed();
        Assert.Empty(Expect.Success(Try(order, OrderAmendment.Of(order, "nothing"))).Events);
        Expect.Refused(OrderErrors.ReasonMissing, Try(order, OrderAmendment.Of(order, " ")));
        Expect.Refused(OrderErrors.QuantityNotPositive, Try(order, Wanting(order, Line("1", 0))));
        Expect.Refused(OrderErrors.NoLines, Try(order, Wanting(order)));
        var cancelled = Expect.Success(order.CancelRemainder("why", [], Clerk, Morning)).State;
        Expect.Refused(OrderErrors.Cancelled, Try(cancelled, OrderAmendment.Of(cancelled, "why")));
        var closed = Expect.Success(order.ShortClose("why", default, Clerk, Morning)).State;
        Expect.Refused(OrderErrors.Closed, Try(closed, OrderAmendment.Of(closed, "why")));
    }
}
