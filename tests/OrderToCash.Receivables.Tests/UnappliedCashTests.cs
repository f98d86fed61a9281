namespace OrderToCash.Receivables.Tests;

public sealed class UnappliedCashTests
{
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    private static readonly CustomerId Unknown = Books.Customer;
    private static readonly CustomerId Nordwind = new("C-2");
    private static readonly LocalDate Friday = new(2026, 3, 6);

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Books Waiting()
    {
        var books = Books.InEuro();
        Expect.Success(books.Receive("P", Eur(100), on: Friday));
        return books;
    }

    private static Result<LedgerDecision> Transfer(Books books, decimal? amount = null) => books.Commit(Ledger.TransferPayment(books["P"], new()
    {
        Entry = new("M-1"), Item = new("P"), Application = new("M-1"), NewItem = new("P>1"), Customer = Nordwind, Date = Friday.PlusDays(3),
        Amount = amount is { } a ? Eur(a) : null, Reason = "remittance advice by mail",
    }, books.Policy, Anna, At));

    private static UnappliedCashQueue Queue(Books books, int days, params UnappliedCashCase[] cases) => UnappliedCashQueue.Of(
        books.All, cases, Unknown, Friday.PlusDays(days), UnappliedCashPolicy.Standard, BusinessCalendar.Weekends);

    [Fact]
    public void The_oldest_money_comes_first_and_what_waits_too_long_is_listed()
    {
        var books = Waiting();
        Expect.Success(books.Receive("O", Eur(7), on: Friday.PlusDays(-1)));
        var one = UnappliedCashCase.Of(new("P"));
        one = Expect.Success(one.Assign(books["P"], new("bert"), Friday, Anna, At)).State;
        Assert.Empty(one.Check());
        Assert.Empty(Expect.Success(one.Assign(books["P"], new("bert"), Friday, Anna, At)).Events);
        var queue = Queue(books, 4, one);
        Assert.Equal(["O", "P"], queue.Rows.Select(r => r.Item.Value));
        Assert.Equal((4, new LocalDate(2026, 3, 10), new PersonId("bert"), false), (queue.Rows[1].Age, queue.Rows[1].DueOn, queue.Rows[1].Owner, queue.Rows[1].IsLate));
        Assert.Equal(["O"], queue.Breaches.Select(r => r.Item.Value));
        Assert.Equal((Eur(107), Eur(7)), (queue.Totals[0].Unidentified, queue.Totals[0].Late));
        Assert.Equal(2, Queue(books, 5).Breaches.Count);
        Assert.Equal((Eur(7), Money.Zero(Currency.Usd)), (Queue(books, -1).Total(Currency.Eur), queue.Total(Currency.Usd)));
    }

    [Fact]
    public void Money_that_turns_out_to_be_a_customers_goes_there_with_its_age()
    {
        var books = Waiting();
        Expect.Success(Transfer(books, 60));
        var queue = Queue(books, 4);
        Assert.Equal([(false, Friday, new LocalDate(2026, 3, 13)), (true, Friday, new LocalDate(2026, 3, 10))],
            queue.Rows.OrderBy(r => r.IsUnidentified).Select(r => (r.IsUnidentified, r.ReceivedOn, r.DueOn)));
        Assert.Equal((Eur(60), Eur(40), Eur(100)), (queue.Totals[0].Unapplied, queue.Totals[0].Unidentified, queue.Total(Currency.Eur)));
        Assert.Equal(Eur(100), Queue(books, 2).Totals[0].Unidentified);
    }

    [Fact]
    public void What_does_not_wait_needs_nobody()
    {
        var books = Waiting();
        var one = UnappliedCashCase.Of(new("P"));
        Expect.Refused(UnappliedCashErrors.Incomplete, one.Assign(books["P"], default, Friday, Anna, At));
        Expect.Success(books.Invoice("I", Eur(100)));
        Expect.Success(books.Apply(Friday, Books.Request("a", "P", "I", Eur(100))));
        Expect.Refused(UnappliedCashErrors.NotWaiting, one.Assign(books["P"], new("bert"), Friday, Anna, At));
        Expect.Found(UnappliedCashErrors.StateBroken, new UnappliedCashCase { Payment = default }.Check());
    }
}
