using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class PaymentDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(5);
    private static readonly OpenItemId Invoice = new("INV-2025-000001/1");
    private static readonly PaymentAttemptId Attempt = new("PA-1");

    private readonly ABusiness business = new();
    private readonly LyingGateway gateway = new();

    private async Task ReadyAsync(decimal amount = 1_190)
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new()
            {
                Attempt = Attempt, LegalEntity = Id, Customer = new("C-7"), Amount = Eur(amount), Token = "tok_1",
                Shares = [new() { Item = Invoice, Amount = Eur(1_190) }],
            },
        }));
    }

    private AskGateway Command(GatewayOperation operation, decimal? amount = null) =>
        new() { Id = business.Next(), By = Anna, Attempt = Attempt, Operation = operation, Amount = amount is { } a ? Eur(a) : null, On = Day };

    private async Task<PaymentAttempt> AskAsync(GatewayOperation operation, decimal? amount = null) =>
        Expect.Success(await business.Payments.AskAsync(Command(operation, amount), gateway));

    [Fact]
    public async Task What_the_gateway_takes_pays_the_invoice()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        Assert.Equal(Eur(1_190), (await business.ItemAsync(Invoice.Value)).Open);
        await AskAsync(GatewayOperation.Capture, 1_000);
        Assert.Equal(Eur(190), (await business.ItemAsync(Invoice.Value)).Open);
        var taken = await AskAsync(GatewayOperation.Capture);
        Assert.Equal((PaymentAttemptStatus.Settled, Eur(1_190)), (taken.Status, taken.Captured));
        Assert.Equal(Eur(0), (await business.ItemAsync(Invoice.Value)).Open);
        Assert.Equal(Eur(1_190), await business.BalanceAsync(AccountRole.Provider));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
    }

    [Fact]
    public async Task A_timeout_after_the_money_was_taken_takes_it_once()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        gateway.AnswersNothing = true; // it takes the money, and the answer is lost
        var capture = Command(GatewayOperation.Capture);
        Assert.Equal(PaymentAttemptStatus.Unknown, Expect.Success(await business.Payments.AskAsync(capture, gateway)).Status);
        Expect.Refused(PaymentErrors.Unresolved, await business.Payments.AskAsync(Command(GatewayOperation.Capture), gateway));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.Provider));
        gateway.AnswersNothing = false;
        Assert.Equal(PaymentAttemptStatus.Settled, Expect.Success(await business.Payments.AskAsync(capture, gateway)).Status);
        Expect.Success(await business.Payments.AskAsync(capture, gateway));
        Assert.Equal((1, Eur(1_190)), (gateway.Captures, await business.BalanceAsync(AccountRole.Provider)));
    }

    [Fact]
    public async Task What_never_reached_the_gateway_is_found_out_and_asked_anew()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        gateway.LosesRequests = true;
        Assert.Equal(PaymentAttemptStatus.Unknown, (await AskAsync(GatewayOperation.Capture)).Status);
        gateway.LosesRequests = false;
        Assert.Equal(PaymentAttemptStatus.Authorized, Expect.Success(await business.Payments.ResolveAsync(Attempt, Day, Anna, gateway)).Status);
        Assert.Equal(PaymentAttemptStatus.Authorized, Expect.Success(await business.Payments.ResolveAsync(Attempt, Day, Anna, gateway)).Status);
        Assert.Equal(PaymentAttemptStatus.Settled, (await AskAsync(GatewayOperation.Capture)).Status);
    }

    [Fact]
    public async Task A_notice_before_the_answer_posts_once()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        gateway.AnswersNothing = true;
        var open = await AskAsync(GatewayOperation.Capture);
        HearGateway Hear(string id) => new()
        {
            Id = new($"notice/{id}"), By = Actor.System("psp"), Attempt = Attempt, On = Day,
            Notice = new() { NoticeId = id, Operation = GatewayOperation.Capture, Outcome = GatewayOutcome.Approved, Total = Eur(1_190), Key = open.Open!.Key },
        };
        Assert.Equal(PaymentAttemptStatus.Settled, Expect.Success(await business.Payments.HearAsync(Hear("n1"))).Status);
        Expect.Success(await business.Payments.HearAsync(Hear("n1")));
        Expect.Success(await business.Payments.HearAsync(Hear("n2")));
        Assert.Equal(Eur(1_190), await business.BalanceAsync(AccountRole.Provider));
        Assert.Equal(Eur(0), (await business.ItemAsync(Invoice.Value)).Open);
    }

    // Found by random commands: the bank's debit stood on the provider's account.
    [Fact]
    public async Task What_a_card_brought_no_line_of_the_bank_takes_back()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        await AskAsync(GatewayOperation.Capture);
        var payment = (await business.Books.LoadAsync<OpenItem>(Streams.OpenItem(new("PA-1/119000"))))!.State;
        Expect.Refused(ProcessErrors.ReturnUnknown, await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = new(payment.Id.Value), Entry = Received("back", payment.Amount, Day) with { IsReversal = true },
        }));
    }

    [Fact]
    public async Task Money_for_an_invoice_that_was_paid_meanwhile_waits_on_account_and_pays_the_next()
    {
        await ReadyAsync();
        await business.ImportAsync(Received("1", Eur(1_190), Day, "INV-2025-000001"));
        await AskAsync(GatewayOperation.Authorize);
        await AskAsync(GatewayOperation.Capture);
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).UnappliedCredit);
        await business.BilledAsync("SO-2", "I-2", 10m);
        ApplyCredit Apply() => new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Day };
        Expect.Success(await business.PaymentMethods.PreferAsync(new() { Id = business.Next(), By = Anna, Customer = new("C-7"), KeepsCredit = true }));
        Expect.Refused(ProcessErrors.NothingToApply, await business.Payments.ApplyCreditAsync(Apply()));
        Expect.Success(await business.PaymentMethods.PreferAsync(new() { Id = business.Next(), By = Anna, Customer = new("C-7"), KeepsCredit = false }));
        Expect.Success(await business.Payments.ApplyCreditAsync(Apply()));
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000002/1")).Open);
        Expect.Refused(ProcessErrors.NothingToApply, await business.Payments.ApplyCreditAsync(Apply()));
    }

    [Fact]
    public async Task Ways_to_pay_are_kept_in_order_and_blocked_after_failures()
    {
        foreach (var id in (string[])["A", "B"])
            Expect.Success(await business.PaymentMethods.AddAsync(new()
            {
                Id = business.Next(), By = Anna, Customer = new("C-7"), Method = new() { Id = new(id), Kind = PaymentMethodKind.Card, Token = $"tok_{id}" },
            }));
        Expect.Success(await business.PaymentMethods.PreferAsync(new() { Id = business.Next(), By = Anna, Customer = new("C-7"), Order = [new("B"), new("A")] }));
        ValueTask<Result<CustomerPaymentMethods>> Change(PaymentMethodChange change) => business.PaymentMethods.ChangeAsync(new()
        {
            Id = business.Next(), By = Anna, Customer = new("C-7"), Method = new("B"), Change = change, Reason = "asked",
        });
        Expect.Success(await Change(PaymentMethodChange.Failed));
        Assert.Equal("A", Expect.Success(Expect.Success(await Change(PaymentMethodChange.Failed)).Choose(Day)).Id.Value);
        Assert.Equal("B", Expect.Success(Expect.Success(await Change(PaymentMethodChange.Unblock)).Choose(Day)).Id.Value);
        Expect.Success(await Change(PaymentMethodChange.Worked));
        Expect.Success(await Change(PaymentMethodChange.Block));
        Assert.Single(Expect.Success(await Change(PaymentMethodChange.Remove)).Methods);
        Expect.Refused(PaymentMethodErrors.LooksLikeCardNumber, await business.PaymentMethods.AddAsync(new()
        {
            Id = business.Next(), By = Anna, Customer = new("C-7"), Method = new() { Id = new("C"), Kind = PaymentMethodKind.Card, Token = "4111111111111111" },
        }));
    }

    [Fact]
    public async Task A_payout_moves_the_providers_account_to_the_bank_once()
    {
        await ReadyAsync();
        await AskAsync(GatewayOperation.Authorize);
        await AskAsync(GatewayOperation.Capture);
        BookPayout Book(decimal bank) => new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Bank = Eur(bank),
            Report = new()
            {
                Id = new("po-1"), Provider = "psp", PaidOn = Day.PlusDays(2), Amount = Eur(1_170),
                Rows = [new() { Reference = "r1", Kind = PayoutRowKind.Charge, Payment = "PA-1", Gross = Eur(1_190), Fee = Eur(20), Net = Eur(1_170) }],
            },
            Expected = [new() { Payment = "PA-1", Kind = PayoutRowKind.Charge, Gross = Eur(1_190) }],
        };
        var refused = await business.Payouts.BookAsync(Book(1_169));
        Expect.Refused(PayoutErrors.NotReconciled, refused);
        Expect.Refused(PayoutErrors.BankDiffers, refused);
        Assert.Equal(Eur(1_170), Expect.Success(await business.Payouts.BookAsync(Book(1_170))).Amount);
        Expect.Refused(PayoutErrors.Posted, await business.Payouts.BookAsync(Book(1_170)));
        Assert.Equal((Eur(0), Eur(1_170), Eur(20)), (await business.BalanceAsync(AccountRole.Provider), await business.BalanceAsync(AccountRole.Bank),
            await business.BalanceAsync(AccountRole.BankCharges)));
    }
}

/// <summary>A gateway that loses requests and answers, and does each thing once by its key.</summary>
internal sealed class LyingGateway : IPaymentGateway
{
    private readonly Dictionary<string, GatewayAnswer> done = [];

    public bool AnswersNothing { get; set; }

    public bool LosesRequests { get; set; }

    public int Captures { get; private set; }

    public ValueTask<GatewayAnswer> AuthorizeAsync(GatewayRequest request, CancellationToken cancellationToken = default) => new(Do(request));

    public ValueTask<GatewayAnswer> CaptureAsync(GatewayRequest request, CancellationToken cancellationToken = default)
    {
        if (!LosesRequests && !done.ContainsKey(request.Key)) Captures++;
        return new(Do(request));
    }

    public ValueTask<GatewayAnswer> VoidAsync(GatewayRequest request, CancellationToken cancellationToken = default) => new(Do(request));

    public ValueTask<GatewayAnswer> RefundAsync(GatewayRequest request, CancellationToken cancellationToken = default) => new(Do(request));

    public ValueTask<GatewayAnswer> StatusAsync(GatewayRequest request, CancellationToken cancellationToken = default) =>
        new(AnswersNothing ? Answer(request, GatewayOutcome.Unknown) : done.GetValueOrDefault(request.Key) ?? Answer(request, GatewayOutcome.NotFound));

    private GatewayAnswer Do(GatewayRequest request)
    {
        if (LosesRequests) return Answer(request, GatewayOutcome.Unknown);
        var answer = done.TryGetValue(request.Key, out var known) ? known : done[request.Key] = Answer(request, GatewayOutcome.Approved);
        return AnswersNothing ? Answer(request, GatewayOutcome.Unknown) : answer;
    }

    private static GatewayAnswer Answer(GatewayRequest request, GatewayOutcome outcome) =>
        new() { Key = request.Key, Outcome = outcome, ProviderReference = "psp-1" };
}
