using static OrderToCash.Receivables.Tests.Books;

namespace OrderToCash.Receivables.Tests;

/// <summary>The bank takes money back of which some is gone already: it is booked all the same, and the customer owes what is gone.</summary>
public class ReturnOwedTests
{
    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static ExchangeRate Rate(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Day, "ECB");

    private static string Balances(Books books) => string.Join("\n", books.Journal.SelectMany(e => e.Lines)
        .GroupBy(l => l.Account.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} {Money.Sum(g.Select(l => l.SignedFunctional), Currency.Eur)}").Where(l => !l.EndsWith(" 0.00 EUR", StringComparison.Ordinal)));

    private static Result<LedgerDecision> Refund(Books books, decimal amount) => books.Refund("P", $"R{amount}", Day.PlusDays(1), Eur(amount));

    [Fact]
    public void What_was_refunded_of_a_payment_is_owed_and_the_rest_is_gone()
    {
        var books = InEuro();
        books.Invoice("I", Eur(100));
        books.Receive("P", Eur(150));
        Expect.Success(books.Apply(Day, Request("A", "P", "I", Eur(100))));
        Expect.Success(Refund(books, 30));
        Expect.Refused(LedgerErrors.UsedSince, books.Return("P", Day.PlusDays(2)));
        Expect.Success(books.Return("P", Day.PlusDays(2), owed: "O"));
        Assert.Equal((Eur(100), Eur(0), Eur(30)), (books["I"].Open, books["P"].Open, books["O"].Open));
        Assert.Equal((OpenItemKind.Chargeback, books["P"].Entry, Day.PlusDays(2)), (books["O"].Kind, books["O"].ChargedBack, books["O"].DueDate));
        Assert.Equal("cash.bank -30.00 EUR\nreceivable.chargebacks 30.00 EUR\nreceivable.trade 100.00 EUR\nrevenue.sales -100.00 EUR", Balances(books));
        Expect.Refused(LedgerErrors.NotReversible, books.Return("P", Day.PlusDays(3), owed: "O2"));
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }

    [Fact]
    public void Of_a_payment_that_was_refunded_whole_all_is_owed_once()
    {
        var books = InEuro();
        books.Receive("P", Eur(150));
        Expect.Success(Refund(books, 150));
        Expect.Success(books.Return("P", Day.PlusDays(2), owed: "O"));
        Expect.Refused(LedgerErrors.EntryReversed, books.Return("P", Day.PlusDays(3), owed: "O2"));
        // The customer pays it, or the bank gives it back.
        Expect.Success(books.Commit(Ledger.ReverseChargeback(books["O"], books.Part("O", "B", Day.PlusDays(4)), books.Policy, Clerk, books.Now)));
        Assert.Equal("", Balances(books).Replace("cash.bank -150.00 EUR", "", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_foreign_currency_what_is_gone_is_owed_at_the_rate_it_came_at()
    {
        var books = InEuro();
        Expect.Success(books.Commit(Ledger.ReceivePayment(new()
        {
            Entry = books.NextEntry(), Item = new("P"), LegalEntity = Entity, Customer = Customer, DocumentNumber = "P", Date = Day, Cash = Usd(100), Rate = Rate(0.90m),
        }, books.Policy, Clerk, books.Now)));
        Expect.Success(books.Commit(Ledger.Refund(books["P"], books.Part("P", "R", Day.PlusDays(1), Usd(40), Rate(0.95m)), books.Policy, Clerk, books.Now)));
        Expect.Success(books.Return("P", Day.PlusDays(2), owed: "O"));
        Assert.Equal((Usd(40), Eur(36), Usd(0)), (books["O"].Open, books["O"].OpenFunctional, books["P"].Open));
        // 38.00 went out as the refund, 36.00 are owed for it: 2.00 were lost on the day of the refund.
        Assert.Equal("cash.bank -38.00 EUR\nfx.realised-loss 2.00 EUR\nreceivable.chargebacks 36.00 EUR", Balances(books));
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }
}
