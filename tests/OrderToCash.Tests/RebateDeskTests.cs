using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class RebateDeskTests
{
    private static readonly RebateAgreementId One = new("R-1");
    private readonly ABusiness business = new();

    private AgreeRebate Agree(string customer = "C-7") => new()
    {
        Id = business.Next(), By = Anna, On = Monday,
        Terms = new()
        {
            Agreement = One, LegalEntity = Id, Customer = new(customer), Currency = Currency.Eur, From = new(2025, 1, 1), To = new(2025, 12, 31), Expected = 5000,
            Tiers = [new() { From = 0, Rate = Percentage.Of(1) }, new() { From = 1500, Rate = Percentage.Of(2) }],
        },
    };

    private CountRebate Count(string invoice, LocalDate? on = null) => new() { Id = business.Next(), By = Anna, Agreement = One, Invoice = new(invoice), On = on ?? Monday };

    [Fact]
    public async Task Invoices_are_accrued_credit_notes_lower_it_and_the_end_credits_what_was_earned()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 50m);
        var agree = Agree();
        Expect.Success(await business.Rebates.AgreeAsync(agree));
        Expect.Success(await business.Rebates.AgreeAsync(agree));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Rebates.AgreeAsync(Agree()));
        foreach (var invoice in Expect.Success(await business.Rebates.ToCountAsync(One))) Expect.Success(await business.Rebates.CountAsync(Count(invoice.Value)));
        Assert.Empty(Expect.Success(await business.Rebates.ToCountAsync(One)));
        Assert.Equal(Eur(-30), await business.BalanceAsync(AccountRole.RefundLiability));
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-2"), CreditNote = new("CN-1"), DocumentDate = Monday.PlusDays(9), Reason = Invoicing.CreditReason.Price, Gross = Eur(119),
        }));
        Assert.Equal(["I-2"], Expect.Success(await business.Rebates.ToCountAsync(One)).Select(i => i.Value));
        Expect.Success(await business.Rebates.CountAsync(Count("I-2", Monday.PlusDays(9))));
        Assert.Equal(Eur(-28), await business.BalanceAsync(AccountRole.RefundLiability));
        Expect.Refused(RebateErrors.PeriodRuns, await business.Rebates.SettleAsync(Settle(new(2025, 12, 30))));
        Expect.Success(await business.Rebates.ReforecastAsync(new() { Id = business.Next(), By = Anna, Agreement = One, Expected = 1400, On = Monday.PlusDays(20) }));
        Assert.Equal(Eur(-14), await business.BalanceAsync(AccountRole.RefundLiability));
        var settled = Expect.Success(await business.Rebates.SettleAsync(Settle(new(2025, 12, 31))));
        Assert.Equal((Eur(14), Eur(0)), (settled.Credited, await business.BalanceAsync(AccountRole.RefundLiability)));
        Assert.Equal(Eur(16.66m), (await business.AccountAsync()).UnappliedCredit);
        Assert.Equal(Eur(-16.66m), (await business.ItemAsync("REB-R-1")).Open);
        // Its tax is corrected in the ledger alone: the tax journal of the documents agrees with theirs.
        DocumentTests.AssertTied((await business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<Invoicing.InvoiceEvent>().ToArray(),
            business.Books.JournalAsync().ToBlockingEnumerable());

        SettleRebate Settle(LocalDate on) => new() { Id = business.Next(), By = Anna, Agreement = One, DocumentNumber = "CN-9", On = on };
    }

    [Fact]
    public async Task Invoices_of_others_do_not_count_and_only_who_may_agrees()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Rebates.AgreeAsync(Agree("C-8")));
        Expect.Refused(RebateErrors.BadDocument, await business.Rebates.CountAsync(Count("I-1")));
        Expect.Refused(ProcessErrors.NotFound, await business.Rebates.CountAsync(Count("I-9")));
        var desk = new RebateDesk(new InMemoryBooks(), new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AgreeAsync(Agree()));
        Expect.Refused(ProcessErrors.NotFound, await desk.ToCountAsync(One));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
