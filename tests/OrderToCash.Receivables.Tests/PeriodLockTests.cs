namespace OrderToCash.Receivables.Tests;

/// <summary>The edges of closed periods: the days are inclusive, the end of an exception is exclusive.</summary>
public class PeriodLockTests
{
    private static readonly LocalDate Closed = Books.Day;
    private static readonly Instant Until = Instant.FromUtc(2026, 4, 1, 12, 0);

    private static readonly LockException Exception = new() { By = Books.Clerk, From = Closed.PlusDays(-3), Until = Until, Reason = "late freight bill" };

    private static Result<LedgerDecision> Charge(LedgerPolicy policy, LocalDate on, Instant at, Actor? by = null) => Ledger.BookBankCharge(
        new() { Entry = new("J"), LegalEntity = Books.Entity, Date = on, Amount = Money.Of(1, Currency.Eur) }, policy, by ?? Books.Clerk, at);

    private static LedgerPolicy Policy(LocalDate? closed, LocalDate? hard, params LockException[] exceptions) => new()
    {
        FunctionalCurrency = Currency.Eur, LockedThrough = closed, HardLockedThrough = hard, LockExceptions = [.. exceptions],
    };

    [Fact]
    public void The_last_closed_day_is_closed_and_the_next_is_open()
    {
        Expect.Refused(LedgerErrors.PeriodLocked, Charge(Policy(Closed, null), Closed, Until));
        Expect.Success(Charge(Policy(Closed, null), Closed.PlusDays(1), Until));
        Expect.Success(Charge(Policy(null, null), Closed.PlusDays(-1000), Until));
    }

    [Fact]
    public void An_exception_opens_from_its_first_day_until_just_before_its_end()
    {
        var policy = Policy(Closed, null, Exception);
        Expect.Success(Charge(policy, Closed, Until - Duration.Epsilon));
        Expect.Success(Charge(policy, Exception.From, Until - Duration.Epsilon));
        Expect.Refused(LedgerErrors.PeriodLocked, Charge(policy, Exception.From.PlusDays(-1), Until - Duration.Epsilon));
        var expired = Expect.Refused(LedgerErrors.LockExceptionExpired, Charge(policy, Closed, Until));
        Assert.Contains("2026-04-01", expired.Message, StringComparison.Ordinal);
        Expect.Success(Charge(policy, Closed.PlusDays(1), Until));
    }

    [Fact]
    public void An_exception_is_for_one_person_and_the_one_that_still_runs_counts()
    {
        var policy = Policy(Closed, null, Exception with { Until = Until - Duration.FromDays(9) }, Exception);
        Expect.Success(Charge(policy, Closed, Until - Duration.Epsilon));
        Expect.Refused(LedgerErrors.PeriodLocked, Charge(policy, Closed, Until - Duration.Epsilon, Actor.Person("other")));
        Assert.Equal(Until, Expect.Refused(LedgerErrors.LockExceptionExpired, Charge(policy, Closed, Until + Duration.FromDays(1))).Facts
            .First(f => f.Name == "until").Value is { } until ? NodaTime.Text.InstantPattern.ExtendedIso.Parse(until.ToString()!).Value : default);
    }

    [Fact]
    public void What_is_closed_for_good_has_no_exception()
    {
        var policy = Policy(Closed, Closed.PlusDays(-1), Exception);
        Expect.Success(Charge(policy, Closed, Until - Duration.Epsilon));
        Expect.Refused(LedgerErrors.PeriodLocked, Charge(policy, Closed.PlusDays(-1), Until - Duration.Epsilon));
        Expect.Refused(LedgerErrors.PeriodLocked, Charge(Policy(null, Closed), Closed, Until));
        Expect.Success(Charge(Policy(null, Closed), Closed.PlusDays(1), Until));
    }

    [Fact]
    public void What_a_closed_period_holds_is_taken_back_after_it()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Money.Of(10, Currency.Eur)));
        Expect.Success(books.Receive("P", Money.Of(10, Currency.Eur)));
        Expect.Success(books.Apply(Closed, Books.Request("1", "P", "A", Money.Of(10, Currency.Eur))));
        books.Policy = books.Policy with { LockedThrough = Closed };
        Expect.Refused(LedgerErrors.PeriodLocked, books.Unapply("1", Closed));
        var before = AccountStatement.Of(books.All, Books.Entity, Books.Customer, Closed, Closed, new());
        Expect.Success(books.Unapply("1", Closed.PlusDays(1)));
        Assert.Equal(before, AccountStatement.Of(books.All, Books.Entity, Books.Customer, Closed, Closed, new()));
    }
}
