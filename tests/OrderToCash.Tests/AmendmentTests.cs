using OrderToCash.Orders;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Quotes that become orders, and orders that change.</summary>
public sealed class AmendmentTests
{
    private readonly ABusiness business = new();

    [Fact]
    public async Task Only_the_increase_of_an_amended_order_is_checked_and_what_it_frees_is_free()
    {
        await OrderedAsync(limit: 200m, (10, 10m));
        Assert.Equal(Eur(119m), (await PositionAsync()).Ordered);
        Expect.Success(await AmendAsync(Line(1, 15, 10m)));
        Assert.Equal((2, Eur(178.50m)), ((await OrderAsync()).Revision, (await PositionAsync()).Ordered));
        Expect.Success(await AmendAsync(Line(1, 5, 10m)));
        Assert.Equal(Eur(59.50m), (await PositionAsync()).Ordered);
        var held = Expect.Success(await AmendAsync(Line(1, 30, 10m)));
        Assert.Equal(HoldType.Credit, Assert.Single(held.Holds).Type);
        Assert.Equal(Eur(59.50m), (await PositionAsync()).Ordered);
        Expect.Success(await business.Orders.ReleaseAsync(new()
        {
            Id = business.Next(), By = Bert, Order = new("SO-1"), On = Monday, Until = Monday.PlusDays(9), Authority = Eur(10_000), Reason = "known",
        }));
        Assert.Equal(Eur(357m), (await PositionAsync()).Ordered);
        Assert.False((await OrderAsync()).IsOnHold);
    }

    [Fact]
    public async Task What_is_delivered_and_billed_stays_and_the_rest_is_billed_as_amended()
    {
        await OrderedAsync(limit: 10_000m, (10, 10m));
        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 4)));
        Expect.Success(await business.BillAsync("SO-1", "I-1"));
        Expect.Refused(OrderErrors.LineFrozen, await AmendAsync(Line(1, 10, 9m)));
        Expect.Success(await AmendAsync(Line(1, 4, 10m), Line(2, 6, 9m)));
        Assert.Equal(Eur(64.26m), (await PositionAsync()).Ordered);
        Expect.Success(await business.ShipAsync("SO-1", "S-2"));
        var second = Expect.Success(await business.BillAsync("SO-1", "I-2"));
        Assert.Equal(Eur(54m), second.Invoice.Totals.Net);
        Assert.Equal(Eur(111.86m), (await business.AccountAsync()).OpenReceivable);
        Assert.Equal(OrderStatus.Invoiced, (await OrderAsync()).Status);
    }

    [Fact]
    public async Task A_quote_becomes_an_order_once_and_not_after_its_last_day()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await OfferAsync("Q-1"));
        Expect.Refused(ProcessErrors.AlreadyExists, await OfferAsync("Q-1"));
        Expect.Refused(ProcessErrors.NotFound, await AcceptAsync("Q-9", Monday));
        Expect.Refused(OrderErrors.QuoteExpired, await AcceptAsync("Q-1", Monday.PlusDays(15)));
        var order = Expect.Success(await AcceptAsync("Q-1", Monday.PlusDays(14)));
        Assert.Equal((new OrderId("SO-1"), Eur(70m)), (order.Id, order.Amount));
        Expect.Success(await AcceptAsync("Q-1", Monday.PlusDays(14)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Refused(OrderErrors.QuoteDecided, await business.Quotes.DeclineAsync(new() { Id = business.Next(), By = Anna, Quote = new("Q-1"), Reason = "late" }));
        Expect.Success(await OfferAsync("Q-2"));
        Expect.Refused(ProcessErrors.AlreadyExists, await AcceptAsync("Q-2", Monday));
        var expired = Expect.Success(await business.Quotes.ExpireAsync(new() { Id = business.Next(), By = Anna, Quote = new("Q-2"), On = Monday.PlusDays(15) }));
        Assert.Equal(QuoteStatus.Expired, expired.Status);
    }

    private ValueTask<Result<Quote>> OfferAsync(string quote) => business.Quotes.OfferAsync(new()
    {
        Id = business.Next(), By = Anna, Quote = new(quote), Terms = Terms("SO-1"), Lines = [Line(1, 10, 7m)], ValidThrough = Monday.PlusDays(14),
    });

    private ValueTask<Result<Order>> AcceptAsync(string quote, LocalDate on) =>
        business.Quotes.AcceptAsync(new() { Id = business.Next(), By = Anna, Quote = new(quote), On = on });

    private async Task OrderedAsync(decimal limit, params (decimal, decimal)[] lines)
    {
        await business.OpenCustomerAsync(limit: limit);
        Expect.Success(await business.CaptureAsync("SO-1", lines: lines));
        Expect.Success(await business.ConfirmAsync("SO-1"));
    }

    private ValueTask<Result<Order>> AmendAsync(params OrderLineTerms[] lines) => business.Orders.AmendAsync(new()
    {
        Id = business.Next(), By = Anna, Order = new("SO-1"), On = Monday,
        Amendment = new() { Lines = [.. lines], RequestedDate = Monday.PlusDays(7), Reason = "asked by phone" },
    });

    private async Task<Order> OrderAsync() => (await business.Books.LoadAsync<Order>(Streams.Order(new("SO-1"))))!.State;

    private async Task<OrderToCash.Credit.CreditPosition> PositionAsync() => (await business.AccountAsync()).Position(new("SO-1"))!;
}
