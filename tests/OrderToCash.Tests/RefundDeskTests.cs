using System.Text;
using OrderToCash.Banking;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class RefundDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(8);

    private readonly ABusiness business = new();

    private async Task<OpenItemId> CreditAsync()
    {
        await business.OpenCustomerAsync();
        var plan = await business.ImportAsync(Received("1", Eur(100), Monday.PlusDays(5)));
        return new(plan.Payments[0].Payment.Value);
    }

    private RequestRefund Request(OpenItemId credit, decimal amount, string id = "R1") => new()
    {
        Id = business.Next(), By = Anna,
        Facts = new()
        {
            Refund = new(id), Credit = credit, Kind = RefundKind.Overpayment, Amount = Eur(amount), Reason = "paid twice",
            Route = new() { Iban = Iban.Parse("DE02120300000000202051").Value, Name = "Nordwind GmbH" },
        },
    };

    private OrderRefund Order(string id = "R1") => new() { Id = business.Next(), By = Bert, Refund = new(id), On = Day };

    private ApproveRefund Approve(Actor by, string id = "R1") => new() { Id = business.Next(), By = by, Refund = new(id) };

    [Fact]
    public async Task Money_that_was_refunded_and_is_then_taken_back_by_the_bank_the_customer_owes()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-1"), Entry = Received("1", Eur(100), Monday),
        }));
        Expect.Success(await business.Refunds.RequestAsync(Request(new("PAY-1"), 40)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        Expect.Success(await business.Refunds.OrderAsync(Order()));
        var back = new ReturnPayment { Id = business.Next(), By = Anna, Payment = new("PAY-1"), Entry = Received("2", Eur(-100), Day.PlusDays(20)) with { IsReversal = true } };
        Expect.Success(await business.Cash.ReturnAsync(back));
        Assert.Equal((Eur(40), Eur(0)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        Assert.Equal(Eur(40), await business.BalanceAsync(AccountRole.Chargebacks));
        Expect.Refused(LedgerErrors.NotReversible, await business.Cash.ReturnAsync(back with { Id = business.Next(), Entry = back.Entry with { Identity = "3" } }));
        // Was all of it refunded, nothing is left of the payment to say so: what it left behind does.
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-2"), Entry = Received("4", Eur(7), Monday),
        }));
        Expect.Success(await business.Refunds.RequestAsync(Request(new("PAY-2"), 7, "R2")));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert, "R2")));
        Expect.Success(await business.Refunds.OrderAsync(Order("R2")));
        var all = new ReturnPayment { Id = business.Next(), By = Anna, Payment = new("PAY-2"), Entry = Received("5", Eur(-7), Day.PlusDays(20)) with { IsReversal = true } };
        Expect.Success(await business.Cash.ReturnAsync(all));
        Assert.Equal(Eur(47), (await business.AccountAsync()).OpenReceivable);
        Expect.Refused(LedgerErrors.EntryReversed, await business.Cash.ReturnAsync(all with { Id = business.Next(), Entry = all.Entry with { Identity = "6" } }));
    }

    [Fact]
    public async Task Money_goes_back_after_somebody_else_approved_it()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Refused(RefundErrors.MoreThanOpen, await business.Refunds.RequestAsync(Request(credit, 40.01m, "R2")));
        Expect.Refused(RefundErrors.NeedsAnotherPerson, await business.Refunds.ApproveAsync(Approve(Anna)));
        Expect.Refused(RefundErrors.WrongStatus, await business.Refunds.OrderAsync(Order()));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        var ordered = Expect.Success(await business.Refunds.OrderAsync(Order()));
        Assert.Equal(Eur(-40), (await business.ItemAsync(credit.Value)).Open);
        Assert.Equal((Eur(40), Eur(40)), ((await business.AccountAsync()).UnappliedCredit, await business.BalanceAsync(AccountRole.Bank)));
        var file = Expect.Success(await business.Refunds.FileAsync(Id, new() { Name = "Laternenwerk", Iban = Iban.Parse(Account).Value }, "MSG-1", Day, Day.PlusDays(1)));
        using var stream = new MemoryStream();
        Assert.Equal(Eur(60), Expect.Success(file.WriteTo(stream)).Sum);
        Assert.Contains($"<EndToEndId>{ordered.EndToEndId}</EndToEndId>", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(RefundStatus.Paid, Expect.Success(await business.Refunds.ConfirmAsync(new() { Id = business.Next(), By = Anna, Refund = new("R1"), On = Day })).Status);
    }

    [Fact]
    public async Task A_refund_that_comes_back_opens_the_credit_again()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        Expect.Success(await business.Refunds.OrderAsync(Order()));
        var fail = new FailRefund { Id = business.Next(), By = Anna, Refund = new("R1"), Reason = "AC04", On = Day.PlusDays(3) };
        Assert.Equal(RefundStatus.Failed, Expect.Success(await business.Refunds.FailAsync(fail)).Status);
        Expect.Success(await business.Refunds.FailAsync(fail with { Id = business.Next() }));
        Assert.Equal(Eur(-100), (await business.ItemAsync(credit.Value)).Open);
        Assert.Equal((Eur(100), Eur(100)), ((await business.AccountAsync()).UnappliedCredit, await business.BalanceAsync(AccountRole.Bank)));
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 100, "R2")));
    }

    [Fact]
    public async Task The_bank_statement_says_that_a_refund_went_out_and_that_it_came_back()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        Expect.Success(await business.Refunds.OrderAsync(Order()));
        var paid = Received("out", Eur(-60), Day.PlusDays(1), endToEnd: "RF-R1");
        Assert.Equal(PaymentTreatment.RefundPaid, (await business.ImportAsync(paid)).Payments[0].Treatment);
        var back = Received("back", Eur(60), Day.PlusDays(3), endToEnd: "RF-R1") with { ReturnReason = "AC04" };
        var plan = await business.ImportAsync(paid, back);
        Assert.Equal([PaymentTreatment.AlreadyBooked, PaymentTreatment.RefundReturned], plan.Payments.Select(p => p.Treatment));
        Assert.Equal(Eur(-100), (await business.ItemAsync(credit.Value)).Open);
        Assert.Equal((Eur(100), Eur(100)), ((await business.AccountAsync()).UnappliedCredit, await business.BalanceAsync(AccountRole.Bank)));
        Assert.Equal([PaymentTreatment.AlreadyBooked], (await business.PlanAsync(back)).Payments.Select(p => p.Treatment));
    }

    [Fact]
    public async Task Money_that_comes_back_is_never_booked_as_a_payment()
    {
        await business.OpenCustomerAsync();
        var unknown = Received("back", Eur(60), Day, endToEnd: "RF-X") with { ReturnReason = "AC04" };
        var credit = await business.ImportAsync(Received("1", Eur(100), Monday.PlusDays(5)));
        Expect.Success(await business.Refunds.RequestAsync(Request(new(credit.Payments[0].Payment.Value), 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        Expect.Success(await business.Refunds.OrderAsync(Order()));
        var less = Received("less", Eur(55), Day, endToEnd: "RF-R1") with { IsReversal = true, Charges = Eur(5) };
        foreach (var planned in (await business.PlanAsync(unknown, less)).Payments)
            Assert.Equal((PaymentTreatment.Refused, ProcessErrors.ReturnUnknown.Code), (planned.Treatment, planned.Refusal!.Code));
    }

    [Fact]
    public async Task Credit_used_meanwhile_is_not_paid_back()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Payments.ApplyCreditAsync(new() { Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), On = Day }));
        Expect.Refused(RefundErrors.MoreThanOpen, await business.Refunds.OrderAsync(Order()));
        Assert.Equal(RefundStatus.Declined, Expect.Success(await business.Refunds.RejectAsync(new() { Id = business.Next(), By = Bert, Refund = new("R1"), Reason = "used" })).Status);
    }

    [Fact]
    public async Task A_customer_blocked_for_refunds_gets_none_and_who_asked_may_cancel()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        Expect.Success(await business.Customers.BlockAsync(new()
        {
            Id = business.Next(), By = Anna, Customer = new("C-7"), Kind = Customers.CustomerBlockKind.Refunds, Reason = "fraud case",
        }));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.Refunds.OrderAsync(Order()));
        Assert.Equal(RefundStatus.Cancelled, Expect.Success(await business.Refunds.RejectAsync(new() { Id = business.Next(), By = Anna, Refund = new("R1"), Reason = "later" })).Status);
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Refunds.RequestAsync(Request(credit, 1)));
    }

    [Fact]
    public async Task Money_that_went_out_is_not_taken_back_past_its_refund()
    {
        var credit = await CreditAsync();
        Expect.Success(await business.Refunds.RequestAsync(Request(credit, 60)));
        Expect.Success(await business.Refunds.ApproveAsync(Approve(Bert)));
        var ordered = Expect.Success(await business.Refunds.OrderAsync(Order()));
        Expect.Refused(LedgerErrors.NotReversible, await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Application = ordered.Application, Credit = credit, On = Day,
        }));
        Assert.Equal(Eur(-40), (await business.ItemAsync(credit.Value)).Open);
    }
}
