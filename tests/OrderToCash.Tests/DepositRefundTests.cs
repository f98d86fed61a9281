using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Money received on prepayments goes back by a credit note and the refund desk.</summary>
public sealed class DepositRefundTests
{
    private static readonly LocalDate Day = Monday.PlusDays(4);
    private static readonly OpenItemId Deposit = new("PAY-1");

    private readonly ABusiness business = new();

    private async Task PrepaidAsync(decimal net, decimal received, params decimal[] more)
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.Billing.PostAsync(new()
        {
            Id = business.Next(), By = Anna, Draft = DocumentTests.Draft("P-1", DocumentType.Prepayment, net, Monday),
        }));
        await ReceiveAsync("PAY-1", received);
        foreach (var amount in more) await ReceiveAsync($"PAY-{amount}", amount);
    }

    private async Task ReceiveAsync(string payment, decimal amount) => Expect.Success(await business.Billing.ReceiveAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("P-1"), Payment = new(payment), Entry = Received(payment, Eur(amount), Monday),
    }));

    private ValueTask<Result<RefundRequest>> RequestAsync(decimal amount, string id = "R1", OpenItemId? credit = null, RefundKind kind = RefundKind.Deposit) =>
        business.Refunds.RequestAsync(new()
        {
            Id = business.Next(), By = Anna, Facts = new()
            {
                Refund = new(id), Credit = credit ?? Deposit, Kind = kind, Amount = Eur(amount), Reason = "the order was cancelled",
                Route = new() { Iban = Iban.Parse("DE02120300000000202051").Value, Name = "Nordwind GmbH" },
            },
        });

    private async Task<Result<RefundRequest>> OrderAsync(string id = "R1", int days = 0)
    {
        Expect.Success(await business.Refunds.ApproveAsync(new() { Id = business.Next(), By = Bert, Refund = new(id) }));
        return await business.Refunds.OrderAsync(new() { Id = business.Next(), By = Bert, Refund = new(id), On = Day.PlusDays(days) });
    }

    private async Task<InvoiceAccount> PrepaymentAsync() => (await business.Books.LoadAsync<InvoiceAccount>(Streams.Invoice(new("P-1"))))!.State;

    private async Task<(Money Bank, Money Deposits, Money Tax, Money Credit)> BooksAsync() =>
        (await business.BalanceAsync(AccountRole.Bank), await business.BalanceAsync(AccountRole.CustomerDeposit),
         await business.BalanceAsync(AccountRole.OutputTax), await business.BalanceAsync(AccountRole.CustomerCredit));

    [Fact]
    public async Task A_deposit_goes_back_with_a_credit_note_that_corrects_its_tax()
    {
        await PrepaidAsync(500, 595);
        Expect.Success(await RequestAsync(595));
        Expect.Refused(RefundErrors.WrongStatus, await business.Refunds.OrderAsync(new() { Id = business.Next(), By = Bert, Refund = new("R1"), On = Day }));
        var ordered = Expect.Success(await OrderAsync());
        var prepayment = await PrepaymentAsync();
        var note = Assert.Single(prepayment.CreditNotes);
        Assert.Equal((Eur(595), Eur(0)), (note.Gross, prepayment.RemainingGross));
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await BooksAsync());
        Assert.Equal(RefundStatus.Ordered, ordered.Status);
        Assert.NotEqual(Deposit, ordered.PaidFrom);
        Assert.Equal(Eur(0), (await business.AccountAsync()).UnappliedCredit);
        Assert.Equal(Eur(0), (await business.ItemAsync(Deposit.Value)).Spendable);
        Assert.Empty((await PrepaymentAsync()).Check());
        Assert.Equal(RefundStatus.Paid, Expect.Success(await business.Refunds.ConfirmAsync(new() { Id = business.Next(), By = Anna, Refund = new("R1"), On = Day })).Status);
    }

    [Fact]
    public async Task A_part_of_a_deposit_goes_back_and_the_rest_stays_one()
    {
        await PrepaidAsync(500, 595);
        Expect.Success(await RequestAsync(119));
        Expect.Success(await OrderAsync());
        Assert.Equal((Eur(476), Eur(-400), Eur(-76), Eur(0)), await BooksAsync());
        Assert.Equal(Eur(476), (await business.ItemAsync(Deposit.Value)).Spendable);
        Expect.Refused(RefundErrors.MoreThanOpen, await RequestAsync(476.01m, "R2"));
        Expect.Success(await RequestAsync(476, "R2"));
        Expect.Success(await OrderAsync("R2"));
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await BooksAsync());
    }

    [Fact]
    public async Task Money_that_comes_back_is_the_customers_credit_and_the_correction_stays()
    {
        await PrepaidAsync(500, 595);
        Expect.Success(await RequestAsync(595));
        var ordered = Expect.Success(await OrderAsync());
        var fail = new FailRefund { Id = business.Next(), By = Anna, Refund = new("R1"), Reason = "AC04", On = Day.PlusDays(2) };
        Assert.Equal(RefundStatus.Failed, Expect.Success(await business.Refunds.FailAsync(fail)).Status);
        Assert.Equal((Eur(595), Eur(0), Eur(0), Eur(-595)), await BooksAsync());
        Assert.Equal(Eur(595), (await business.AccountAsync()).UnappliedCredit);
        Expect.Success(await RequestAsync(595, "R2", ordered.PaidFrom, RefundKind.Credit));
        Expect.Success(await OrderAsync("R2", 3));
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await BooksAsync());
    }

    [Fact]
    public async Task What_is_unpaid_of_the_prepayment_is_credited_first()
    {
        await PrepaidAsync(500, 357);
        Expect.Success(await RequestAsync(357));
        Expect.Refused(ProcessErrors.PrepaymentReceived, await OrderAsync());
        Assert.Equal((Eur(357), Eur(-300), Eur(-57), Eur(0)), await BooksAsync());
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("P-1"), CreditNote = new("CN-1"), DocumentDate = Day, Reason = CreditReason.Prepayment, Gross = Eur(238),
        }));
        Expect.Success(await business.Refunds.OrderAsync(new() { Id = business.Next(), By = Bert, Refund = new("R1"), On = Day }));
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await BooksAsync());
    }

    [Fact]
    public async Task Of_two_deposits_on_one_prepayment_the_one_that_was_asked_for_goes_back()
    {
        await PrepaidAsync(500, 357, 238);
        Expect.Success(await RequestAsync(238, "R1", new("PAY-238")));
        Expect.Success(await OrderAsync());
        Assert.Equal((Eur(357), Eur(0)), ((await business.ItemAsync("PAY-1")).Spendable, (await business.ItemAsync("PAY-238")).Spendable));
        Expect.Success(await RequestAsync(100, "R2"));
        Expect.Success(await OrderAsync("R2"));
        Assert.Equal(Eur(257), (await business.ItemAsync("PAY-1")).Spendable);
    }

    [Fact]
    public async Task The_same_command_again_pays_nothing_again()
    {
        await PrepaidAsync(500, 595);
        Expect.Success(await RequestAsync(595));
        Expect.Success(await business.Refunds.ApproveAsync(new() { Id = business.Next(), By = Bert, Refund = new("R1") }));
        var order = new OrderRefund { Id = business.Next(), By = Bert, Refund = new("R1"), On = Day };
        Expect.Success(await business.Refunds.OrderAsync(order));
        Expect.Success(await business.Refunds.OrderAsync(order));
        Expect.Refused(RefundErrors.WrongStatus, await business.Refunds.OrderAsync(order with { Id = business.Next() }));
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await BooksAsync());
        Assert.Single((await PrepaymentAsync()).CreditNotes);
    }

    [Property(MaxTest = 60)]
    public void Refunds_in_any_parts_leave_nothing_behind(uint a, uint b, uint c) => SplitAsync(a, b, c).GetAwaiter().GetResult();

    private async Task SplitAsync(uint a, uint b, uint c)
    {
        var once = new DepositRefundTests();
        var net = 1 + (a % 100_000) / 100m;
        await once.PrepaidAsync(net, Gross(net));
        var left = Gross(net);
        foreach (var (part, id) in ((uint, string)[])[(b, "R1"), (c, "R2"), (0, "R3")])
        {
            var amount = id == "R3" ? left : Math.Min(left, 0.01m + (part % 50_000) / 100m);
            if (amount <= 0) break;
            Expect.Success(await once.RequestAsync(amount, id));
            Expect.Success(await once.OrderAsync(id));
            left -= amount;
            Assert.Equal(Eur(left), (await once.ItemOrZeroAsync()).Spendable);
        }
        Assert.Equal((Eur(0), Eur(0), Eur(0), Eur(0)), await once.BooksAsync());
        Assert.Empty((await once.PrepaymentAsync()).Check());
    }

    private Task<OpenItem> ItemOrZeroAsync() => business.ItemAsync(Deposit.Value);

    private static decimal Gross(decimal net) => net + Math.Round(net * 0.19m, 2, MidpointRounding.AwayFromZero);
}
