using static OrderToCash.Receivables.Tests.Books;

namespace OrderToCash.Receivables.Tests;

/// <summary>Money that came to one customer and is another's: a parent paid for its child, a collective payer for several.</summary>
public class TransferTests
{
    private static readonly CustomerId Child = new("C-2");

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static ExchangeRate Rate(decimal rate) => new(Currency.Eur, Currency.Usd, rate, Day, "ECB");

    private static Books Paid(out Books books)
    {
        books = InEuro();
        books.Invoice("OWN", Eur(100));
        books.Invoice("CHILD", Eur(250));
        books.Items[new("CHILD")] = books["CHILD"] with { Customer = Child };
        books.Receive("P", Eur(350));
        return books;
    }

    private static Result<LedgerDecision> Transfer(Books books, string id = "T", Money? amount = null, string from = "P", CustomerId? to = null, string reason = "P pays for C-2") =>
        books.Commit(Ledger.TransferPayment(books[from], new()
        {
            Entry = books.NextEntry(), Item = new(from), Application = new($"{id}-out"), NewItem = new(id), Customer = to ?? Child, Date = Day,
            Amount = amount, Reason = reason,
        }, books.Policy, Clerk, books.Now));

    [Fact]
    public void Money_moves_to_another_customer_in_one_entry_and_pays_there()
    {
        Paid(out var books);
        Expect.Success(Transfer(books, amount: Eur(250)));
        Assert.Equal("C liability.unapplied-cash 250.00 EUR T\nD liability.unapplied-cash 250.00 EUR P", books.LastEntry);
        Assert.Equal((JournalEvents.PaymentTransferred, "P", true), (books.Journal[^1].Event, books.Journal[^1].SourceDocument, books.Journal[^1].Customer.IsNone));
        var moved = books["T"];
        Assert.Equal((Child, "P", "P", "P pays for C-2", Eur(-250)), (moved.Customer, moved.DocumentNumber, moved.TransferredFrom.Value, moved.TransferReason, moved.Open));
        Expect.Success(books.Apply(Day, Request("1", "T", "CHILD", Eur(250))));
        Expect.Success(books.Apply(Day, Request("2", "P", "OWN", Eur(100))));
        Assert.All(books.Items.Values, item => Assert.True(item.Open.IsZero));
        Assert.True(books.Balance(AccountRole.UnappliedCash).IsZero);
    }

    [Fact]
    public void The_return_of_the_payment_takes_back_what_it_paid_for_the_child_too()
    {
        Paid(out var books);
        Transfer(books, amount: Eur(250));
        books.Apply(Day, Request("1", "T", "CHILD", Eur(200)));
        books.Apply(Day, Request("2", "P", "OWN", Eur(100)));
        Expect.Success(books.Return("P", Day.PlusDays(5)));
        Assert.Equal((Eur(100), Eur(250)), (books["OWN"].Open, books["CHILD"].Open));
        Assert.True(books["P"].Open.IsZero && books["T"].Open.IsZero);
        Assert.True(books.Balance(AccountRole.UnappliedCash).IsZero && books.Balance(AccountRole.Bank).IsZero);
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }

    [Fact]
    public void A_transfer_is_taken_back_while_nothing_of_it_is_used()
    {
        Paid(out var books);
        Transfer(books, amount: Eur(250));
        books.Apply(Day, Request("1", "T", "CHILD", Eur(1)));
        Expect.Refused(LedgerErrors.UsedSince, books.Unapply("T-out", Day));
        Expect.Success(books.Unapply("1", Day));
        Expect.Success(books.Unapply("T-out", Day));
        Assert.Equal((Eur(-350), Eur(0)), (books["P"].Open, books["T"].Open));
        Expect.Refused(LedgerErrors.AlreadyReversed, books.Unapply("T-out", Day));
    }

    [Fact]
    public void A_chain_of_transfers_comes_back_with_the_payment_and_its_revaluations_become_results()
    {
        var books = InEuro();
        books.Policy = books.Policy with { Revaluation = RevaluationMethod.UntilSettled };
        books.Receive("P", Usd(110), Rate(1.10m));
        books.Commit(Ledger.Revalue(books.All, new() { Entry = books.NextEntry(), LegalEntity = Entity, Date = Day, Rates = [Rate(1.00m)] }, books.Policy, Clerk, books.Now));
        Expect.Success(Transfer(books, amount: Usd(55)));
        Expect.Success(Transfer(books, "BACK", Usd(22), from: "T", to: Customer));
        books.Commit(Ledger.Revalue(books.All, new() { Entry = books.NextEntry(), LegalEntity = Entity, Date = Day, Rates = [Rate(1.25m)] }, books.Policy, Clerk, books.Now));
        Expect.Success(books.Return("P", Day.PlusDays(1)));
        Assert.All(books.Items.Values, item => Assert.True(item.Open.IsZero && item.OpenFunctional.IsZero && item.OpenAdjustment.IsZero, item.Id.Value));
        Assert.True(books.Balance(AccountRole.FxAdjustment).IsZero && books.Balance(AccountRole.Bank).IsZero);
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }

    [Fact]
    public void What_was_refunded_to_the_other_customer_can_not_be_returned_any_more()
    {
        Paid(out var books);
        Transfer(books, amount: Eur(250));
        books.Refund("T", "1", Day, Eur(50));
        Expect.Refused(LedgerErrors.UsedSince, books.Return("P", Day));
    }

    [Fact]
    public void A_transfer_names_another_customer_a_reason_a_payment_and_no_more_than_it_has()
    {
        Paid(out var books);
        Expect.Refused(LedgerErrors.SameCustomer, Transfer(books, to: Customer));
        Expect.Refused(LedgerErrors.SameCustomer, Transfer(books, to: new CustomerId()));
        Expect.Refused(LedgerErrors.ReasonMissing, Transfer(books, reason: " "));
        Expect.Refused(LedgerErrors.WrongKind, Transfer(books, from: "OWN"));
        Expect.Refused(LedgerErrors.ItemExists, Transfer(books, "P"));
        Expect.Refused(LedgerErrors.MoreThanOpen, Transfer(books, amount: Eur(351)));
        Expect.Refused(LedgerErrors.OtherCurrency, Transfer(books, amount: Usd(1)));
        Expect.Success(Transfer(books));
        Expect.Refused(LedgerErrors.NothingOpen, Transfer(books, "T2"));
    }
}
