namespace OrderToCash.Receivables.Tests;

public class LedgerRefusalTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static Books Filled()
    {
        var books = Books.InEuro(tolerance: 1);
        books.Invoice("A", Eur(100), discounts: [new() { Until = Day.PlusDays(5), Percentage = Percentage.Of(2), Discount = Eur(2) }]);
        books.Receive("P", Eur(500));
        return books;
    }

    private static Result<LedgerDecision> Apply(Books books, ApplicationRequest request) => books.Apply(Day, request);

    private static ApplicationRequest Pay(decimal amount) => Books.Request("1", "P", "A", Eur(amount));

    [Fact]
    public void More_than_is_open_is_refused_on_either_side_with_the_figures()
    {
        var error = Expect.Refused(LedgerErrors.MoreThanOpen, Apply(Filled(), Pay(100.01m)));
        Assert.Equal(("100.01 EUR", "100.00 EUR", "A"), (error.Fact("amount"), error.Fact("open"), error.Fact("item")));
        Assert.Equal("applications[0].amount", error.Target);
        var books = Filled();
        books.Invoice("BIG", Eur(1000));
        Expect.Refused(LedgerErrors.MoreThanOpen, Apply(books, Books.Request("1", "P", "BIG", Eur(600))));
    }

    [Fact]
    public void A_back_dated_application_must_not_make_the_past_cross_zero()
    {
        var books = Filled();
        books.Apply(Day.PlusDays(1), Pay(100));
        books.Unapply("1", Day.PlusDays(20));
        Expect.Refused(LedgerErrors.MoreThanOpen, books.Apply(Day.PlusDays(12), Books.Request("2", "P", "A", Eur(1))));
        Expect.Success(books.Apply(Day.PlusDays(20), Books.Request("2", "P", "A", Eur(100))));

        books.Invoice("B", Eur(500));
        books.Invoice("C", Eur(500));
        books.Receive("Q", Eur(500));
        books.Apply(Day.PlusDays(1), Books.Request("3", "Q", "B", Eur(500)));
        books.Unapply("3", Day.PlusDays(20));
        Expect.Refused(LedgerErrors.MoreThanOpen, books.Apply(Day.PlusDays(12), Books.Request("4", "Q", "C", Eur(1))));
    }

    [Fact]
    public void Several_applications_can_not_take_the_same_rest() =>
        Expect.Refused(LedgerErrors.MoreThanOpen, Filled().Apply(Day, Pay(60), Books.Request("2", "P", "A", Eur(60))));

    [Fact]
    public void Currencies_customers_and_legal_entities_do_not_mix()
    {
        var books = Filled();
        Expect.Refused(LedgerErrors.OtherCurrency, Apply(books, Books.Request("1", "P", "A", Usd(1))));
        books.Items[new("P")] = books["P"] with { Customer = new("C-2"), LegalEntity = new("LE-2") };
        var refused = Apply(books, Pay(1));
        Expect.Refused(LedgerErrors.OtherCustomer, refused);
        Expect.Refused(LedgerErrors.OtherLegalEntity, refused);
    }

    [Fact]
    public void What_belongs_to_another_account_is_not_drawn_in_by_an_invoice_a_recovery_or_a_chargeback()
    {
        var books = Filled();
        Expect.Success(books.Commit(Ledger.ReceivePayment(
            books.PaymentOf("Q", Eur(50)) with { Kind = OpenItemKind.Deposit, Customer = new("C-2") }, books.Policy, Books.Clerk, books.Now)));
        Result<LedgerDecision> Final(LegalEntityId entity, CustomerId customer) => Ledger.IssueInvoice(books.All, new InvoiceDraft
        {
            Entry = books.NextEntry(), Item = new("F"), LegalEntity = entity, Customer = customer, DocumentNumber = "F", Date = Day, Net = Eur(100),
            Deposits = [new("Q")],
        }.ToFacts(books.All), books.Policy, Books.Clerk, books.Now);
        Expect.Refused(LedgerErrors.OtherCustomer, Final(Books.Entity, Books.Customer));
        Expect.Refused(LedgerErrors.OtherLegalEntity, Final(new("LE-2"), new("C-2")));
        Expect.Success(Final(Books.Entity, new("C-2")));

        Expect.Refused(LedgerErrors.OtherCustomer, Ledger.ReceiveChargeback([], books["P"], new()
        {
            Entry = books.NextEntry(), Item = new("B"), Customer = new("C-2"), DocumentNumber = "case", Date = Day,
        }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.OtherCustomer, Ledger.ReleaseDeposits(
            [books["Q"] with { Customer = new("C-3"), Applications = [Gone("X")] }, books["Q"] with { Id = new("R"), Applications = [Gone("X")] }],
            new() { Entry = books.NextEntry(), Invoice = new("X"), DocumentNumber = "CN", Date = Day }, books.Policy, Books.Clerk, books.Now));
    }

    private static Application Gone(string entry) => new()
    {
        Id = new(entry), Kind = ApplicationKind.Transfer, Counterpart = default, Amount = Eur(-50), FunctionalAmount = Eur(-50), On = Day,
        RecordedAt = default, Entry = new(entry),
    };

    [Fact]
    public void An_item_given_in_two_states_is_not_posted_to()
    {
        var books = Filled();
        var facts = new ApplyFacts { Entry = books.NextEntry(), Date = Day, Applications = [Pay(100)] };
        EquatableArray<OpenItem> twice = [books["A"], books["P"], books["A"] with { Amount = Eur(90), FunctionalAmount = Eur(90) }];
        Expect.Refused(LedgerErrors.ItemQuarantined, Ledger.Apply(twice, facts, books.Policy, Books.Clerk, books.Now));
        Expect.Success(Ledger.Apply([books["A"], books["P"], books["A"]], facts, books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void Parts_that_do_not_fit_their_item_are_found_in_it()
    {
        var item = Filled()["A"];
        Expect.Found(OpenItemErrors.PartsBroken, (item with { PendingTax = Usd(1) }).Check());
        Expect.Found(OpenItemErrors.PartsBroken, (item with { TaxRoles = [AccountRole.OutputTax] }).Check());
        Assert.Empty((item with { PendingTax = Eur(1) }).Check());
    }

    [Fact]
    public void Only_credits_settle_and_only_what_is_owed_is_settled()
    {
        var refused = Apply(Filled(), Books.Request("1", "A", "P", Eur(1)));
        Expect.Refused(LedgerErrors.NotACredit, refused);
        Expect.Refused(LedgerErrors.NotADebit, refused);
        Expect.Refused(LedgerErrors.NotACredit, Filled().Refund("A", "1", Day));
    }

    [Fact]
    public void Amounts_are_above_zero()
    {
        Expect.Refused(LedgerErrors.AmountNotPositive, Apply(Filled(), Pay(0)));
        Expect.Refused(LedgerErrors.AmountNotPositive, Filled().Receive("Q", Eur(-5)));
        Expect.Refused(LedgerErrors.AmountNotPositive, Filled().Invoice("B", Eur(0)));
        Expect.Refused(LedgerErrors.AmountNotPositive, Filled().Credit("B", Eur(-1)));
        Expect.Refused(LedgerErrors.AmountNotPositive, Filled().Return("P", Day, Eur(-1)));
    }

    [Fact]
    public void Dates_are_not_before_the_document_nor_before_the_application()
    {
        var books = Filled();
        Expect.Refused(LedgerErrors.DateBeforeDocument, books.Apply(Day.PlusDays(-1), Pay(1)));
        books.Apply(Day.PlusDays(3), Pay(1));
        Expect.Refused(LedgerErrors.DateBeforeApplication, books.Unapply("1", Day.PlusDays(2)));
        Expect.Refused(LedgerErrors.DateBeforeApplication, books.Return("P", Day.PlusDays(2)));
    }

    [Fact]
    public void Nothing_is_posted_in_a_locked_period()
    {
        var books = Filled();
        books.Policy = books.Policy with { LockedThrough = Day };
        var error = Expect.Refused(LedgerErrors.PeriodLocked, Apply(books, Pay(1)));
        Assert.Equal("2026-03-02", error.Fact("lockedThrough"));
        Expect.Refused(LedgerErrors.PeriodLocked, books.Invoice("B", Eur(1)));
        Expect.Success(books.Apply(Day.PlusDays(1), Pay(1)));
    }

    [Fact]
    public void A_reversal_is_made_once_and_not_reversed()
    {
        var books = Filled();
        books.Apply(Day, Pay(100));
        Expect.Success(books.Unapply("1", Day.PlusDays(1)));
        Expect.Refused(LedgerErrors.AlreadyReversed, books.Unapply("1", Day.PlusDays(2)));
        Expect.Refused(LedgerErrors.ApplicationUnknown, books.Unapply("7", Day));
        Expect.Refused(LedgerErrors.ApplicationExists, Apply(books, Pay(100)));
    }

    [Fact]
    public void Items_are_named_once_and_all_of_them_are_there()
    {
        var books = Filled();
        Expect.Refused(LedgerErrors.ItemUnknown, Apply(books, Books.Request("1", "P", "NONE", Eur(1))));
        Expect.Refused(LedgerErrors.ItemExists, books.Credit("A", Eur(1)));
        books.Apply(Day, Pay(1));
        Expect.Refused(LedgerErrors.ItemUnknown, Ledger.Unapply(
            [books["P"]], new() { Entry = books.NextEntry(), Application = new("1"), Date = Day }, books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void A_discount_must_run_and_the_money_must_be_enough()
    {
        Expect.Refused(LedgerErrors.NoDiscount, Filled().Apply(Day.PlusDays(6), Pay(98) with { TakeDiscount = true }));
        var error = Expect.Refused(LedgerErrors.DiscountNotEarned, Apply(Filled(), Pay(97) with { TakeDiscount = true }));
        Assert.Equal("1.00 EUR", error.Fact("short"));
        Expect.Success(Apply(Filled(), Pay(97) with { TakeDiscount = true, Rest = RestTreatment.SmallDifference }));
    }

    [Fact]
    public void Differences_above_the_tolerance_stay_open()
    {
        Expect.Refused(LedgerErrors.AboveTolerance, Apply(Filled(), Pay(98) with { Rest = RestTreatment.SmallDifference }));
        Expect.Refused(LedgerErrors.AboveTolerance, Filled().WriteOff("A", "1", Day));
        var books = Filled();
        books.Policy = books.Policy with { SmallDifference = null };
        Expect.Refused(LedgerErrors.AboveTolerance, Apply(books, Pay(99.99m) with { Rest = RestTreatment.SmallDifference }));
    }

    [Fact]
    public void A_settlement_needs_something_open_in_its_currency()
    {
        var books = Filled();
        Expect.Refused(LedgerErrors.OtherCurrency, books.Refund("P", "1", Day, Usd(1)));
        Expect.Refused(LedgerErrors.MoreThanOpen, books.Refund("P", "1", Day, Eur(501)));
        Expect.Success(books.Refund("P", "1", Day));
        Expect.Refused(LedgerErrors.NothingOpen, books.Refund("P", "2", Day));
    }

    [Fact]
    public void Only_payments_bounce() => Expect.Refused(LedgerErrors.NotAPayment, Filled().Return("A", Day));

    [Fact]
    public void Foreign_amounts_need_their_rate()
    {
        Expect.Refused(LedgerErrors.RateMissing, Filled().Invoice("B", Usd(1)));
        var yen = new ExchangeRate(Currency.Jpy, Currency.Eur, 0.006m, Day, "ECB");
        Expect.Refused(LedgerErrors.RateMissing, Filled().Receive("Q", Usd(1), yen));
    }

    [Fact]
    public void Instalments_and_postings_are_one_total()
    {
        var books = Filled();
        var facts = new InvoiceFacts
        {
            Entry = books.NextEntry(),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = "B",
            DocumentDate = Day,
            Instalments = [new() { Item = new("B"), Instalment = new() { Number = 1, DueDate = Day, Amount = Eur(10) } }],
            Postings = [new() { Account = AccountRole.Sales, Amount = Eur(9) }],
        };
        Expect.Refused(LedgerErrors.TotalsDiffer, Ledger.IssueInvoice(facts, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.TotalsDiffer, books.Receive("Q", Eur(5), settles: Eur(6)));
        Expect.Refused(LedgerErrors.NothingToDo, Ledger.IssueInvoice(facts with { Instalments = [] }, books.Policy, Books.Clerk, books.Now));
        Expect.Refused(LedgerErrors.NothingToDo, books.Apply(Day));
    }
}
