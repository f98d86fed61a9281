using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class PayoutDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(5);

    private readonly ABusiness business = new(seller: Seller with { Providers = [new() { Provider = "psp", FeePercent = Percentage.Of(2), PaysWithinDays = 10 }] });
    private readonly LyingGateway gateway = new();

    private async Task TakeAsync(string attempt, decimal amount)
    {
        Expect.Success(await business.Payments.StartAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Attempt = new(attempt), LegalEntity = Id, Customer = new("C-7"), Amount = Eur(amount), Token = "tok_1" },
        }));
        foreach (var operation in (GatewayOperation[])[GatewayOperation.Authorize, GatewayOperation.Capture])
            Expect.Success(await business.Payments.AskAsync(new() { Id = business.Next(), By = Anna, Attempt = new(attempt), Operation = operation, On = Day }, gateway));
    }

    private async Task RefundAsync(string attempt, decimal taken, decimal amount, string id = "R1")
    {
        Expect.Success(await business.Refunds.RequestAsync(new()
        {
            Id = business.Next(), By = Anna, Facts = new()
            {
                Refund = new(id), Credit = new($"{attempt}/{(long)(taken * 100)}"), Kind = RefundKind.Overpayment, Amount = Eur(amount), Reason = "cancelled",
                Route = new() { Attempt = new(attempt) },
            },
        }));
        Expect.Success(await business.Refunds.ApproveAsync(new() { Id = business.Next(), By = Bert, Refund = new(id) }));
        Expect.Success(await business.Refunds.OrderAsync(new() { Id = business.Next(), By = Bert, Refund = new(id), On = Day.PlusDays(1) }));
    }

    private async Task<PayoutExpectation> ExpectedAsync() => Expect.Success(await business.Payouts.ExpectAsync(Id));

    private static PayoutRow Row(string reference, PayoutRowKind kind, string payment, decimal gross, decimal fee = 0) =>
        new() { Reference = reference, Kind = kind, Payment = payment, Gross = Eur(gross), Fee = Eur(fee), Net = Eur(gross - fee) };

    private BookPayout Payout(string id, params PayoutRow[] rows)
    {
        var total = Money.Sum(rows.Select(r => r.Net), Currency.Eur);
        return new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Bank = total,
            Report = new() { Id = new(id), Provider = "psp", PaidOn = Day.PlusDays(7), Amount = total, Rows = [.. rows] },
        };
    }

    [Fact]
    public async Task The_books_know_what_a_provider_owes_and_a_payout_settles_it()
    {
        await business.OpenCustomerAsync();
        await TakeAsync("PA-1", 100);
        await TakeAsync("PA-2", 50);
        await RefundAsync("PA-1", 100, 20);
        Expect.Success(await business.Disputes.BookChargebackAsync(new()
        {
            Id = business.Next(), By = Anna, Dispute = new("D-1"), Payment = new("PA-2/5000"), Fee = Eur(15), Number = "CASE-1", NetworkReason = "10.4",
            On = Day.PlusDays(2),
        }));
        var expected = await ExpectedAsync();
        Assert.Equal([("PA-1", Eur(100)), ("PA-2", Eur(50)), ("PA-1", Eur(-20)), ("PA-2", Eur(-50))], expected.Movements.Select(m => (m.Payment, m.Gross)));
        Assert.Equal(Eur(65), expected.Net(Currency.Eur));
        Assert.Equal(expected.Net(Currency.Eur), await business.BalanceAsync(AccountRole.Provider));

        var booked = Expect.Success(await business.Payouts.BookAsync(Payout("po-1", Row("r1", PayoutRowKind.Charge, "PA-1", 100, 2),
            Row("r2", PayoutRowKind.Charge, "PA-2", 50, 1), Row("r3", PayoutRowKind.Refund, "PA-1", -20), Row("r4", PayoutRowKind.Chargeback, "PA-2", -50, 15))));
        Assert.Equal((Eur(62), 4), (booked.Amount, booked.Movements.Count));
        Assert.Empty((await ExpectedAsync()).Movements);
        Assert.Equal((Eur(0), Eur(62), Eur(18)), (await business.BalanceAsync(AccountRole.Provider), await business.BalanceAsync(AccountRole.Bank),
            await business.BalanceAsync(AccountRole.BankCharges)));
        var register = (await business.Books.LoadAsync<PayoutRegister>(Streams.PayoutRegister(Id)))!.State;
        Assert.Equal((1, "po-1"), (register.Payouts, register.Last.Value));
    }

    [Fact]
    public async Task A_payment_is_paid_out_once_and_each_difference_is_listed()
    {
        await business.OpenCustomerAsync();
        await TakeAsync("PA-1", 100);
        await TakeAsync("PA-2", 50);
        Expect.Success(await business.Payouts.BookAsync(Payout("po-1", Row("r1", PayoutRowKind.Charge, "PA-1", 100, 2))));
        var second = Payout("po-2", Row("r1", PayoutRowKind.Charge, "PA-1", 100, 2), Row("r2", PayoutRowKind.Charge, "PA-2", 51, 1), Row("r3", PayoutRowKind.Charge, "PA-9", 9));
        var refused = await business.Payouts.BookAsync(second);
        Assert.Equal("po-1", Expect.Refused(PayoutErrors.PaidBefore, refused).Fact("payout"));
        Expect.Refused(PayoutErrors.PaymentDiffers, refused);
        Expect.Refused(PayoutErrors.PaymentUnknown, refused);
        Assert.Equal("PA-2", Assert.Single((await ExpectedAsync()).Movements).Payment);
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Payouts.ExpectAsync(new("XX")));
    }

    [Fact]
    public async Task What_is_late_or_costs_more_than_agreed_is_told()
    {
        await business.OpenCustomerAsync();
        await TakeAsync("PA-1", 100);
        await TakeAsync("PA-2", 50);
        var report = Payout("po-1", Row("r1", PayoutRowKind.Charge, "PA-1", 100, 2.50m));
        var late = Expect.Success(await business.Payouts.ReconcileAsync(report with { Report = report.Report with { PaidOn = Day.PlusDays(11) } }));
        Expect.Found(PayoutErrors.FeeDiffers, late.Warnings);
        Expect.Found(PayoutErrors.Overdue, late.Warnings);
        Assert.Equal((true, "PA-2"), (late.IsReconciled, Assert.Single(late.Outstanding).Payment));
    }

    [Fact]
    public async Task A_refund_that_came_back_is_expected_back()
    {
        await business.OpenCustomerAsync();
        await TakeAsync("PA-1", 100);
        await RefundAsync("PA-1", 100, 20);
        Expect.Success(await business.Payouts.BookAsync(Payout("po-1", Row("r1", PayoutRowKind.Charge, "PA-1", 100), Row("r2", PayoutRowKind.Refund, "PA-1", -20))));
        Expect.Success(await business.Refunds.FailAsync(new() { Id = business.Next(), By = Anna, Refund = new("R1"), Reason = "card closed", On = Day.PlusDays(8) }));
        var back = Assert.Single((await ExpectedAsync()).Movements);
        Assert.Equal((PayoutRowKind.RefundReversal, "PA-1", Eur(20)), (back.Kind, back.Payment, back.Gross));
        Expect.Success(await business.Payouts.BookAsync(Payout("po-2", Row("r1", PayoutRowKind.RefundReversal, "PA-1", 20))));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.Provider));
        Assert.Throws<ArgumentException>(() => PayoutRegister.From(Event("DE01")).Apply(Event("DE02")));
    }

    private static PayoutBooked Event(string entity) => new()
    {
        Payout = new("po"), LegalEntity = new(entity), Provider = "psp", Amount = Eur(1), PaidOn = Day, Entry = new("J"), By = Anna, At = default,
    };
}
