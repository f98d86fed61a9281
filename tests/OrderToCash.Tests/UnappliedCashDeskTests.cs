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
        var transfer = new TransferPayment { Id = business.Next(), By = Anna, Payment = payment, Customer = new("C-7"), Reason = "called us", On = Day.PlusDays(1) };
        Expect.Success(await business.Cash.TransferAsync(transfer));
        Expect.Refused(LedgerErrors.NothingOpen, await business.Cash.TransferAsync(transfer with { Id = business.Next() }));
        Assert.Equal(Eur(595), (await business.AccountAsync()).UnappliedCredit);
        var queue = Expect.Success(await business.UnappliedCash.QueueAsync(Id, Day.PlusDays(9)));
        Assert.Equal((Eur(595), Eur(0), Day), (queue.Totals[0].Unapplied, queue.Totals[0].Unidentified, queue.Rows.Single().ReceivedOn));
        var share = Expect.Success(await business.UnappliedCash.ShareAsync(Id, Currency.Eur, Day.PlusDays(9)));
        Assert.Equal(50m, share.Value);
        Expect.Success(await business.Payments.ApplyCreditAsync(new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Day.PlusDays(3) }));
        Assert.Empty(Expect.Success(await business.UnappliedCash.QueueAsync(Id, Day.PlusDays(5))).Rows);
        Expect.Refused(UnappliedCashErrors.NotWaiting, await business.UnappliedCash.AssignAsync(
            new() { Id = business.Next(), By = Anna, Payment = payment, Owner = new("bert"), On = Day.PlusDays(5) }));
    }

    [Fact]
    public async Task Only_who_may_says_who_looks_after_it()
    {
        var payment = await ReceivedAsync(10);
        var desk = new UnappliedCashDesk(business.Books, new LegalEntityList(Seller), business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AssignAsync(
            new() { Id = business.Next(), By = Anna, Payment = payment, Owner = new("bert"), On = Day }));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await desk.QueueAsync(new("XX"), Day));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
