namespace OrderToCash.Receivables.Tests;

/// <summary>Sequences that random commands found, shrunk to what matters in them.</summary>
public class LedgerCornerTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static ExchangeRate Rate(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Day, "test");

    private static Books InEuro(BadDebtMethod badDebt = default) => new(new()
    {
        FunctionalCurrency = Currency.Eur, Revaluation = RevaluationMethod.UntilSettled, TaxRelief = true, BadDebt = badDebt,
    });

    private static Result<LedgerDecision> Accrue(Books books, string item, string application, Money amount) => books.Commit(
        Ledger.AccrueInterest(books[item], books.Part(item, application, Day, amount), books.Policy, Books.Clerk, books.Now));

    private static Result<LedgerDecision> Revalue(Books books, decimal rate) => books.Commit(Ledger.Revalue(books.All, new()
    {
        Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = Day, Rates = [Rate(rate)],
    }, books.Policy, Books.Clerk, books.Now));

    private static Result<LedgerDecision> Reverse(Books books, JournalEntry entry) => books.Commit(
        Ledger.Reverse(books.All, entry, new() { Entry = books.NextEntry(), Date = Day }, books.Policy, Books.Clerk, books.Now));

    private static void InOrder(Books books) => Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));

    [Fact]
    public void Interest_on_foreign_money_stays_while_a_revaluation_or_an_application_counts_on_it()
    {
        var books = InEuro();
        Expect.Success(books.Receive("P", Usd(1), Rate(0.9m)));
        Expect.Success(books.Invoice("I", Usd(1), Rate(0.9m)));
        Expect.Success(Accrue(books, "P", "interest", Usd(0.5m)));
        Expect.Success(books.Apply(Day, Books.Request("A", "P", "I", Usd(1))));
        Expect.Success(Revalue(books, 0.8m));
        var before = books.All;
        Expect.Refused(LedgerErrors.UsedSince, books.Unapply("interest", Day));
        Expect.Refused(LedgerErrors.UsedSince, Reverse(books, books.Journal[2]));
        Assert.Equal(before, books.All);

        Expect.Success(Reverse(books, books.Journal[^1]));
        Expect.Refused(LedgerErrors.UsedSince, books.Unapply("interest", Day));
        Expect.Success(books.Unapply("A", Day));
        Expect.Success(books.Unapply("interest", Day));
        Assert.Equal((Usd(-1), Eur(-0.90m)), (books["P"].Open, books["P"].OpenFunctional));
        InOrder(books);
    }

    [Fact]
    public void Interest_in_the_books_own_currency_goes_back_as_far_as_it_is_open()
    {
        var books = InEuro();
        Expect.Success(books.Receive("P", Eur(1)));
        Expect.Success(Accrue(books, "P", "interest", Eur(0.5m)));
        Expect.Success(books.Refund("P", "R", Day, Eur(1)));
        Expect.Success(books.Unapply("interest", Day));
        Assert.True(books["P"].Open.IsZero);
        Expect.Refused(LedgerErrors.NothingOpen, Accrue(books, "P", "late", Eur(1)));
        InOrder(books);
    }

    [Fact]
    public void A_credit_that_gave_a_contract_asset_back_is_not_taken_back_itself()
    {
        var books = InEuro();
        Expect.Success(books.Commit(Ledger.RecogniseBeforeInvoice(new()
        {
            Entry = books.NextEntry(), Item = new("K"), LegalEntity = Books.Entity, Customer = Books.Customer, Date = Day, Amount = Eur(40),
        }, books.Policy, Books.Clerk, books.Now)));
        var invoice = Expect.Success(Draft(books, new() { ContractAssets = [new("K")] })).Entries[0];
        var credit = Expect.Success(CreditWhole(books, invoice)).Entries[0];
        Assert.Equal(Eur(40), books["K"].Open);
        var refused = Expect.Refused(LedgerErrors.ReversalOfReversal, Reverse(books, credit));
        Assert.Contains(invoice.Id.Value, refused.Message, StringComparison.Ordinal);
        InOrder(books);
    }

    [Fact]
    public void A_credit_of_a_deferral_that_was_revalued_makes_the_revaluation_a_result()
    {
        var books = InEuro();
        var invoice = Expect.Success(Draft(books, new()
        {
            Deferred = [new() { Item = new("S"), Role = AccountRole.RefundLiability, Amount = Usd(40) }], Rate = Rate(0.9m),
        })).Entries[0];
        Expect.Success(Revalue(books, 0.8m));
        Expect.Success(CreditWhole(books, invoice));
        Assert.True(books.Items.Values.All(i => i.Open.IsZero && i.OpenAdjustment.IsZero));
        Assert.True(books.Balance(AccountRole.FxAdjustment).IsZero);
        InOrder(books);
    }

    [Fact]
    public void Opening_credits_and_debts_that_cancel_in_dollars_but_not_in_euro_keep_both_sides()
    {
        var books = InEuro();
        Expect.Success(books.Commit(Ledger.OpenBalance(new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = Day,
            Items =
            [
                new() { Item = new("I"), Customer = Books.Customer, DocumentNumber = "I", DocumentDate = Day, DueDate = Day, Amount = Usd(10), Rate = Rate(0.9m) },
                new() { Item = new("C"), Customer = Books.Customer, DocumentNumber = "C", DocumentDate = Day, DueDate = Day, Amount = Usd(-10), Rate = Rate(0.8m) },
            ],
        }, books.Policy, Books.Clerk, books.Now)));
        Assert.Equal(Story.Lines("""
            C equity.opening 10.00 USD = 9.00 EUR
            C liability.customer-credit 10.00 USD = 8.00 EUR C
            D equity.opening 10.00 USD = 8.00 EUR
            D receivable.trade 10.00 USD = 9.00 EUR I
            """), books.LastEntry);
    }

    [Fact]
    public void A_part_of_a_bad_debt_with_tax_on_cash_is_opened_again_to_the_cent()
    {
        var books = InEuro(BadDebtMethod.Allowance);
        Expect.Success(Draft(books, new() { Net = Usd(10.05m), Taxes = [new() { Percent = Percentage.Of(19.5m) }], Rate = Rate(0.92m), IsTaxOnCash = true }));
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["I"], books.Part("I", "B", Day), books.Policy, Books.Clerk, books.Now)));
        for (var part = 1; part <= 3; part++)
        {
            Expect.Success(books.Commit(Ledger.ReinstateBadDebt(
                books["I"], books.Part("I", $"R{part}", Day, Usd(2.65m)), books.Policy, Books.Clerk, books.Now)));
            Assert.Equal(Usd(2.65m * part), books["I"].Open);
            InOrder(books);
        }
        Expect.Success(books.Commit(Ledger.ReinstateBadDebt(books["I"], books.Part("I", "R4", Day), books.Policy, Books.Clerk, books.Now)));
        Assert.Equal(books["I"].Amount, books["I"].Open);
        Assert.True(books.Balance(AccountRole.OutputTax).IsZero);
    }

    [Fact]
    public void Revenue_that_a_contract_asset_took_away_leaves_the_rate_of_a_deposit_as_a_result()
    {
        var books = InEuro();
        Expect.Success(books.Commit(Ledger.ReceivePayment(
            books.PaymentOf("Q", Usd(10), Rate(0.8m)) with { Kind = OpenItemKind.Deposit }, books.Policy, Books.Clerk, books.Now)));
        Expect.Success(books.Commit(Ledger.RecogniseBeforeInvoice(new()
        {
            Entry = books.NextEntry(), Item = new("K"), LegalEntity = Books.Entity, Customer = Books.Customer, Date = Day, Amount = Usd(40), Rate = Rate(0.9m),
        }, books.Policy, Books.Clerk, books.Now)));
        Expect.Success(Draft(books, new() { Net = Usd(40), Rate = Rate(0.9m), ContractAssets = [new("K")], Deposits = [new("Q")] }));
        Assert.Equal(Eur(1), books.Balance(AccountRole.RealisedLoss));
        InOrder(books);
    }

    [Fact]
    public void Many_taxes_in_a_few_cents_never_take_more_than_there_is()
    {
        var books = InEuro();
        books.Policy = books.Policy with { BadDebt = BadDebtMethod.Direct };
        Expect.Success(Draft(books, new()
        {
            Net = Usd(0.01m), Rate = Rate(0.25m),
            Taxes = [.. Enumerable.Range(1, 4).Select(n => new DraftTax { Fixed = Usd(0.02m), Role = new($"tax.output.level-{n}") })],
        }));
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["I"], books.Part("I", "B", Day), books.Policy, Books.Clerk, books.Now)));
        InOrder(books);
    }

    [Fact]
    public void Money_does_not_bounce_on_a_day_it_was_paid_back_with_its_interest()
    {
        var books = InEuro();
        Expect.Success(books.Receive("P", Eur(1)));
        Expect.Success(Accrue(books, "P", "interest", Eur(3)));
        Expect.Success(books.Refund("P", "R", Day));
        Expect.Success(books.Unapply("R", Day.PlusDays(1)));
        Expect.Refused(LedgerErrors.MoreThanOpen, books.Return("P", Day));
        Expect.Success(books.Return("P", Day.PlusDays(1)));
        Assert.Empty(books["P"].Check());
    }

    [Fact]
    public void An_application_is_not_taken_back_on_a_broken_item()
    {
        var books = InEuro();
        Expect.Success(books.Invoice("I", Eur(10)));
        Expect.Success(books.Receive("P", Eur(10)));
        Expect.Success(books.Apply(Day, Books.Request("A", "P", "I", Eur(4))));
        books.Items[new("I")] = books["I"] with { FunctionalAmount = -books["I"].FunctionalAmount };
        Expect.Refused(LedgerErrors.ItemQuarantined, books.Unapply("A", Day));
        Expect.Refused(LedgerErrors.ItemQuarantined, books.Return("P", Day));
    }

    [Fact]
    public void A_fixed_tax_above_a_lowered_net_is_given_up_with_it()
    {
        var books = InEuro();
        books.Policy = books.Policy with { BadDebt = BadDebtMethod.Direct };
        Expect.Success(Draft(books, new() { Net = Eur(-3), Taxes = [new() { Fixed = Eur(5), Role = new("tax.output.fixed") }] }));
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["I"], books.Part("I", "B", Day), books.Policy, Books.Clerk, books.Now)));
        Assert.Equal(Story.Lines("""
            C expense.bad-debt 3.00 EUR
            C receivable.trade 2.00 EUR I
            D tax.output.fixed 5.00 EUR
            """), books.LastEntry);
    }

    /// <summary>What a draft of a test leaves open.</summary>
    private sealed record Draftable
    {
        public Money Net { get; init; } = Eur(100);
        public EquatableArray<DraftTax> Taxes { get; init; }
        public ExchangeRate? Rate { get; init; }
        public EquatableArray<DeferredPart> Deferred { get; init; }
        public EquatableArray<OpenItemId> ContractAssets { get; init; }
        public EquatableArray<OpenItemId> Deposits { get; init; }
        public bool IsTaxOnCash { get; init; }
    }

    private static Result<LedgerDecision> Draft(Books books, Draftable draft)
    {
        var net = draft.Deferred.IsEmpty ? draft.Net : Usd(100);
        var facts = new InvoiceDraft
        {
            Entry = books.NextEntry(), Item = new("I"), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = "I", Date = Day,
            DueDate = Day.PlusDays(30), Net = net, Taxes = draft.Taxes, Rate = draft.Rate, Deferred = draft.Deferred,
            ContractAssets = draft.ContractAssets, Deposits = draft.Deposits, IsTaxOnCash = draft.IsTaxOnCash,
        }.ToFacts(books.All, books.Policy.DiscountMethod);
        return books.Commit(Ledger.IssueInvoice(books.All, facts, books.Policy, Books.Clerk, books.Now));
    }

    private static Result<LedgerDecision> CreditWhole(Books books, JournalEntry invoice) => books.Commit(Ledger.CreditWholeInvoice(books.All, invoice, new()
    {
        Entry = books.NextEntry(), Item = new("CW"), Application = new("W"), DocumentNumber = "CW", Date = Day,
    }, books.Policy, Books.Clerk, books.Now));
}
