using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Money that is booked in its own currency turns out to be for items in another one.</summary>
public sealed class ForeignMoneyTests
{
    private static readonly LocalDate Paid = Monday.PlusDays(19);
    private readonly ABusiness business = new();

    private async Task BalancedAsync()
    {
        var (journal, items) = (await business.Books.JournalAsync().ToListAsync(), new List<OpenItem>());
        await foreach (var item in business.Books.AllAsync<OpenItem>(Streams.OpenItemKind)) items.Add(item.State);
        Assert.Empty(LedgerBalances.Of(journal).Check(items));
        Assert.All(items, item => Assert.Empty(item.Check()));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.FxClearing));
    }

    private ConfirmMatch Confirm(PaymentId payment, Money cash, Money settles) => new()
    {
        Id = business.Next(), By = Bert, Payment = payment, On = Paid.PlusDays(2),
        Allocations =
        [
            new()
            {
                Item = new("INV-2025-000001/1"), Cash = cash, Settles = settles,
                Discount = Money.Zero(settles.Currency), WriteOff = Money.Zero(settles.Currency),
            },
        ],
    };

    [Theory, InlineData("DE02120300000000202051"), InlineData("NL91ABNA0417164300")]
    public async Task Euro_on_account_are_confirmed_for_an_invoice_in_dollars(string account)
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var owed = (await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd)).Invoice.Totals.Payable;
        var plan = await business.ImportAsync(Received("1", Eur(370), Paid, "thank you", "E2E-1") with { CounterpartyAccount = account });
        Assert.Empty(plan.Payments[0].Allocations);
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(plan.Payments[0].Payment, Eur(350), owed)));
        Assert.Equal(Usd(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal(Eur(20), -await business.BalanceAsync(AccountRole.UnappliedCash));
        await BalancedAsync();

        await business.ImportAsync(Received("2", Eur(-370), Paid.PlusDays(5), endToEnd: "E2E-1") with { IsReversal = true });
        Assert.Equal((owed, Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, await business.BalanceAsync(AccountRole.Bank)));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.UnappliedCash));
        await BalancedAsync();
    }

    [Fact]
    public async Task Dollars_on_account_are_confirmed_for_an_invoice_in_euro_and_what_they_are_taken_for_beyond_their_worth_is_lost()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        var plan = await business.ImportAsync(Received("1", Usd(1_400), Paid, "thank you", "E2E-1"));
        var worth = Usd(1_400).Convert(Rates.Find(Currency.Eur, Currency.Usd, Paid)!, Rounding.HalfAwayFromZero);
        Assert.Equal(worth, await business.BalanceAsync(AccountRole.Bank));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(plan.Payments[0].Payment, Usd(1_400), Eur(1_190))));
        Assert.Equal((Eur(0), Usd(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync(plan.Payments[0].Payment.Value)).Open));
        var result = await business.BalanceAsync(AccountRole.RealisedGain) + await business.BalanceAsync(AccountRole.RealisedLoss);
        Assert.Equal(Eur(1_190) - worth, result);
        await BalancedAsync();
        await business.ImportAsync(Received("2", Usd(-1_400), Paid.PlusDays(5), endToEnd: "E2E-1") with { IsReversal = true });
        Assert.Equal(Eur(1_190), (await business.ItemAsync("INV-2025-000001/1")).Open);
        await BalancedAsync();
    }

    [Fact]
    public async Task A_confirmation_is_taken_back_step_by_step()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var owed = (await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd)).Invoice.Totals.Payable;
        var payment = (await business.ImportAsync(Received("1", Eur(370), Paid, "thank you"))).Payments[0].Payment;
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Eur(370), owed)));
        var moved = (await business.ItemAsync("INV-2025-000001/1")).Applications.Single().Counterpart;
        foreach (var credit in new[] { moved, new OpenItemId(payment.Value) })
            Expect.Success(await business.Cash.UnapplyAsync(new()
            {
                Id = business.Next(), By = Anna, Credit = credit, On = Paid.PlusDays(3),
                Application = (await business.ItemAsync(credit.Value)).Applications.Single(a => a.IsLive).Id,
            }));
        Assert.Equal((owed, Eur(-370)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync(payment.Value)).Open));
        await BalancedAsync();
    }

    [Fact]
    public async Task Money_on_account_is_reviewed_with_the_rates_of_its_day()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var early = Monday.PlusDays(1);
        var euro = Usd(396.63m).Convert(Rates.Find(Currency.Usd, Currency.Eur, early)!, Rounding.HalfAwayFromZero);
        await business.ImportAsync(Received("1", euro, early, "INV-2025-000001"));
        var owed = (await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd)).Invoice.Totals.Payable;
        Assert.Equal(Usd(396.63m), owed);
        var review = Expect.Success(await business.Cash.ReviewAsync(Id, PayerDirectory.Create([new() { Account = "DE02120300000000202051", Customer = new("C-7") }])));
        foreach (var command in review.Commands(Paid, Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal(Usd(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
        await BalancedAsync();
    }

    [Fact]
    public async Task Into_its_own_currency_money_is_only_transferred_as_it_is()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var payment = (await business.ImportAsync(Received("1", Eur(370), Paid, "thank you"))).Payments[0].Payment;
        var item = await business.ItemAsync(payment.Value);
        var facts = new TransferFacts
        {
            Entry = new("J"), Item = item.Id, Application = new("T"), NewItem = new("N"), Customer = new("C-8"), Date = Paid, Reason = "why", Settles = Eur(371),
        };
        var at = business.Clock.Now;
        Expect.Refused(LedgerErrors.TotalsDiffer, Ledger.TransferPayment(item, facts, Seller.Ledger, Anna, at));
        Expect.Refused(LedgerErrors.AmountNotPositive, Ledger.TransferPayment(item, facts with { Settles = Usd(0) }, Seller.Ledger, Anna, at));
        Expect.Refused(LedgerErrors.SameCustomer, Ledger.TransferPayment(item, facts with { Customer = item.Customer, Settles = null }, Seller.Ledger, Anna, at));
    }
}
