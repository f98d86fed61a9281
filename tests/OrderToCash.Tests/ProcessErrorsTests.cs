using OrderToCash.Customers;
using OrderToCash.Orders;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class ProcessErrorsTests
{
    private readonly ABusiness business = new();

    [Fact]
    public async Task A_command_id_with_other_content_is_refused()
    {
        await business.OpenCustomerAsync();
        var block = new BlockCustomer { Id = new("1"), By = Anna, Customer = new("C-7"), Kind = CustomerBlockKind.Orders, Reason = "fraud" };
        Expect.Success(await business.Customers.BlockAsync(block));
        Expect.Refused(ProcessErrors.CommandConflict, await business.Customers.BlockAsync(block with { Reason = "typo" }));
    }

    [Fact]
    public async Task A_retry_is_answered_although_the_original_would_be_refused_now()
    {
        await business.OpenCustomerAsync();
        var capture = new CaptureOrder { Id = new("1"), By = Anna, Terms = Terms("SO-1"), Lines = [Line(1, 1, 5m)] };
        var first = Expect.Success(await business.Orders.CaptureAsync(capture));
        Expect.Success(await business.Customers.BlockAsync(new()
        {
            Id = new("2"), By = Anna, Customer = new("C-7"), Kind = CustomerBlockKind.Orders, Reason = "fraud",
        }));
        Assert.Equal(first, Expect.Success(await business.Orders.CaptureAsync(capture)));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.CaptureAsync("SO-2", lines: (1, 5m)));
        Expect.Success(await business.Customers.UnblockAsync(new()
        {
            Id = new("3"), By = Anna, Customer = new("C-7"), Kind = CustomerBlockKind.Orders, Reason = "cleared",
        }));
        Expect.Success(await business.CaptureAsync("SO-2", lines: (1, 5m)));
    }

    [Fact]
    public async Task Somebody_who_is_always_faster_makes_a_command_stale()
    {
        var busy = new ABusiness(new AlwaysStale());
        Expect.Refused(ProcessErrors.Stale, await busy.Customers.OpenAsync(new()
        {
            Id = new("1"), By = Anna, Customer = new("C-7"), EffectiveFrom = Monday, Profile = Profile(Currency.Eur), Reason = "new",
        }));
    }

    [Fact]
    public async Task What_is_not_there_or_there_already_is_refused()
    {
        Expect.Refused(ProcessErrors.NotFound, await business.ConfirmAsync("SO-1"));
        Expect.Refused(ProcessErrors.NotFound, await business.CaptureAsync("SO-1", lines: (1, 5m)));
        await business.OpenCustomerAsync();
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Customers.OpenAsync(new()
        {
            Id = new("1"), By = Anna, Customer = new("C-7"), EffectiveFrom = Monday, Profile = Profile(Currency.Eur), Reason = "again",
        }));
        await business.BilledAsync("SO-1", "I-1", 5m);
        Expect.Refused(ProcessErrors.AlreadyExists, await business.CaptureAsync("SO-1", lines: (2, 5m)));
        Expect.Success(await business.CaptureAsync("SO-2", lines: (2, 5m)));
        Expect.Success(await business.ConfirmAsync("SO-2"));
        Expect.Success(await business.ShipAsync("SO-2", "S-2"));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.BillAsync("SO-2", "I-1"));
        Expect.Refused(ProcessErrors.NothingToBill, await business.BillAsync("SO-1", "I-3"));
    }

    [Fact]
    public async Task Nothing_is_decided_on_a_corrupt_state()
    {
        var broken = new ABusiness(new Corrupting());
        await broken.OpenCustomerAsync();
        Expect.Success(await broken.CaptureAsync("SO-1", lines: (1, 5m)));
        Expect.Refused(ProcessErrors.Corrupt, await broken.ConfirmAsync("SO-1"));
    }

    [Fact]
    public async Task A_legal_entity_nobody_described_is_refused()
    {
        await business.OpenCustomerAsync();
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Orders.CaptureAsync(new()
        {
            Id = new("1"), By = Anna, Terms = Terms("SO-1") with { LegalEntity = new("XX") }, Lines = [Line(1, 1, 5m)],
        }));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Cash.PlanAsync(new("XX"), [], Matching.PayerDirectory.Empty));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Collections.PlanAsync(new("XX"), [], Monday));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Credit.GrantAsync(new()
        {
            Id = new("2"), By = Anna, LegalEntity = new("XX"), Customer = new("C-7"), Currency = Currency.Eur,
            Limit = new() { Limit = Credit.CreditLimit.NoLimit, From = Monday, ApprovedBy = new("bert") },
        }));
    }

    [Fact]
    public async Task Who_may_not_is_refused_by_capability_and_amount_and_nothing_is_written()
    {
        var guarded = new ABusiness(authorization: new UpTo(Eur(100)));
        await guarded.OpenCustomerAsync(limit: 0);
        Expect.Success(await guarded.CaptureAsync("SO-1", lines: (10, 100m)));
        var refused = Expect.Refused(ProcessErrors.Forbidden, await guarded.ConfirmAsync("SO-1"));
        Assert.Equal("anna may not give ConfirmOrder (amount: 1190.00 EUR).", refused.Message);
        Assert.Equal(OrderStatus.Captured, (await guarded.Books.LoadAsync<Order>(Streams.Order(new("SO-1"))))!.State.Status);
        Expect.Success(await guarded.CaptureAsync("SO-2", lines: (1, 10m)));
        Expect.Success(await guarded.ConfirmAsync("SO-2"));
    }

    [Fact]
    public async Task A_day_without_a_rate_or_a_profile_is_refused()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd);
        Expect.Success(await business.CaptureAsync("SO-1", currency: Currency.Usd, lines: (1, 5m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Success(await business.ShipAsync("SO-1", "S-1"));
        Expect.Refused(ProcessErrors.RateMissing, await business.BillAsync("SO-1", "I-1", Monday.PlusYears(1)));
        Expect.Refused(ProcessErrors.NoProfile, await business.BillAsync("SO-1", "I-1", Monday.PlusDays(-1)));
        Assert.Equal("INV-2025-000001", Expect.Success(await business.BillAsync("SO-1", "I-1")).Invoice.Number.Value);
    }

    [Fact]
    public async Task A_bank_line_that_is_not_ours_or_returns_the_unknown_is_refused_in_the_plan_and_by_the_desk()
    {
        await business.OpenCustomerAsync();
        var foreign = Received("1", Eur(5), Monday) with { Account = "NL91ABNA0417164300" };
        var unknown = Received("2", Eur(-5), Monday, endToEnd: "E2E-9") with { IsReversal = true };
        var charge = Received("3", Eur(-2), Monday);
        var plan = await business.PlanAsync(foreign, unknown, charge);
        Expect.Found(ProcessErrors.ForeignAccount, [plan.Payments[0].Refusal!]);
        Expect.Found(ProcessErrors.ReturnUnknown, [plan.Payments[1].Refusal!]);
        Assert.Equal(PaymentTreatment.NotCash, plan.Payments[2].Treatment);
        Assert.Empty(plan.Commands(Anna));

        Expect.Refused(ProcessErrors.ForeignAccount, await business.Cash.BookAsync(new()
        {
            Id = new("1"), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-1"), Entry = foreign,
        }));
        var paid = await business.ImportAsync(Received("4", Eur(7), Monday));
        Expect.Refused(ProcessErrors.ReturnUnknown, await business.Cash.ReturnAsync(new()
        {
            Id = new("2"), By = Anna, Payment = paid.Payments[0].Payment, Entry = unknown,
        }));
        Expect.Refused(ProcessErrors.ForeignAccount, await business.Cash.ReturnAsync(new()
        {
            Id = new("3"), By = Anna, Payment = paid.Payments[0].Payment, Entry = foreign with { Amount = Eur(-7) },
        }));
    }

    [Fact]
    public async Task A_store_may_ask_for_the_decision_more_than_once()
    {
        var (once, twice) = (new ABusiness(), new ABusiness(new AsksTwice()));
        foreach (var one in (ABusiness[])[once, twice])
        {
            await one.OpenCustomerAsync();
            var invoice = await one.BilledAsync("SO-1", "I-1", 100m);
            Expect.Success(await one.Billing.CreditAsync(new()
            {
                Id = one.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday, Reason = Invoicing.CreditReason.Price,
                Lines = [Invoicing.CreditRequest.Of(1, Quantity.Pieces(1))],
            }));
            await one.ImportAsync(Received("1", Eur(1_071), Monday.PlusDays(20), invoice.Invoice.PaymentReference));
        }
        Assert.Equal(await once.AccountAsync(), await twice.AccountAsync());
        Assert.Equal(await once.ItemAsync("INV-2025-000001/1"), await twice.ItemAsync("INV-2025-000001/1"));
        Assert.Equal(await once.Books.JournalAsync().ToListAsync(), await twice.Books.JournalAsync().ToListAsync());
    }

    private sealed class UpTo(Money bound) : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => question.Amount is not { } amount || amount <= bound;
    }

    private sealed class AlwaysStale() : PassThroughBooks(new InMemoryBooks())
    {
        public override ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
            new(new CommitAnswer.Stale { Streams = [Streams.Customer(new("C-7"))] });
    }

    private sealed class Corrupting() : PassThroughBooks(new InMemoryBooks())
    {
        public override async ValueTask<Stored<TState>?> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default)
            where TState : class => await Inner.LoadAsync<TState>(stream, cancellationToken) switch
            {
                { State: Order order } found => new() { State = (TState)(object)(order with { Lines = [] }), Version = found.Version },
                var found => found,
            };
    }

    private sealed class AsksTwice() : PassThroughBooks(new InMemoryBooks())
    {
        public override ValueTask<CommitAnswer> CommitAsync(CommandId command, ContentHash content, IReadOnlyList<NumberSeries> series,
            Func<Numbers, Result<Commit>> build, CancellationToken cancellationToken = default) =>
            Inner.CommitAsync(command, content, series, numbers =>
            {
                build(new(numbers.Last));
                return build(numbers);
            }, cancellationToken);
    }
}
