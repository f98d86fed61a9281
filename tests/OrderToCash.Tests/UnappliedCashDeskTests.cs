using OrderToCash.Insights;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class UnappliedCashDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(20);
    private readonly ABusiness business = new();

    private static BankEntry Unknown(string identity, decimal amount) => Received(identity, Eur(amount), Day) with
    {
        CounterpartyName = "?", CounterpartyAccount = "DE21500500009876543210",
    };

    private async Task<OpenItemId> ReceivedAsync(decimal amount)
    {
        var plan = await business.ImportAsync(Unknown("x", amount));
        return new(plan.Payments[0].Payment.Value);
    }

    [Fact]
    public async Task Money_nobody_could_be_named_for_is_found_its_customer_and_applied()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        var payment = await ReceivedAsync(595);
        Assert.True(Expect.Success(await business.UnappliedCash.QueueAsync(Id, Day)).Rows.Single().IsUnidentified);
        Expect.Success(await business.UnappliedCash.AssignAsync(new() { Id = business.Next(), By = Anna, Payment = payment, Owner = new("bert"), On = Day }));
        var move = new MoveUnappliedCash { Id = business.Next(), By = Anna, Payment = payment, To = new("C-7"), Reason = "called us", On = Day.PlusDays(1) };
        var moved = Expect.Success(await business.UnappliedCash.MoveAsync(move));
        Expect.Success(await business.UnappliedCash.MoveAsync(move));
        Expect.Refused(UnappliedCashErrors.NotWaiting, await business.UnappliedCash.MoveAsync(move with { Id = business.Next() }));
        Assert.Equal(Eur(595), (await business.AccountAsync()).UnappliedCredit);
        var queue = Expect.Success(await business.UnappliedCash.QueueAsync(Id, Day.PlusDays(9)));
        Assert.Equal((Eur(595), Eur(0)), (queue.Totals[0].Unapplied, queue.Totals[0].Unidentified));
        var share = Expect.Success(await business.UnappliedCash.ShareAsync(Id, Currency.Eur, Day.PlusDays(9)));
        Assert.Equal(50m, share.Value);
        var back = new TakeBackUnappliedCash { Id = business.Next(), By = Anna, Payment = payment, Entry = moved.Moves[0].Entry, Reason = "other one", On = Day.PlusDays(2) };
        Expect.Success(await business.UnappliedCash.TakeBackAsync(back));
        Assert.Equal((Eur(-595), Eur(0)), ((await business.ItemAsync(payment.Value)).Open, (await business.AccountAsync()).UnappliedCredit));
        Expect.Refused(UnappliedCashErrors.MoveUnknown, await business.UnappliedCash.TakeBackAsync(back with { Id = business.Next() }));
        var again = Expect.Success(await business.UnappliedCash.MoveAsync(move with { Id = business.Next(), On = Day.PlusDays(3) }));
        Expect.Success(await business.Payments.ApplyCreditAsync(new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Day.PlusDays(3) }));
        Expect.Refused(LedgerErrors.UsedSince, await business.UnappliedCash.TakeBackAsync(back with { Id = business.Next(), Entry = again.Moves[^1].Entry, On = Day.PlusDays(4) }));
        Assert.Empty(Expect.Success(await business.UnappliedCash.QueueAsync(Id, Day.PlusDays(5))).Rows);
    }

    [Fact]
    public async Task Money_goes_only_to_customers_there_are_and_by_who_may()
    {
        var payment = await ReceivedAsync(10);
        var move = new MoveUnappliedCash { Id = business.Next(), By = Anna, Payment = payment, To = new("C-9"), Reason = "x", On = Day };
        Expect.Refused(ProcessErrors.NotFound, await business.UnappliedCash.MoveAsync(move));
        await business.OpenCustomerAsync();
        var desk = new UnappliedCashDesk(business.Books, new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.MoveAsync(move with { To = new("C-7") }));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await desk.QueueAsync(new("XX"), Day));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
