using System.Text;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class HttpGatewayTests
{
    private static readonly LocalDate Day = Monday.PlusDays(5);
    private static readonly PaymentAttemptId Attempt = new("PA-1");
    private static readonly Actor Listener = Actor.System("gateway-inbox");

    private readonly ABusiness business = new();
    private readonly AProvider provider;
    private readonly IPaymentGateway gateway;

    public HttpGatewayTests()
    {
        provider = new(business.Clock);
        gateway = provider.Gateway();
    }

    private async Task ReadyAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new()
            {
                Attempt = Attempt, LegalEntity = Id, Customer = new("C-7"), Amount = Eur(1_190), Token = "cus_1/pm_1",
                Shares = [new() { Item = new("INV-2025-000001/1"), Amount = Eur(1_190) }],
            },
        }));
    }

    private AskGateway Command(GatewayOperation operation, decimal? amount = null) =>
        new() { Id = business.Next(), By = Anna, Attempt = Attempt, Operation = operation, Amount = amount is { } a ? Eur(a) : null, On = Day };

    private async Task<PaymentAttempt> AskAsync(GatewayOperation operation, decimal? amount = null) =>
        Expect.Success(await business.Payments.AskAsync(Command(operation, amount), gateway));

    private async Task<PaymentAttempt> ResolveAsync() => Expect.Success(await business.Payments.ResolveAsync(Attempt, Day, Anna, gateway));

    private GatewayInbox Inbox(params string[] secrets) =>
        new(business.Books, business.Payments, gateway, provider.Protocol, secrets.Length > 0 ? secrets : [AProvider.Secret], business.Clock);

    private ValueTask<Result<HeardEvent>> DeliverAsync(string message, string? signature = null)
    {
        var body = Encoding.UTF8.GetBytes(message);
        return Inbox().ReceiveAsync(signature ?? WebhookSignature.Header(body, AProvider.Secret, business.Clock.Now), body, Day, Listener);
    }

    [Fact]
    public async Task An_invoice_is_reserved_captured_and_paid_over_http()
    {
        await ReadyAsync();
        Assert.Equal(("pi_1", Eur(1_190)), ((await AskAsync(GatewayOperation.Authorize)).ProviderReference, Eur(1_190)));
        Assert.Equal(PaymentAttemptStatus.Settled, (await AskAsync(GatewayOperation.Capture)).Status);
        Assert.Equal((119_000, Eur(0)), (provider.Taken, (await business.ItemAsync("INV-2025-000001/1")).Open));
        Assert.Equal(PaymentAttemptStatus.PartlyRefunded, (await AskAsync(GatewayOperation.Refund, 100)).Status);
        Assert.Equal(10_000, provider.GivenBack);
    }

    [Theory]
    [InlineData("AnswerLost"), InlineData("BrokenAfter"), InlineData("Garbled")]
    public async Task An_answer_that_is_lost_is_found_by_asking_and_the_money_is_taken_once(string weather)
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        provider.Next.Enqueue(Enum.Parse<Weather>(weather));
        var capture = Command(GatewayOperation.Capture);
        Assert.Equal(PaymentAttemptStatus.Unknown, Expect.Success(await business.Payments.AskAsync(capture, gateway)).Status);
        Expect.Refused(PaymentErrors.Unresolved, await business.Payments.AskAsync(Command(GatewayOperation.Capture), gateway));
        Assert.Equal(PaymentAttemptStatus.Settled, Expect.Success(await business.Payments.AskAsync(capture, gateway)).Status);
        Assert.Equal((119_000, Eur(1_190)), (provider.Taken, await business.BalanceAsync(AccountRole.Provider)));
    }

    [Fact]
    public async Task An_authorization_without_an_answer_is_found_by_our_key()
    {
        await ReadyAsync();
        provider.Next.Enqueue(Weather.AnswerLost);
        Assert.Equal((PaymentAttemptStatus.Unknown, ""), (await AskAsync(GatewayOperation.Authorize)) is var open ? (open.Status, open.ProviderReference) : default);
        Assert.Equal((PaymentAttemptStatus.Authorized, "pi_1"), (await ResolveAsync()) is var found ? (found.Status, found.ProviderReference) : default);
    }

    [Fact]
    public async Task A_call_that_is_late_is_not_taken_for_lost()
    {
        await ReadyAsync();
        provider.Next.Enqueue(Weather.Late);
        await AskAsync(GatewayOperation.Authorize);
        business.Clock.Now += Duration.FromMinutes(5);
        Assert.Equal(PaymentAttemptStatus.Unknown, (await ResolveAsync()).Status);
        provider.Arrive();
        business.Clock.Now += Duration.FromMinutes(5);
        Assert.Equal(PaymentAttemptStatus.Authorized, (await ResolveAsync()).Status);
        Assert.Equal(119_000, provider.Reserved);
    }

    [Fact]
    public async Task A_call_that_was_lost_may_be_asked_anew_when_it_can_not_arrive_any_more()
    {
        await ReadyAsync();
        provider.Next.Enqueue(Weather.RequestLost);
        await AskAsync(GatewayOperation.Authorize);
        Assert.Equal(PaymentAttemptStatus.Unknown, (await ResolveAsync()).Status);
        business.Clock.Now += Duration.FromHours(1);
        Assert.Equal(PaymentAttemptStatus.Created, (await ResolveAsync()).Status);
        Assert.Equal(PaymentAttemptStatus.Authorized, (await AskAsync(GatewayOperation.Authorize)).Status);
        Assert.Equal(119_000, provider.Reserved);
    }

    [Fact]
    public async Task A_provider_that_is_busy_did_nothing()
    {
        await ReadyAsync();
        provider.Next.Enqueue(Weather.Busy);
        Assert.Equal(PaymentAttemptStatus.Created, (await AskAsync(GatewayOperation.Authorize)).Status);
        Assert.Equal(PaymentAttemptStatus.Authorized, (await AskAsync(GatewayOperation.Authorize)).Status);
    }

    [Fact]
    public async Task It_may_be_enquired_on_several_days_and_by_several_people()
    {
        await ReadyAsync();
        provider.Next.Enqueue(Weather.Late);
        await AskAsync(GatewayOperation.Authorize);
        foreach (var (by, on) in ((Actor, LocalDate)[])[(Anna, Day), (Bert, Day), (Anna, Day.PlusDays(1)), (Anna, Day)])
            Assert.Equal(PaymentAttemptStatus.Unknown, Expect.Success(await business.Payments.ResolveAsync(Attempt, on, by, gateway)).Status);
    }

    [Fact]
    public async Task An_amount_the_provider_can_not_take_is_declined_without_a_call()
    {
        var request = new GatewayRequest
        {
            Key = "k", Attempt = Attempt, Operation = GatewayOperation.Authorize, Amount = Money.Parse("1.234 KWD"), Token = "pm_1",
        };
        var answer = await gateway.AuthorizeAsync(request);
        Assert.Equal((GatewayOutcome.Declined, "gateway.amount-off-grid", 0), (answer.Outcome, answer.DeclineCode, provider.Calls));
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_throws()
    {
        await ReadyAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var request = new GatewayRequest { Key = "k", Attempt = Attempt, Operation = GatewayOperation.Authorize, Amount = Eur(1), Token = "pm_1" };
        provider.Next.Enqueue(Weather.AnswerLost);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await gateway.AuthorizeAsync(request, stopped.Token));
        provider.Next.Enqueue(Weather.AnswerLost);
        Assert.Equal(GatewayOutcome.Unknown, (await gateway.AuthorizeAsync(request)).Outcome);
    }

    [Fact]
    public async Task A_message_before_the_answer_settles_it_once_however_often_it_comes()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        provider.Next.Enqueue(Weather.AnswerLost);
        await AskAsync(GatewayOperation.Capture);
        Assert.Equal(2, provider.Messages.Count);
        var heard = new List<HeardEventKind>();
        foreach (var message in (string[])[provider.Messages[1], provider.Messages[0], provider.Messages[1]])
            heard.Add(Expect.Success(await DeliverAsync(message)).Kind);
        Assert.Equal([HeardEventKind.Taken, HeardEventKind.Taken, HeardEventKind.Known], heard);
        Assert.Equal(PaymentAttemptStatus.Settled, (await ResolveAsync()).Status);
        Assert.Equal(Eur(1_190), await business.BalanceAsync(AccountRole.Provider));
    }

    [Fact]
    public async Task A_message_that_is_forged_old_or_broken_changes_nothing()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        await AskAsync(GatewayOperation.Capture);
        var forged = provider.Messages[1].Replace("119000", "119001", StringComparison.Ordinal);
        Expect.Refused(GatewayErrors.SignatureWrong,
            await DeliverAsync(forged, WebhookSignature.Header(Encoding.UTF8.GetBytes(provider.Messages[1]), AProvider.Secret, business.Clock.Now)));
        Expect.Refused(GatewayErrors.SignatureExpired,
            await DeliverAsync(forged, WebhookSignature.Header(Encoding.UTF8.GetBytes(forged), AProvider.Secret, business.Clock.Now - Duration.FromMinutes(6))));
        Expect.Refused(GatewayErrors.SignatureMissing, await DeliverAsync(forged, ""));
        Expect.Refused(GatewayErrors.EventUnreadable, await DeliverAsync("{"));
        Expect.Refused(PaymentErrors.CaptureBeyondAuthorization, await DeliverAsync(forged));
        Assert.Equal(Eur(1_190), await business.BalanceAsync(AccountRole.Provider));
        Assert.Equal(HeardEventKind.NotOurs, Expect.Success(await DeliverAsync("""{"id":"evt_9","type":"payout.paid","data":{"object":{}}}""")).Kind);
        Expect.Refused(ProcessErrors.NotFound, await DeliverAsync(provider.Messages[1].Replace("PA-1", "PA-9", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refund_that_waits_is_enquired_when_the_provider_says_it_moved()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        await AskAsync(GatewayOperation.Capture);
        provider.RefundsWait = true;
        Assert.Equal(PaymentAttemptStatus.Pending, (await AskAsync(GatewayOperation.Refund, 90)).Status);
        provider.FinishRefunds("succeeded");
        var heard = Expect.Success(await DeliverAsync(provider.Messages[^1]));
        Assert.Equal((HeardEventKind.Enquired, PaymentAttemptStatus.PartlyRefunded), (heard.Kind, heard.Attempt!.Status));
        Assert.Equal(HeardEventKind.Known, Expect.Success(await DeliverAsync(provider.Messages[^1])).Kind);
        provider.FinishRefunds("failed");
        Expect.Refused(GatewayErrors.RefundCameBack, await DeliverAsync(provider.Messages[^1]));
    }

    [Fact]
    public async Task The_payment_of_an_earlier_try_that_moves_after_all_is_for_a_person()
    {
        await ReadyAsync();
        provider.Declines = "insufficient_funds";
        Assert.Equal(PaymentAttemptStatus.Failed, (await AskAsync(GatewayOperation.Authorize)).Status);
        Expect.Refused(PaymentErrors.RetryTooSoon, await business.Payments.AskAsync(Command(GatewayOperation.Authorize), gateway));
        business.Clock.Now += Duration.FromHours(24);
        provider.Declines = "";
        await AskAsync(GatewayOperation.Authorize);
        Assert.Equal("pi_2", (await AskAsync(GatewayOperation.Capture)).ProviderReference);
        Assert.Equal(HeardEventKind.Known, Expect.Success(await DeliverAsync(provider.Messages[0])).Kind);
        var paid = """{"id":"evt_7","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","currency":"eur","amount_received":119000,"metadata":{"o2c_attempt":"PA-1"}}}}""";
        Expect.Refused(GatewayErrors.OtherPayment, await DeliverAsync(paid));
        Assert.Equal(Eur(1_190), await business.BalanceAsync(AccountRole.Provider));
    }
}
