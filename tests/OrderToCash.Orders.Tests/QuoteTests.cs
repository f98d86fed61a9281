using static OrderToCash.Orders.Tests.AnOrder;

namespace OrderToCash.Orders.Tests;

public class QuoteTests
{
    private static Result<Decision<Quote, QuoteEvent>> TryOffer(int days = 14, params OrderLineTerms[] lines) => Quote.Offer(
        new("Q-1"), Terms, [.. lines.Length == 0 ? [Line("1"), Line("2", 4, 12m)] : lines], Day.PlusDays(days), default, OrderRules.BuiltIn, OrderPolicy.Standard, Clerk, Morning);

    private static Quote Offered => Expect.Success(TryOffer()).State;

    [Fact]
    public void An_accepted_quote_is_an_order_at_the_prices_offered()
    {
        var accepted = Expect.Success(Offered.Accept(Day.PlusDays(14), Clerk, Morning));
        Assert.Equal(accepted.State, accepted.Events.Aggregate(Offered, (q, e) => q.Apply(e)));
        Assert.Empty(accepted.State.Check());
        var captured = Expect.Success(Order.CaptureQuoted(accepted.State, [], OrderPolicy.Standard, Clerk, Morning));
        Assert.Equal(accepted.State.Lines, captured.State.Lines.Select(l => l.Priced).ToEquatableArray());
        Assert.Equal((accepted.State.Amount, Money.Parse("83.00 EUR")), (captured.State.Amount, captured.State.Amount));
        Assert.Empty(captured.State.Check());
        Assert.Equal(Captured().ContentKey, captured.State.ContentKey);
        Assert.Empty(Expect.Success(accepted.State.Accept(Day.PlusDays(20), Clerk, Morning)).Events);
        Expect.Refused(OrderErrors.QuoteDecided, accepted.State.Decline("late", Clerk, Morning));
        Expect.Refused(OrderErrors.QuoteDecided, Order.CaptureQuoted(Offered, [], OrderPolicy.Standard, Clerk, Morning));
    }

    [Fact]
    public void A_quote_ends_with_its_last_day()
    {
        Assert.Empty(Expect.Success(Offered.Expire(Day.PlusDays(14), Clerk, Morning)).Events);
        Expect.Refused(OrderErrors.QuoteExpired, Offered.Accept(Day.PlusDays(15), Clerk, Morning));
        var expired = Expect.Success(Offered.Expire(Day.PlusDays(15), Clerk, Morning)).State;
        Assert.Equal(QuoteStatus.Expired, expired.Status);
        Expect.Refused(OrderErrors.QuoteExpired, expired.Accept(Day, Clerk, Morning));
        Expect.Refused(OrderErrors.QuoteDates, TryOffer(-1));
    }

    [Fact]
    public void A_declined_quote_says_why()
    {
        Expect.Refused(OrderErrors.ReasonMissing, Offered.Decline("", Clerk, Morning));
        var declined = Expect.Success(Offered.Decline("too dear", Clerk, Morning)).State;
        Assert.Equal((QuoteStatus.Declined, "too dear"), (declined.Status, declined.DeclinedBecause));
        Assert.Empty(Expect.Success(declined.Decline("again", Clerk, Morning)).Events);
        Expect.Refused(OrderErrors.QuoteDecided, declined.Accept(Day, Clerk, Morning));
        Expect.Refused(OrderErrors.QuantityNotPositive, TryOffer(14, Line("1", 0)));
        Expect.Found(OrderErrors.StateBroken, (declined with { DeclinedBecause = "" }).Check());
    }
}
