using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>One payment for several customers: parents pay for children, collective payers for many.</summary>
public sealed class CollectivePayerTests
{
    private const string Holding = "FR1420041010050500013M02606";
    private readonly ABusiness business = new();

    private static PayerDirectory Parent => PayerDirectory.Create([new() { Account = Holding, Customer = new("C-7") }]);

    private static PayerDirectory Collective => PayerDirectory.Create(
        [new() { Account = Holding, Customer = new("C-7") }, new() { Account = Holding, Customer = new("C-8") }]);

    private async Task<(string Own, string Child)> BilledAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        var own = await business.BilledAsync("SO-1", "I-1", 100m);
        var child = await business.BilledAsync("SO-2", "I-2", 50m, "C-8");
        return (own.Invoice.Number.Value, child.Invoice.Number.Value);
    }

    private async Task<CashPlan> ImportAsync(PayerDirectory payers, params BankEntry[] entries)
    {
        var plan = Expect.Success(await business.Cash.PlanAsync(Id, [.. entries], payers));
        foreach (var command in plan.Commands(Anna)) Expect.Success(await business.GiveAsync(command));
        return plan;
    }

    private static BankEntry Paid(decimal amount, string text) =>
        Received("1", Eur(amount), Monday.PlusDays(20), text, "E2E-1") with { CounterpartyAccount = Holding, CounterpartyName = "HOLDING" };

    private async Task BalancedAsync()
    {
        var (journal, items) = (await business.Books.JournalAsync().ToListAsync(), new List<OpenItem>());
        await foreach (var item in business.Books.AllAsync<OpenItem>(Streams.OpenItemKind)) items.Add(item.State);
        Assert.Empty(LedgerBalances.Of(journal).Check(items));
        Assert.All(items, item => Assert.Empty(item.Check()));
    }

    [Fact]
    public async Task A_parent_pays_its_own_invoice_and_its_childs()
    {
        var (own, child) = await BilledAsync();
        var plan = await ImportAsync(Parent, Paid(1_785, $"{own} {child}"));
        Assert.Equal(("C-7", 2), (plan.Payments[0].Customer.Value, plan.Payments[0].Allocations.Count));
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).Exposure.Total, (await business.AccountAsync("C-8")).Exposure.Total));
        var moved = await business.ItemAsync($"{plan.Payments[0].Payment}>C-8");
        Assert.Equal(("C-8", Eur(-595), "C-7 paid items of C-8."), (moved.Customer.Value, moved.Amount, moved.TransferReason));
        var journal = await business.Books.JournalAsync().ToListAsync();
        Assert.Equal([JournalEvents.PaymentApplied, JournalEvents.PaymentTransferred, JournalEvents.PaymentApplied], journal.TakeLast(3).Select(e => e.Event));
        Assert.Equal(["C-7", "", "C-8"], journal.TakeLast(3).Select(e => e.Customer.Value));
        await BalancedAsync();
    }

    [Fact]
    public async Task Money_sent_to_the_number_of_one_customer_is_his_though_the_sender_pays_for_many()
    {
        await BilledAsync();
        var payers = PayerDirectory.Create(
        [
            new() { Account = Holding, Customer = new("C-7") },
            new() { VirtualAccount = "DE68 2105 0170 0012 3456 78", Customer = new("C-8") },
        ]);
        var plan = await ImportAsync(payers, Paid(595, "") with { VirtualAccount = "DE68210501700012345678" });
        Assert.Equal(("C-8", 1), (plan.Payments[0].Customer.Value, plan.Payments[0].Allocations.Count));
        Assert.Equal((Eur(1_190), Eur(0)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync("C-8")).OpenReceivable));
        await BalancedAsync();
    }

    [Fact]
    public async Task Money_on_the_statement_of_his_own_number_is_his()
    {
        await BilledAsync();
        var account = Received("1", Eur(1), Monday).Account;
        var payers = PayerDirectory.Create([new() { VirtualAccount = account, Customer = new("C-8") }]);
        Assert.Equal("C-8", (await ImportAsync(payers, Paid(595, ""))).Payments[0].Customer.Value);
    }

    [Fact]
    public async Task The_banks_return_opens_the_invoices_of_both_again()
    {
        var (own, child) = await BilledAsync();
        await ImportAsync(Parent, Paid(1_785, $"{own} {child}"));
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).UnappliedCredit, (await business.AccountAsync("C-8")).UnappliedCredit));
        var back = await ImportAsync(Parent, Received("2", Eur(-1_785), Monday.PlusDays(25), endToEnd: "E2E-1") with { IsReversal = true });
        Assert.Equal(PaymentTreatment.Return, back.Payments[0].Treatment);
        var (parent, other) = (await business.AccountAsync(), await business.AccountAsync("C-8"));
        Assert.Equal((Eur(1_190), Eur(595), Eur(0), Eur(0)), (parent.OpenReceivable, other.OpenReceivable, parent.UnappliedCredit, other.UnappliedCredit));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.Bank));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.UnappliedCash));
        await BalancedAsync();
    }

    [Fact]
    public async Task Money_of_a_collective_payer_is_cleared_over_the_account_nobody_owns()
    {
        var (own, child) = await BilledAsync();
        var plan = await ImportAsync(Collective, Paid(1_785, $"{own} {child}"));
        Assert.Equal("UNKNOWN", plan.Payments[0].Customer.Value);
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).Exposure.Total, (await business.AccountAsync("C-8")).Exposure.Total));
        Assert.Equal(Eur(0), (await business.ItemAsync(plan.Payments[0].Payment.Value)).Open);
        await BalancedAsync();
    }

    [Fact]
    public async Task An_application_at_the_child_is_taken_back_alone_and_the_money_goes_back_to_the_parent()
    {
        var (own, child) = await BilledAsync();
        var plan = await ImportAsync(Parent, Paid(1_785, $"{own} {child}"));
        var moved = new OpenItemId($"{plan.Payments[0].Payment}>C-8");
        var settled = (await business.ItemAsync(moved.Value)).Applications.Single();
        Expect.Success(await business.Cash.UnapplyAsync(new() { Id = business.Next(), By = Anna, Application = settled.Id, Credit = moved, On = Monday.PlusDays(21) }));
        Assert.Equal((Eur(595), Eur(595)), ((await business.AccountAsync("C-8")).OpenReceivable, (await business.AccountAsync("C-8")).UnappliedCredit));
        var transfer = (await business.ItemAsync(plan.Payments[0].Payment.Value)).Applications.Single(a => a.Kind == ApplicationKind.Transfer);
        Expect.Success(await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Application = transfer.Id, Credit = new(plan.Payments[0].Payment.Value), On = Monday.PlusDays(21),
        }));
        Assert.Equal((Eur(595), Eur(0)), ((await business.AccountAsync()).UnappliedCredit, (await business.AccountAsync("C-8")).UnappliedCredit));
        await BalancedAsync();
    }

    [Fact]
    public async Task A_later_application_pays_for_the_child_too()
    {
        var (_, child) = await BilledAsync();
        var plan = await ImportAsync(Parent, Paid(600, "thank you"));
        Assert.Equal("C-7", plan.Payments[0].Customer.Value);
        Expect.Success(await business.Cash.ApplyAsync(new()
        {
            Id = new("later"), By = Anna, Payment = plan.Payments[0].Payment, On = Monday.PlusDays(22),
            Allocations = [new() { Item = new($"{child}/1"), Cash = Eur(595), Discount = Eur(0), WriteOff = Eur(0) }],
        }));
        Assert.Equal((Eur(5), Eur(0)), ((await business.AccountAsync()).UnappliedCredit, (await business.AccountAsync("C-8")).Exposure.Total));
        Expect.Refused(LedgerErrors.NothingToDo, await business.Cash.ApplyAsync(new()
        {
            Id = new("nothing"), By = Anna, Payment = plan.Payments[0].Payment, On = Monday.PlusDays(22), Allocations = [],
        }));
        await BalancedAsync();
    }
}
