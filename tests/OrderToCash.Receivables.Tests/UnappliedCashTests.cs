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

    private static UnappliedCashCase Take(Books books, UnappliedCashCase before, Result<UnappliedCashStep> result)
    {
        var step = Expect.Success(result);
        if (step.Posting is { } posting) books.Commit(Result.Success(posting));
        Assert.Equal(step.Decision.State, step.Decision.Events.Aggregate(before, (s, e) => s.Apply(e)));
        Assert.Empty(step.Decision.State.Check());
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        return step.Decision.State;
    }

    private static MoveCreditFacts To(CustomerId customer, decimal? amount = null, int number = 1, int days = 3) => new()
    {
        Entry = new($"M-{number}"), Application = new($"M-{number}"), NewItem = new($"P>{number}"), To = customer, Date = Friday.PlusDays(days),
        Amount = amount is { } a ? Eur(a) : null,
    };

    private static UnappliedCashQueue Queue(Books books, int days, params UnappliedCashCase[] cases) => UnappliedCashQueue.Of(
        books.All, cases, Unknown, Friday.PlusDays(days), UnappliedCashPolicy.Standard, BusinessCalendar.Weekends);

    [Fact]
    public void The_oldest_money_comes_first_and_what_waits_too_long_is_listed()
    {
        var books = Waiting();
        Expect.Success(books.Receive("O", Eur(7), on: Friday.PlusDays(-1)));
        var one = UnappliedCashCase.Of(new("P"));
        one = Take(books, one, one.Assign(books["P"], new("bert"), Friday, Anna, At).Map(d => new UnappliedCashStep { Decision = d }));
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
        var one = UnappliedCashCase.Of(new("P"));
        one = Take(books, one, one.Move(books["P"], To(Nordwind, 60), "remittance advice by mail", books.Policy, Anna, At));
        Assert.Equal(Story.Lines("""
            C liability.unapplied-cash 60.00 EUR P>1
            D liability.unapplied-cash 60.00 EUR P
            """), books.LastEntry);
        Assert.Equal((Nordwind, Friday, Eur(-60), Eur(-40)), (books["P>1"].Customer, books["P>1"].DocumentDate, books["P>1"].Open, books["P"].Open));
        var queue = Queue(books, 4, one);
        Assert.Equal([(false, new LocalDate(2026, 3, 13)), (true, new LocalDate(2026, 3, 10))], queue.Rows.OrderBy(r => r.IsUnidentified).Select(r => (r.IsUnidentified, r.DueOn)));
        Assert.Equal((Eur(60), Eur(40), Eur(100)), (queue.Totals[0].Unapplied, queue.Totals[0].Unidentified, queue.Total(Currency.Eur)));
        Assert.Equal(Eur(100), Queue(books, 2, one).Totals[0].Unidentified);
        Expect.Refused(LedgerErrors.NotReversible, books.Return("P", Friday.PlusDays(4)));
        var back = Take(books, one, one.TakeBack([books["P"], books["P>1"]], books.Journal[^1], new() { Entry = new("R-1"), Date = Friday.PlusDays(5) }, "other Nordwind", books.Policy, Anna, At));
        Assert.Equal((Eur(-100), Eur(0)), (books["P"].Open, books["P>1"].Open));
        Expect.Refused(UnappliedCashErrors.MoveUnknown, back.TakeBack([books["P"], books["P>1"]], books.Journal[^2], new() { Entry = new("R-2"), Date = Friday.PlusDays(5) }, "x", books.Policy, Anna, At));
        Expect.Success(books.Return("P", Friday.PlusDays(6)));
    }

    [Fact]
    public void Foreign_money_keeps_its_value()
    {
        var books = Books.InEuro();
        Expect.Success(books.Receive("P", Money.Of(100, Currency.Usd), new(Currency.Usd, Currency.Eur, 0.91m, Friday, "ECB"), Friday));
        var one = UnappliedCashCase.Of(new("P"));
        _ = Take(books, one, one.Move(books["P"], To(Nordwind), "advice", books.Policy, Anna, At));
        Assert.Equal((Eur(-91), Eur(0)), (books["P>1"].OpenFunctional, books["P"].OpenFunctional));
    }

    [Fact]
    public void What_is_no_money_that_waits_does_not_move()
    {
        var books = Waiting();
        var one = UnappliedCashCase.Of(new("P"));
        Expect.Refused(UnappliedCashErrors.Incomplete, one.Assign(books["P"], default, Friday, Anna, At));
        var wrong = one.Move(books["P"], To(default), "", books.Policy, Anna, At);
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(UnappliedCashErrors.Incomplete, wrong).Code));
        Expect.Refused(UnappliedCashErrors.SameCustomer, one.Move(books["P"], To(Unknown), "x", books.Policy, Anna, At));
        Expect.Refused(LedgerErrors.MoreThanOpen, one.Move(books["P"], To(Nordwind, 100.01m), "x", books.Policy, Anna, At));
        Expect.Refused(LedgerErrors.DateBeforeDocument, one.Move(books["P"], To(Nordwind, days: -1), "x", books.Policy, Anna, At));
        Expect.Refused(LedgerErrors.OtherCustomer, Ledger.MoveCredit(books["P"], To(Unknown), books.Policy, Anna, At));
        Expect.Success(books.Invoice("I", Eur(100)));
        Expect.Refused(LedgerErrors.WrongKind, Ledger.MoveCredit(books["I"], To(Nordwind), books.Policy, Anna, At));
        Expect.Success(books.Apply(Friday, Books.Request("a", "P", "I", Eur(100))));
        Expect.Refused(UnappliedCashErrors.NotWaiting, one.Move(books["P"], To(Nordwind), "x", books.Policy, Anna, At));
        Expect.Refused(UnappliedCashErrors.NotWaiting, one.Assign(books["P"], new("bert"), Friday, Anna, At));
        Expect.Refused(UnappliedCashErrors.Incomplete, one.TakeBack([], books.Journal[0], new() { Entry = new("R"), Date = Friday }, "", books.Policy, Anna, At));
        Expect.Found(UnappliedCashErrors.StateBroken, new UnappliedCashCase { Payment = default }.Check());
    }

    [Property(MaxTest = 200)]
    public void Moved_to_and_fro_no_cent_is_lost(int[] steps)
    {
        var books = Waiting();
        var (one, number) = (UnappliedCashCase.Of(new("P")), 0);
        foreach (var step in steps)
        {
            var amount = Math.Abs(step % 5000);
            number++;
            var live = one.Moves.Where(m => m.TakenBackOn is null).ToArray();
            var result = step % 3 == 0 && live.Length > 0
                ? one.TakeBack([books["P"], books.Items[live[0].Item]], books.Journal.First(e => e.Id == live[0].Entry), new() { Entry = new($"B-{number}"), Date = Friday.PlusDays(4) }, "x", books.Policy, Anna, At)
                : one.Move(books["P"], To(Nordwind, amount / 100m, number), "x", books.Policy, Anna, At);
            if (result.IsSuccess) one = Take(books, one, result);
            var moved = Money.Sum(one.Moves.Where(m => m.TakenBackOn is null).Select(m => m.Amount), Currency.Eur);
            Assert.Equal((Eur(100) - moved, Eur(-100)), (-books["P"].Open, books.Balance(AccountRole.UnappliedCash)));
            Assert.Equal(Eur(100), Queue(books, 9, one).Total(Currency.Eur));
        }
    }
}
