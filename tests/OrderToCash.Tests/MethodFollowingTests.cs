using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Stored ways to pay follow what became of takings.</summary>
public sealed class MethodFollowingTests
{
    private static readonly LocalDate Debit = new(2025, 4, 2);
    private static readonly LocalDate Sent = new(2025, 3, 31);

    private readonly ABusiness business = new();
    private readonly AProvider provider;

    public MethodFollowingTests() => provider = new(business.Clock);

    private static MandateFacts Facts { get; } = new()
    {
        Mandate = new("M-1"), LegalEntity = Id, Customer = new("C-7"), CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core, SignedOn = Monday,
        Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE02120300000000202051").Value },
    };

    private async Task<StoredPaymentMethod> MethodAsync(string id) =>
        (await business.Books.LoadAsync<CustomerPaymentMethods>(Streams.PaymentMethods(new("C-7"))))!.State.Method(new(id))!;

    private async Task AddAsync(string id, PaymentMethodKind kind, string token) => Expect.Success(await business.PaymentMethods.AddAsync(new()
    {
        Id = business.Next(), By = Anna, Customer = new("C-7"), Method = new() { Id = new(id), Kind = kind, Token = token },
    }));

    private async Task MandateAsync()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.DirectDebits.RecordAsync(new() { Id = business.Next(), By = Anna, Facts = Facts, IsChecked = true }));
        await AddAsync("DD", PaymentMethodKind.DirectDebit, "M-1");
        await AddAsync("OTHER", PaymentMethodKind.DirectDebit, "M-2");
    }

    private async Task CollectAsync(string id) => Expect.Success(await business.DirectDebits.CollectAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = Facts.Mandate, Today = Sent,
        Request = new() { EndToEndId = id, Amount = Eur(10), DueOn = Debit, PreNotifiedOn = Debit.PlusDays(-14) },
    }));

    private async Task FailAsync(string id, string reason) => Expect.Success(await business.DirectDebits.FailAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = Facts.Mandate, Failure = new() { EndToEndId = id, Reason = reason, On = Debit.PlusDays(2) },
    }));

    private ValueTask<Result<DirectDebitMandate>> StatusAsync(MandateStatus status) => business.DirectDebits.ChangeStatusAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = Facts.Mandate, Status = status, On = Debit.PlusDays(3), Reason = "the customer called",
    });

    [Fact]
    public async Task A_return_for_want_of_money_is_counted_and_a_collection_that_came_in_forgets_it()
    {
        await MandateAsync();
        await CollectAsync("E-1");
        await FailAsync("E-1", "AM04");
        await FailAsync("E-1", "AM04"); // the message again
        Assert.Equal((1, false), (await MethodAsync("DD")) is var once ? (once.FailuresInARow, once.IsBlocked) : default);
        await CollectAsync("E-2");
        Expect.Success(await business.DirectDebits.SettleAsync(new() { Id = business.Next(), By = Anna, Mandate = Facts.Mandate, EndToEndId = "E-2", On = Debit }));
        Assert.Equal(0, (await MethodAsync("DD")).FailuresInARow);
        Assert.Equal(0, (await MethodAsync("OTHER")).FailuresInARow);
    }

    [Fact]
    public async Task A_closed_account_blocks_it_until_the_mandate_has_another()
    {
        await MandateAsync();
        await CollectAsync("E-1");
        await FailAsync("E-1", "AC04");
        Assert.Equal("AC04: the account is closed", (await MethodAsync("DD")).BlockedBecause);
        Expect.Refused(MandateErrors.AccountEnded, await StatusAsync(MandateStatus.Active));
        Expect.Success(await business.DirectDebits.AmendAsync(new()
        {
            Id = business.Next(), By = Anna, Mandate = Facts.Mandate, On = Debit.PlusDays(3),
            Facts = Facts with { Debtor = Facts.Debtor with { Iban = Iban.Parse(Account).Value } },
        }));
        Expect.Success(await StatusAsync(MandateStatus.Active));
        Assert.True((await MethodAsync("DD")).IsUsableOn(Debit));
    }

    [Fact]
    public async Task Without_a_mandate_it_is_gone_for_good()
    {
        await MandateAsync();
        await CollectAsync("E-1");
        await FailAsync("E-1", "MD01");
        Assert.True((await MethodAsync("DD")).IsEnded);
        Expect.Refused(PaymentMethodErrors.Ended, await business.PaymentMethods.ChangeAsync(new()
        {
            Id = business.Next(), By = Anna, Customer = new("C-7"), Method = new("DD"), Change = PaymentMethodChange.Unblock,
        }));
    }

    [Fact]
    public async Task What_a_person_does_with_the_mandate_holds_for_it_too()
    {
        await MandateAsync();
        Expect.Success(await StatusAsync(MandateStatus.Suspended));
        Assert.True((await MethodAsync("DD")).IsBlocked);
        Expect.Success(await StatusAsync(MandateStatus.Active));
        Assert.False((await MethodAsync("DD")).IsBlocked);
        Expect.Success(await StatusAsync(MandateStatus.Revoked));
        Assert.Equal("mandate revoked: the customer called", (await MethodAsync("DD")).EndedBecause);
    }

    private async Task<PaymentAttempt> AuthorizeAsync(string attempt)
    {
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Attempt = new(attempt), LegalEntity = Id, Customer = new("C-7"), Amount = Eur(10), Token = "pm_1", Method = new("CARD") },
        }));
        return Expect.Success(await business.Payments.AskAsync(
            new() { Id = business.Next(), By = Anna, Attempt = new(attempt), Operation = GatewayOperation.Authorize, On = Monday }, provider.Gateway()));
    }

    [Fact]
    public async Task A_card_that_is_declined_is_counted_and_a_stolen_one_is_gone()
    {
        await business.OpenCustomerAsync();
        await AddAsync("CARD", PaymentMethodKind.Card, "pm_1");
        provider.Declines = "insufficient_funds";
        await AuthorizeAsync("PA-1");
        Assert.Equal(1, (await MethodAsync("CARD")).FailuresInARow);
        provider.Declines = "";
        Assert.Equal(PaymentAttemptStatus.Authorized, (await AuthorizeAsync("PA-2")).Status);
        Assert.Equal(0, (await MethodAsync("CARD")).FailuresInARow);
        provider.Declines = "stolen_card";
        await AuthorizeAsync("PA-3");
        Assert.Equal("declined: 43", (await MethodAsync("CARD")).EndedBecause);
    }
}
