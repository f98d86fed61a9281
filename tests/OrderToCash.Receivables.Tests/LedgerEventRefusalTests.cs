namespace OrderToCash.Receivables.Tests;

public class LedgerEventRefusalTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Books Filled()
    {
        var books = Books.InEuro(tolerance: 1);
        Expect.Success(books.Invoice("A", Eur(100)));
        Expect.Success(books.Receive("P", Eur(500)));
        Expect.Success(books.Apply(Day.PlusDays(1), Books.Request("1", "P", "A", Eur(40))));
        return books;
    }

    private static Result<LedgerDecision> Reverse(Books books, int entry, int days) => books.Commit(Ledger.Reverse(
        books.All, books.Journal[entry], new() { Entry = books.NextEntry(), Date = Day.PlusDays(days) }, books.Policy, Books.Clerk, books.Now));

    [Fact]
    public void An_exception_opens_a_closed_period_for_one_person_until_a_moment()
    {
        var books = Filled();
        var exception = new LockException { By = Books.Clerk, From = Day, Until = books.Now + Duration.FromHours(1), Reason = "late freight bill" };
        books.Policy = books.Policy with { LockedThrough = Day.PlusDays(5), LockExceptions = [exception] };
        Expect.Success(books.Apply(Day.PlusDays(1), Books.Request("2", "P", "A", Eur(1))));
        Expect.Refused(LedgerErrors.PeriodLocked, books.Apply(Day.PlusDays(-1), Books.Request("3", "P", "A", Eur(1))));

        books.Policy = books.Policy with { LockExceptions = [exception with { By = Actor.Person("other") }] };
        Expect.Refused(LedgerErrors.PeriodLocked, books.Apply(Day.PlusDays(1), Books.Request("3", "P", "A", Eur(1))));

        books.Policy = books.Policy with { LockExceptions = [exception with { Until = books.Now - Duration.FromHours(1) }] };
        var expired = Expect.Refused(LedgerErrors.LockExceptionExpired, books.Apply(Day.PlusDays(1), Books.Request("3", "P", "A", Eur(1))));
        Assert.Equal(("clerk", "2026-03-07"), (expired.Fact("by"), expired.Fact("lockedThrough")));

        books.Policy = books.Policy with { LockExceptions = [exception], HardLockedThrough = Day.PlusDays(1) };
        Expect.Refused(LedgerErrors.PeriodLocked, books.Apply(Day.PlusDays(1), Books.Request("3", "P", "A", Eur(1))));
    }

    [Fact]
    public void Nothing_is_posted_on_top_of_a_broken_item()
    {
        var books = Filled();
        var broken = books["A"].Applications[0] with { Amount = Eur(140), FunctionalAmount = Eur(140) };
        books.Items[new("A")] = books["A"] with { Applications = [broken] };
        var error = Expect.Refused(LedgerErrors.ItemQuarantined, books.Apply(Day.PlusDays(2), Books.Request("2", "P", "A", Eur(1))));
        Assert.Equal(OpenItemErrors.CrossesZero.Code, error.Fact("code"));
        Expect.Found(LedgerErrors.ItemQuarantined, LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        Expect.Success(books.Invoice("B", Eur(10)));
        Expect.Success(books.Apply(Day.PlusDays(2), Books.Request("3", "P", "B", Eur(1))));
    }

    [Fact]
    public void An_item_that_the_journal_does_not_know_is_found()
    {
        var books = Filled();
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        books.Items[new("A")] = books["A"] with { Applications = [] };
        var found = Expect.Found(LedgerErrors.ItemDiffers, LedgerBalances.Of(books.Journal).Check(books.Items.Values));
        Assert.Equal(("100.00 EUR", "60.00 EUR"), (found.Fact("open"), found.Fact("journal")));
        books.Items.Remove(new("A"));
        Expect.Found(LedgerErrors.ItemDiffers, LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }

    [Fact]
    public void An_entry_is_taken_back_once_and_its_mirror_never()
    {
        var books = Filled();
        Expect.Refused(LedgerErrors.DateBeforeEntry, Reverse(books, 2, 0));
        Expect.Success(Reverse(books, 2, 2));
        Assert.Equal(books.Journal[2].Id, books.Journal[^1].Reverses);
        Expect.Refused(LedgerErrors.EntryReversed, Reverse(books, 2, 3));
        Expect.Refused(LedgerErrors.ReversalOfReversal, Reverse(books, 3, 3));
    }

    [Fact]
    public void What_was_used_since_is_not_taken_back()
    {
        var books = Filled();
        var error = Expect.Refused(LedgerErrors.UsedSince, Reverse(books, 0, 3));
        Assert.Equal(("A", "60.00 EUR", "100.00 EUR"), (error.Fact("item"), error.Fact("left"), error.Fact("amount")));
        Expect.Success(Reverse(books, 2, 3));
        Expect.Success(Reverse(books, 0, 3));
        Assert.Equal(Eur(0), books.Balance(AccountRole.TradeReceivable));
        Expect.Refused(LedgerErrors.UsedSince, Reverse(books, 0, 4));
    }

    [Fact]
    public void Refunded_money_does_not_bounce()
    {
        var books = Filled();
        Expect.Success(books.Refund("P", "R", Day.PlusDays(2), Eur(10)));
        Expect.Refused(LedgerErrors.UsedSince, books.Return("P", Day.PlusDays(3)));
    }

    [Fact]
    public void Only_money_that_came_in_is_charged_back()
    {
        var books = Filled();
        ChargebackFacts Case(Money? amount = null, Money? fee = null) => new()
        {
            Entry = books.NextEntry(), Item = new("CB"), Customer = Books.Customer, DocumentNumber = "case", Date = Day.PlusDays(3), Amount = amount, Fee = fee,
        };
        Result<LedgerDecision> Receive(JournalEntry receipt, ChargebackFacts facts) => Ledger.ReceiveChargeback(books.All, receipt, facts, books.Policy, Books.Clerk, books.Now);
        Expect.Refused(LedgerErrors.NotAReceipt, Receive(books.Journal[0], Case()));
        Expect.Refused(LedgerErrors.MoreThanOpen, Receive(books.Journal[1], Case(Eur(501))));
        Expect.Refused(LedgerErrors.OtherCurrency, Receive(books.Journal[1], Case(fee: Money.Of(1, Currency.Usd))));
        Expect.Refused(LedgerErrors.AmountNotPositive, Receive(books.Journal[1], Case(fee: Eur(-1))));
        Expect.Success(books.Commit(Receive(books.Journal[1], Case(Eur(300)))));
        Expect.Success(books.Return("P", Day.PlusDays(2)));
        Expect.Refused(LedgerErrors.ReversalOfReversal, Receive(books.Journal[^1], Case()));
    }

    [Fact]
    public void A_receipt_is_charged_back_once_until_the_money_comes_back()
    {
        var books = Filled();
        ChargebackFacts Case(string id, decimal? amount = null) => new()
        {
            Entry = books.NextEntry(), Item = new(id), Customer = Books.Customer, DocumentNumber = id, Date = Day.PlusDays(3), Amount = amount is { } a ? Eur(a) : null,
        };
        Result<LedgerDecision> Receive(ChargebackFacts facts) => books.Commit(
            Ledger.ReceiveChargeback(books.All, books["P"], facts, books.Policy, Books.Clerk, books.Now));
        Expect.Success(Receive(Case("CB-1", 200)));
        var refused = Expect.Refused(LedgerErrors.MoreThanOpen, Receive(Case("CB-2", 300.01m)));
        Assert.Equal("300.00 EUR", refused.Fact("open"));
        Expect.Success(Receive(Case("CB-2"))); // the rest
        Assert.Equal(Eur(300), books["CB-2"].Amount);
        Expect.Refused(LedgerErrors.MoreThanOpen, Receive(Case("CB-3")));
        Expect.Success(books.Commit(Ledger.ReverseChargeback(books["CB-1"], books.Part("CB-1", "back", Day.PlusDays(4)), books.Policy, Books.Clerk, books.Now)));
        Expect.Refused(LedgerErrors.ItemExists, Receive(Case("CB-1", 1)));
        Expect.Success(Receive(Case("CB-3")));
        Assert.Equal(Eur(200), books["CB-3"].Amount);
        Expect.Refused(LedgerErrors.NotAReceipt,
            Ledger.ReceiveChargeback([], books["A"], Case("CB-4"), books.Policy, Books.Clerk, books.Now));
        var other = Filled();
        Expect.Success(other.Return("P", Day.PlusDays(2)));
        Expect.Refused(LedgerErrors.EntryReversed,
            Ledger.ReceiveChargeback([], other["P"], Case("CB-5"), other.Policy, Books.Clerk, other.Now));
        Expect.Refused(LedgerErrors.ItemQuarantined, Ledger.ReceiveChargeback(
            [], books["P"] with { FunctionalAmount = Eur(1) }, Case("CB-6"), books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void A_bank_charge_booked_wrongly_is_taken_back_once()
    {
        var books = Filled();
        Expect.Success(books.Commit(Ledger.BookBankCharge(new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = Day, Amount = Eur(7.50m),
        }, books.Policy, Books.Clerk, books.Now)));
        var charge = books.Journal[^1];
        Result<LedgerDecision> Back(JournalEntryId before = default, int days = 1) => books.Commit(Ledger.Reverse([], charge, new()
        {
            Entry = books.NextEntry(), Date = Day.PlusDays(days), ReversedBy = before,
        }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.DateBeforeEntry, Back(days: -1));
        Expect.Success(Back());
        Assert.Equal(Eur(0), books.Balance(AccountRole.BankCharges));
        Expect.Refused(LedgerErrors.EntryReversed, Back(books.Journal[^1].Id));
    }

    [Fact]
    public void Interest_is_waived_chargebacks_come_back_and_nothing_else_does()
    {
        var books = Filled();
        var facts = books.Part("A", "W", Day.PlusDays(2));
        var error = Expect.Refused(LedgerErrors.WrongKind, Ledger.Waive(books["A"], facts, books.Policy, Books.Clerk, books.Now));
        Assert.Equal("Invoice", error.Fact("kind"));
        Expect.Refused(LedgerErrors.WrongKind, Ledger.ReverseChargeback(books["A"], facts, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.NotADebit, Ledger.WriteOffBadDebt(books["P"], facts with { Item = new("P") }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.NotACredit, Ledger.AccrueInterest(books["A"], facts with { Amount = Eur(1) }, books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void Only_what_was_written_off_is_reinstated_or_recovered()
    {
        var books = Filled();
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["A"], books.Part("A", "W", Day.PlusDays(2)), books.Policy, Books.Clerk, books.Now)));
        Result<LedgerDecision> Recover(decimal amount) => books.Commit(Ledger.RecoverBadDebt(books.All, new()
        {
            Entry = books.NextEntry(), Of = [new("A")], Date = Day.PlusDays(3), DocumentNumber = "bank", Cash = Eur(amount),
        }, books.Policy, Books.Clerk, books.Now));
        Result<LedgerDecision> Reinstate(decimal amount) =>
            books.Commit(Ledger.ReinstateBadDebt(books["A"], books.Part("A", $"W{amount}", Day.PlusDays(3), Eur(amount)), books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.MoreThanWrittenOff, Recover(60.01m));
        Expect.Success(Recover(20));
        var error = Expect.Refused(LedgerErrors.MoreThanWrittenOff, Reinstate(40.01m));
        Assert.Equal(("40.01 EUR", "40.00 EUR"), (error.Fact("amount"), error.Fact("writtenOff")));
        Expect.Success(Reinstate(40));
        Assert.Equal((Eur(40), Eur(20), Eur(20)), (books["A"].Open, books["A"].WrittenOff, books["A"].Recovered));

        var much = books["A"].Recoveries[0] with { Amount = Eur(21) };
        Expect.Found(OpenItemErrors.RecoveredTooMuch, (books["A"] with { Recoveries = [much] }).Check());
    }

    [Fact]
    public void An_invoice_defers_at_most_its_net()
    {
        var books = Books.InEuro();
        var draft = new InvoiceDraft
        {
            Entry = books.NextEntry(), Item = new("A"), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = "A", Date = Day, Net = Eur(100),
            Deferred = [new() { Item = new("S"), Role = AccountRole.ContractLiability, Amount = Eur(100.01m) }],
        };
        Expect.Refused(LedgerErrors.MoreThanInvoiced, Ledger.IssueInvoice(draft.ToFacts(), books.Policy, Books.Clerk, books.Now));
        var fits = draft with { Deferred = [draft.Deferred[0] with { Amount = Eur(100) }] };
        Expect.Success(books.Commit(Ledger.IssueInvoice(fits.ToFacts(), books.Policy, Books.Clerk, books.Now)));
        Expect.Refused(LedgerErrors.NoSuchPart, Ledger.RecogniseRevenue(books["S"], new()
        {
            Entry = books.NextEntry(), Item = new("S"), Application = new("1"), Date = Day, Part = 13, Parts = 12,
        }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.WrongKind, Ledger.IssueInvoice(books.All, (draft with
        {
            Item = new("B"), Deferred = [], ContractAssets = [new("S")],
        }).ToFacts(), books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void A_settled_item_keeps_no_revaluation()
    {
        var books = Books.InEuro();
        books.Policy = books.Policy with { Revaluation = RevaluationMethod.UntilSettled };
        var rate = new ExchangeRate(Currency.Usd, Currency.Eur, 0.9m, Day, "ECB");
        books.Invoice("A", Money.Of(100, Currency.Usd), rate);
        Result<LedgerDecision> Revalue(params ExchangeRate[] rates) => books.Commit(Ledger.Revalue(books.All, new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = Day.PlusDays(9), Rates = [.. rates],
        }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.RateMissing, Revalue());
        Expect.Refused(LedgerErrors.NothingToDo, Revalue(rate));
        Expect.Success(Revalue(new ExchangeRate(Currency.Usd, Currency.Eur, 0.95m, Day, "ECB")));
        books.Receive("P", Money.Of(100, Currency.Usd), rate, Day.PlusDays(10));
        Expect.Success(books.Apply(Day.PlusDays(10), Books.Request("1", "P", "A", Money.Of(100, Currency.Usd))));
        Expect.Refused(LedgerErrors.UsedSince, Reverse(books, 1, 11));
        var kept = books["A"].Applications[0] with { Revalued = null };
        Expect.Found(OpenItemErrors.RevaluationLeft, (books["A"] with { Applications = [kept] }).Check());
    }
}
