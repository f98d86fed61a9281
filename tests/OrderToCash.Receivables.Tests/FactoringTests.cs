namespace OrderToCash.Receivables.Tests;

public sealed class FactoringTests
{
    internal static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    internal static readonly Actor Anna = Actor.Person("anna");
    internal static readonly LocalDate Day = new(2026, 3, 10);
    internal static readonly FactoringTerms Terms = new()
    {
        Contract = "NordFaktor 12", HasRecourse = true, RecourseDays = 60, AdvanceRate = Percentage.Of(80), FeeRate = Percentage.Of(1.5m),
        InterestRate = Percentage.Of(7.3m),
    };

    internal static readonly FactoringTerms Loan = Terms with { Treatment = FactoringTreatment.Borrowing };

    internal static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    internal static FactoringFacts Facts(FactoringTerms? terms = null, Currency? currency = null) => new()
    {
        Assignment = new("F-1"), LegalEntity = Books.Entity, Customer = Books.Customer, Currency = currency ?? Currency.Eur, Terms = terms ?? Terms, On = Day,
    };

    internal static Books TwoInvoices()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Eur(1000)));
        Expect.Success(books.Invoice("B", Eur(333.33m)));
        return books;
    }

    internal static Result<FactoringStep> Assign(Books books, FactoringFacts facts, params string[] items) => FactoringAssignment.Assign(
        facts, items.Select(i => books[i]).ToEquatableArray(), [], books.NextEntry(), books.Policy, Anna, At);

    internal static FactoringAssignment Take(Books books, FactoringAssignment? before, Result<FactoringStep> result)
    {
        var step = Expect.Success(result);
        foreach (var posting in step.Postings) books.Commit(Primitives.Result.Success(posting));
        var decision = step.Decision;
        if (before is not null) Assert.Equal(decision.State, decision.Events.Aggregate(before, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        var account = before?.Facts.Terms.Account ?? decision.State.Facts.Terms.Account;
        Assert.Equal(books.Balance(account), decision.State.Balance.Functional);
        return decision.State;
    }

    internal static FactorMoneyFacts Cash(Books books, decimal amount, int days, ExchangeRate? rate = null, Currency? currency = null) => new()
    {
        Entry = books.NextEntry(), Amount = Money.Of(amount, currency ?? Currency.Eur), On = Day.PlusDays(days), Rate = rate,
    };

    private static FactoringAssignment Funded(Books books, FactoringTerms? terms = null)
    {
        var one = Take(books, null, Assign(books, Facts(terms), "A", "B"));
        return Take(books, one, one.Fund(new() { Entry = books.NextEntry(), On = Day }, books.Policy, Anna, At));
    }

    private static FactorReturnFacts Back(Books books, int days) =>
        new() { Entry = books.NextEntry(), CollectedEntry = books.NextEntry(), On = Day.PlusDays(days) };

    [Fact]
    public void Sold_receivables_leave_the_books_against_what_the_factor_owes()
    {
        var books = TwoInvoices();
        var one = Take(books, null, Assign(books, Facts(), "A", "B"));
        Assert.Equal(Story.Lines("""
            C receivable.trade 1000.00 EUR A
            C receivable.trade 333.33 EUR B
            D receivable.factor 1333.33 EUR
            """), books.LastEntry);
        Assert.Equal((Eur(0), Eur(1333.33m)), (books["A"].Open, one.Balance.Document));
        var funded = Take(books, one, one.Fund(new() { Entry = books.NextEntry(), On = Day }, books.Policy, Anna, At));
        Assert.Equal(Story.Lines("""
            C receivable.factor 1066.66 EUR
            D cash.bank 1041.97 EUR
            D expense.factoring 20.00 EUR
            D expense.factoring-interest 4.69 EUR
            """), books.LastEntry);
        Assert.Equal([Eur(800), Eur(266.66m)], funded.Lines.Select(l => l.Advance!.Value));
        Expect.Refused(FactoringErrors.AlreadyFunded, funded.Fund(new() { Entry = new("X"), On = Day }, books.Policy, Anna, At));
    }

    [Fact]
    public void The_reserve_is_paid_when_the_debtor_has_paid_the_factor()
    {
        var books = TwoInvoices();
        var one = Funded(books);
        Expect.Refused(FactoringErrors.MoreThanOutstanding, one.Release(Cash(books, 1, 30), null, books.Policy, Anna, At));
        var part = Take(books, one, one.Collect(books["A"], Cash(books, 600, 20), books.Policy, Anna, At));
        Assert.Equal(Eur(0), part.Releasable);
        var paid = Take(books, part, part.Collect(books["A"], Cash(books, 400, 25), books.Policy, Anna, At));
        Assert.Equal(Eur(200), paid.Releasable);
        Expect.Refused(FactoringErrors.NotWithFactor, paid.Collect(books["A"], Cash(books, 1, 26), books.Policy, Anna, At));
        var released = Take(books, paid, paid.Release(Cash(books, 200, 30), Eur(3), books.Policy, Anna, At));
        Assert.Equal(Story.Lines("""
            C receivable.factor 200.00 EUR
            D cash.bank 197.00 EUR
            D expense.factoring 3.00 EUR
            """), books.LastEntry);
        var all = Take(books, released, released.Collect(books["B"], Cash(books, 333.33m, 31), books.Policy, Anna, At));
        Assert.True(Take(books, all, all.Release(Cash(books, 66.67m, 32), null, books.Policy, Anna, At)).IsFinished);
        Assert.Equal(Eur(0), books.Balance(AccountRole.FactorReceivable));
    }

    [Fact]
    public void What_the_debtor_does_not_pay_comes_back_with_its_due_date_and_the_advance_is_paid_back()
    {
        var books = TwoInvoices();
        var due = books["A"].DueDate;
        var one = Funded(books);
        var part = Take(books, one, one.Collect(books["A"], Cash(books, 100, 20), books.Policy, Anna, At));
        Expect.Refused(FactoringErrors.RecourseTooEarly, part.TakeBack(books["A"], FactoringReturnReason.NotPaid, Back(books, 50), books.Policy, Anna, At));
        Expect.Refused(FactoringErrors.WithoutRecourse,
            Funded(TwoInvoices(), Terms with { HasRecourse = false }).TakeBack(books["A"], FactoringReturnReason.NotPaid, Back(books, 90), books.Policy, Anna, At));
        var back = Take(books, part, part.TakeBack(books["A"], FactoringReturnReason.NotPaid, Back(books, 90), books.Policy, Anna, At));
        Assert.Equal((Eur(900), due), (books["A"].Open, books["A"].DueDate));
        Expect.Refused(FactoringErrors.MoreThanOutstanding, back.PayFactor(Cash(books, 700.01m, 91), books.Policy, Anna, At));
        var repaid = Take(books, back, back.PayFactor(Cash(books, 700, 91), books.Policy, Anna, At));
        Assert.Equal(Eur(66.67m), repaid.Balance.Document);
        Expect.Refused(FactoringErrors.NotWithFactor, repaid.TakeBack(books["A"], FactoringReturnReason.Disputed, Back(books, 92), books.Policy, Anna, At));
        Expect.Refused(LedgerErrors.NotReversible, books.Unapply(part.Line(new("B"))!.Application.Value, Day.PlusDays(92)));
    }

    [Fact]
    public void Money_the_debtor_pays_us_goes_on_to_the_factor_and_comes_back_when_it_bounces()
    {
        var books = TwoInvoices();
        var one = Funded(books);
        Expect.Success(books.Receive("P", Eur(1000), on: Day.PlusDays(20)));
        var passed = Take(books, one, one.PassOn(books["A"], books["P"], Cash(books, 1000, 21), books.Policy, Anna, At));
        Assert.Equal((Eur(0), Eur(0)), (books["P"].Open, passed.Releasable));
        var paid = Take(books, passed, passed.PayFactor(Cash(books, 1000, 22), books.Policy, Anna, At));
        Assert.Equal(Eur(200), paid.Releasable);
        var application = passed.Line(new("A"))!.Collections[0].Application;
        Expect.Refused(LedgerErrors.NotReversible, books.Return("P", Day.PlusDays(23)));
        Expect.Refused(FactoringErrors.NotPassedOn, paid.Recall(books["A"], books["P"], Undo("none"), books.Policy, Anna, At));
        var recalled = Take(books, paid, paid.Recall(books["A"], books["P"], Undo(application.Value), books.Policy, Anna, At));
        Assert.Equal((Eur(1000), Eur(-1000)), (recalled.Line(new("A"))!.Outstanding, books["P"].Open));
        Expect.Refused(FactoringErrors.NotPassedOn, recalled.Recall(books["A"], books["P"], Undo(application.Value), books.Policy, Anna, At));
        Expect.Success(books.Return("P", Day.PlusDays(24)));

        UnapplyFacts Undo(string id) => new() { Entry = books.NextEntry(), Application = new(id), Date = Day.PlusDays(23) };
    }

    [Fact]
    public void Receivables_that_are_borrowed_on_stay_in_the_books_until_they_are_paid()
    {
        var books = TwoInvoices();
        var one = Funded(books, Loan);
        Assert.Equal((Eur(1000), Eur(-1066.66m)), (books["A"].Open, one.Balance.Document));
        var collected = Take(books, one, one.Collect(books["A"], Cash(books, 1000, 20), books.Policy, Anna, At));
        Assert.Equal((Eur(0), Eur(200)), (books["A"].Open, collected.Releasable));
        Expect.Success(books.Receive("P", Eur(333.33m), on: Day.PlusDays(21)));
        var passed = Take(books, collected, collected.PassOn(books["B"], books["P"], Cash(books, 333.33m, 21), books.Policy, Anna, At));
        var paid = Take(books, passed, passed.PayFactor(Cash(books, 333.33m, 22), books.Policy, Anna, At));
        Assert.True(Take(books, paid, paid.Release(Cash(books, 266.67m, 30), null, books.Policy, Anna, At)).IsFinished);
        Assert.Equal((Eur(0), Eur(1333.33m - 20 - 4.69m)), (books.Balance(AccountRole.FactorLiability), books.Balance(AccountRole.Bank)));
    }

    [Fact]
    public void A_foreign_receivable_is_sold_at_what_it_carries_and_cash_makes_the_result()
    {
        var books = Books.InEuro();
        ExchangeRate Rate(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Books.Day, "ECB");
        Expect.Success(books.Invoice("A", Money.Of(1000, Currency.Usd), Rate(0.90m)));
        var one = Take(books, null, Assign(books, Facts(currency: Currency.Usd), "A"));
        Assert.Equal(Eur(900), one.Balance.Functional);
        var funded = Take(books, one, one.Fund(new() { Entry = books.NextEntry(), On = Day, Fee = Money.Of(10, Currency.Usd), Interest = Money.Of(0, Currency.Usd), Rate = Rate(0.92m) },
            books.Policy, Anna, At));
        Assert.Equal((Eur(180), Eur(-16), Eur(9.20m)), (funded.Balance.Functional, books.Balance(AccountRole.RealisedGain), books.Balance(AccountRole.FactoringFees)));
        var back = Take(books, funded, funded.TakeBack(books["A"], FactoringReturnReason.Disputed, Back(books, 10), books.Policy, Anna, At));
        Assert.Equal((Eur(900), Eur(-720)), (books["A"].OpenFunctional, back.Balance.Functional));
        Expect.Refused(FactoringErrors.OtherCurrency, back.PayFactor(Cash(books, 1, 20), books.Policy, Anna, At));
        var paid = Take(books, back, back.PayFactor(Cash(books, 800, 20, Rate(0.95m), Currency.Usd), books.Policy, Anna, At));
        Assert.Equal((true, Eur(0), Eur(40)), (paid.IsFinished, paid.Balance.Functional, books.Balance(AccountRole.RealisedLoss)));
    }

    [Fact]
    public void What_rates_left_on_the_account_of_the_factor_goes_with_the_last_payment()
    {
        var books = Books.InEuro();
        var none = Money.Of(0, Currency.Usd);
        ExchangeRate Rate(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Books.Day, "ECB");
        Expect.Success(books.Invoice("A", Money.Of(1000, Currency.Usd), Rate(0.90m)));
        var one = Take(books, null, Assign(books, Facts(Loan, Currency.Usd), "A"));
        one = Take(books, one, one.Fund(new() { Entry = books.NextEntry(), On = Day, Fee = none, Interest = none, Rate = Rate(0.90m) }, books.Policy, Anna, At));
        one = Take(books, one, one.Collect(books["A"], Cash(books, 790, 20, Rate(1.00m), Currency.Usd), books.Policy, Anna, At));
        one = Take(books, one, one.TakeBack(books["A"], FactoringReturnReason.Disputed, Back(books, 21), books.Policy, Anna, At));
        // We owe him 10, which 720 borrowed and 790 collected have left at 70 on the other side.
        Assert.Equal((Money.Of(-10, Currency.Usd), Eur(70)), (one.Balance.Document, one.Balance.Functional));
        one = Take(books, one, one.PayFactor(Cash(books, 10, 22, Rate(1.00m), Currency.Usd), books.Policy, Anna, At));
        Assert.Equal((true, Eur(0), Eur(80)), (one.IsFinished, one.Balance.Functional, books.Balance(AccountRole.RealisedLoss)));
    }

    [Fact]
    public void What_can_not_be_assigned_is_found_together()
    {
        var books = TwoInvoices();
        Expect.Success(books.Receive("P", Eur(5)));
        var wrong = Assign(books, Facts(new() { Contract = "", AdvanceRate = Percentage.Zero, Treatment = FactoringTreatment.Borrowing }) with { Assignment = default }, "A", "A", "P");
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(FactoringErrors.Incomplete, wrong).Code));
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(FactoringErrors.BadTerms, wrong).Code));
        Expect.Refused(FactoringErrors.NotAssignable, wrong);
        Expect.Refused(FactoringErrors.AlreadyAssigned, wrong);
        Expect.Refused(LedgerErrors.DateBeforeDocument, Assign(books, Facts() with { On = Books.Day.PlusDays(-1) }, "A"));
        var one = Take(books, null, Assign(books, Facts(), "A"));
        Expect.Refused(FactoringErrors.DateBeforeAssignment, one.Collect(books["A"], Cash(books, 1, -1), books.Policy, Anna, At));
        Expect.Refused(FactoringErrors.AmountNotPositive, one.Collect(books["A"], Cash(books, 0, 1), books.Policy, Anna, At));
        Expect.Found(FactoringErrors.StateBroken, (one with { Lines = [] }).Check());
        Expect.Found(FactoringErrors.StateBroken, (one with { FundedOn = Day }).Check());
    }

    [Fact]
    public void Aging_shows_what_is_with_the_factor_apart_on_any_day()
    {
        var books = TwoInvoices();
        var one = Funded(books);
        var collected = Take(books, one, one.Collect(books["B"], Cash(books, 300, 50), books.Policy, Anna, At));
        var back = Take(books, collected, collected.TakeBack(books["A"], FactoringReturnReason.NotPaid, Back(books, 100), books.Policy, Anna, At));
        (Money Own, Money Factored) On(int days)
        {
            var aging = FactoredAging.Of(books.All, [back], Day.PlusDays(days), new());
            return (aging.Own.Total(Currency.Eur), aging.Factored.Total(Currency.Eur));
        }
        Assert.Equal((Eur(1333.33m), Eur(0)), On(-1));
        Assert.Equal((Eur(0), Eur(1333.33m)), On(40));
        Assert.Equal((Eur(0), Eur(1033.33m)), On(60));
        Assert.Equal((Eur(1000), Eur(33.33m)), On(100));
        var loan = TwoInvoices();
        var pledged = FactoredAging.Of(loan.All, [Funded(loan, Loan)], Day, new());
        Assert.Equal((Eur(0), Eur(1333.33m)), (pledged.Own.Total(Currency.Eur), pledged.Factored.Total(Currency.Eur)));
    }
}
