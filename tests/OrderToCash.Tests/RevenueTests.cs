using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What is billed before it is performed is no revenue yet; what is performed before it is billed is.</summary>
public sealed class RevenueTests
{
    private static readonly AccountRole Unbilled = new("asset.unbilled");
    private readonly ABusiness business = new();

    [Fact]
    public async Task A_year_billed_in_advance_becomes_revenue_month_by_month()
    {
        await PostedAsync(new() { Line = 1, Timing = RevenueTiming.OverPeriod, From = Monday.PlusDays(1), Until = Monday.PlusDays(365) });
        Assert.Equal((Eur(0m), Eur(-1_000m)), await RevenueAndLiabilityAsync());
        Assert.True(Expect.Success(await RecogniseAsync(Monday.PlusDays(182))).Releases.Count > 1);
        var (revenue, liability) = await RevenueAndLiabilityAsync();
        Assert.True(revenue.IsNegative && liability.IsNegative);
        Assert.Equal(Eur(-1_000m), revenue + liability);
        var events = (await business.Books.ReadOutboxAsync(int.MaxValue)).Count;
        Expect.Success(await RecogniseAsync(Monday.PlusDays(182)));
        Assert.Equal(events, (await business.Books.ReadOutboxAsync(int.MaxValue)).Count);
        Assert.True(Expect.Success(await RecogniseAsync(Monday.PlusDays(400))).IsDone);
        Assert.Equal((Eur(-1_000m), Eur(0m)), await RevenueAndLiabilityAsync());
        DocumentTests.AssertTied([.. (await business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<InvoiceEvent>()],
            business.Books.JournalAsync().ToBlockingEnumerable());
    }

    [Fact]
    public async Task A_milestone_becomes_revenue_on_its_day()
    {
        await PostedAsync(new() { Line = 1, Timing = RevenueTiming.OnPerformance });
        Assert.False(Expect.Success(await RecogniseAsync(Monday.PlusDays(400))).IsDone);
        Expect.Refused(RevenueErrors.NothingWaits, await PerformAsync(2));
        Expect.Success(await PerformAsync(1));
        Assert.False(Expect.Success(await RecogniseAsync(Monday.PlusDays(39))).IsDone);
        Assert.True(Expect.Success(await RecogniseAsync(Monday.PlusDays(40))).IsDone);
        Assert.Equal((Eur(-1_000m), Eur(0m)), await RevenueAndLiabilityAsync());
        Expect.Refused(ProcessErrors.NotFound, await business.Billing.RecogniseAsync(new() { Id = business.Next(), By = Anna, Invoice = new("X"), Through = Monday }));
    }

    [Fact]
    public async Task What_is_credited_before_it_was_performed_was_never_revenue()
    {
        await PostedAsync(new() { Line = 1, Timing = RevenueTiming.OverPeriod, From = Monday.PlusDays(1), Until = Monday.PlusDays(365) });
        Expect.Success(await RecogniseAsync(Monday.PlusDays(182)));
        var before = await RevenueAndLiabilityAsync();
        Expect.Success(await CreditAsync("CN-1", Eur(119m)));
        Assert.Equal((before.Revenue, before.Liability + Eur(100m)), await RevenueAndLiabilityAsync());
        Expect.Success(await RecogniseAsync(Monday.PlusDays(400)));
        Assert.Equal((Eur(-900m), Eur(0m)), await RevenueAndLiabilityAsync());
        Expect.Success(await CreditAsync("CN-2", null));
        Assert.Equal((Eur(0m), Eur(0m)), await RevenueAndLiabilityAsync());
    }

    [Fact]
    public async Task Deferred_revenue_is_no_credit_of_the_customer_and_a_line_below_zero_is_not_deferred()
    {
        await PostedAsync(new() { Line = 1, Timing = RevenueTiming.OnPerformance });
        Assert.Equal((Eur(1_190m), Eur(0m)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        Expect.Success(await business.SendAsync("I-1"));
        Assert.Single(Expect.Success(await business.Collections.PlanAsync(Id, [], Monday.PlusDays(45))).Letters);
        var draft = DocumentTests.Draft("I-2", DocumentType.Invoice, 1_000m, Monday).With(DocumentTests.LineOf(Eur(-10m)));
        Expect.Refused(RevenueErrors.BelowZero, await business.Billing.PostAsync(new()
        {
            Id = business.Next(), By = Anna, Draft = draft, Revenue = [new() { Line = 2, Timing = RevenueTiming.OnPerformance }],
        }));
    }

    [Fact]
    public async Task What_is_delivered_and_unbilled_at_the_end_of_a_period_is_accrued_and_taken_back()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 7m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Refused(ProcessErrors.NothingToBill, await AccrueAsync());
        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 4)));
        Expect.Success(await AccrueAsync());
        Expect.Refused(ProcessErrors.AlreadyExists, await AccrueAsync());
        var entries = business.Books.JournalAsync().ToBlockingEnumerable().ToArray();
        Assert.Equal([Monday.PlusDays(27), Monday.PlusDays(28)], entries.Select(e => e.Date));
        Assert.Equal(Eur(28m), entries[0].Balance(Unbilled));
        Assert.Equal(Eur(0m), await business.BalanceAsync(Unbilled));
        Assert.Equal(Eur(0m), await business.BalanceAsync(AccountRole.Sales));
        Assert.Empty(Expect.Success(await business.Collections.PlanAsync(Id, [], Monday.PlusDays(99))).NotDunned);
    }

    [Fact]
    public async Task A_period_is_accrued_weeks_later_without_what_happened_since()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, 7m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        // By the end of the period 6 went out and 2 were billed; since then 4 more went out, and all of it was billed.
        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 2)));
        Expect.Success(await business.BillAsync("SO-1", "I-1"));
        Expect.Success(await ShipOnAsync("S-2", Monday.PlusDays(27), 4));
        Expect.Success(await ShipOnAsync("S-3", Monday.PlusDays(28), 4));
        Expect.Success(await business.Billing.BillAsync(new()
        {
            Id = business.Next(), By = Anna, Order = new("SO-1"), Invoice = new("I-2"), DocumentDate = Monday.PlusDays(30), TaxPoint = Monday.PlusDays(30),
        }));
        Assert.Empty(await business.Closing.UnbilledAsync(Id));
        Assert.Equal(["SO-1"], (await business.Closing.UnbilledAsync(Id, Monday.PlusDays(27))).Select(o => o.Value));
        Assert.Empty(await business.Closing.UnbilledAsync(Id, Monday.PlusDays(30)));
        Assert.Empty(await business.Closing.UnbilledAsync(new("XX"), Monday));
        Expect.Success(await AccrueAsync());
        var accrued = business.Books.JournalAsync().ToBlockingEnumerable().Single(e => !e.Balance(Unbilled).IsZero && e.Reverses.IsNone);
        Assert.Equal((Monday.PlusDays(27), Eur(28m)), (accrued.Date, accrued.Balance(Unbilled)));
        Expect.Refused(ProcessErrors.NothingToBill, await business.Billing.AccrueAsync(new()
        {
            Id = business.Next(), By = Anna, Order = new("SO-1"), PeriodEnd = Monday.PlusDays(30),
        }));
    }

    private ValueTask<Result<OrderToCash.Orders.Order>> ShipOnAsync(string shipment, LocalDate on, decimal quantity) => business.Orders.ShipAsync(new()
    {
        Id = business.Next(), By = Anna, Order = new("SO-1"), Shipment = new(shipment), On = on, Lines = [new() { Line = new("1"), Quantity = Quantity.Pieces(quantity) }],
    });

    private ValueTask<Result<OrderToCash.Orders.Order>> AccrueAsync() =>
        business.Billing.AccrueAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), PeriodEnd = Monday.PlusDays(27) });

    private async Task PostedAsync(RevenueTerm term)
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.Billing.PostAsync(new()
        {
            Id = business.Next(), By = Anna, Draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 1_000m, Monday), Revenue = [term],
        }));
    }

    private ValueTask<Result<RevenueAccount>> RecogniseAsync(LocalDate through) =>
        business.Billing.RecogniseAsync(new() { Id = business.Next(), By = Anna, Invoice = new("I-1"), Through = through });

    private ValueTask<Result<RevenueAccount>> PerformAsync(int line) =>
        business.Billing.PerformAsync(new() { Id = business.Next(), By = Anna, Invoice = new("I-1"), Line = line, On = Monday.PlusDays(40) });

    private ValueTask<Result<InvoiceAccount>> CreditAsync(string id, Money? gross) => business.Billing.CreditAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new(id), DocumentDate = Monday.PlusDays(200), Reason = CreditReason.Price, Gross = gross,
    });

    private async Task<(Money Revenue, Money Liability)> RevenueAndLiabilityAsync() => (
        await business.BalanceAsync(AccountRole.Sales) + await business.BalanceAsync(AccountRole.SalesReturns),
        await business.BalanceAsync(AccountRole.ContractLiability));
}
