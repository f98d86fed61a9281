namespace OrderToCash.Receivables.Tests;

public class LedgerTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static ExchangeRate Dollar(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Books.Day, "ECB");

    private static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));

    private static TaxShare Share(decimal rate, decimal net, decimal tax) =>
        new() { Category = TaxCategory.Standard, Rate = Percentage.Of(rate), Base = Eur(net), Tax = Eur(tax), TaxPoint = Day };

    private static DiscountTier Tier(int days, decimal percent, Money discount) =>
        new() { Until = Day.PlusDays(days), Percentage = Percentage.Of(percent), Discount = discount };

    [Fact]
    public void Money_on_account_settles_two_invoices_and_the_second_stays_open_in_part()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Eur(3000)));
        Expect.Success(books.Invoice("B", Eur(2500)));
        Expect.Success(books.Receive("PAY", Eur(5000)));
        Expect.Success(books.Apply(Day, Books.Request("1", "PAY", "A", Eur(3000)), Books.Request("2", "PAY", "B", Eur(2000))));

        Assert.Equal(Lines("""
            D liability.unapplied-cash 5000.00 EUR PAY
            C receivable.trade 3000.00 EUR A
            C receivable.trade 2000.00 EUR B
            """), books.LastEntry);
        Assert.Equal(Eur(500), books["B"].Open);
        Assert.Equal(Eur(0), books["PAY"].Open);
        Assert.Equal(JournalEvents.PaymentApplied, books.Journal[^1].Event);
    }

    [Fact]
    public void What_is_paid_too_much_stays_a_credit_of_the_customer_and_can_be_paid_back()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(1000));
        Expect.Success(books.Commit(Ledger.ReceiveAndApply(
            [books["A"]], books.PaymentOf("OA", Eur(1200)) with { Role = AccountRole.CustomerCredit },
            [Books.Request("1", "OA", "A", Eur(1000))], books.Policy, Books.Clerk, books.Now)));

        Assert.Equal(Lines("""
            D cash.bank 1200.00 EUR
            C liability.customer-credit 200.00 EUR OA
            C receivable.trade 1000.00 EUR A
            """), books.LastEntry);
        Expect.Success(books.Refund("OA", "2", Day.PlusDays(10)));
        Assert.Equal(Lines("D liability.customer-credit 200.00 EUR OA\nC cash.bank 200.00 EUR"), books.LastEntry);
        Assert.True(books["OA"].Open.IsZero);
    }

    [Fact]
    public void A_discount_taken_in_time_corrects_the_tax_of_each_rate()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(172.60m), discounts: [Tier(10, 3, Eur(5.18m))], taxes: [Share(19, 100, 19), Share(7, 50.10m, 3.50m)]);
        books.Receive("PAY", Eur(167.42m), on: Day.PlusDays(10));
        Expect.Success(books.Apply(Day.PlusDays(10), Books.Request("1", "PAY", "A", Eur(167.42m), discount: true)));

        var taken = books["A"].Applications[0];
        Assert.Equal(Eur(5.18m), taken.Discount);
        Assert.Equal(["3.00 EUR + 0.57 EUR", "1.50 EUR + 0.11 EUR"], taken.DiscountShares.Select(s => $"{s.Base} + {s.Tax}"));
        Assert.Equal(Lines("""
            C receivable.trade 172.60 EUR A
            D liability.unapplied-cash 167.42 EUR PAY
            D revenue.discounts-allowed 4.50 EUR
            D tax.output 0.68 EUR
            """), books.LastEntry);
    }

    [Fact]
    public void Where_the_tax_stays_the_discount_is_all_net()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(1150), discounts: [Tier(10, 10, Eur(100))], taxes: [Share(15, 1000, 150)], mode: DiscountTaxMode.Excluded);
        books.Receive("PAY", Eur(1050));
        Expect.Success(books.Apply(Day, Books.Request("1", "PAY", "A", Eur(1050), discount: true)));
        Assert.Equal(Eur(-150), books.Balance(AccountRole.OutputTax));
        Assert.Equal(Eur(100), books.Balance(AccountRole.DiscountsAllowed));
    }

    [Fact]
    public void A_discount_is_computed_on_what_credit_notes_left()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(1000), discounts: [Tier(10, 2, Eur(20))]);
        Expect.Success(books.Credit("CN", Eur(100), applications: [Books.Request("1", "CN", "A", Eur(100))]));
        Assert.Equal(Lines("D revenue.sales-returns 100.00 EUR\nC receivable.trade 100.00 EUR A"), books.LastEntry);
        Assert.Equal(Eur(18), books["A"].DiscountOn(Day));
        Assert.Null(books["A"].DiscountOn(Day.PlusDays(11)));
    }

    [Fact]
    public void Exchange_results_come_from_carrying_amounts_and_the_last_part_takes_the_cent()
    {
        var books = Books.InEuro();
        books.Invoice("A", Usd(2400), Dollar(1.26968m));
        Assert.Equal(Eur(3047.23m), books["A"].FunctionalAmount);
        books.Receive("P1", Eur(1540), settles: Usd(1200));
        books.Receive("P2", Eur(1412), settles: Usd(1200));
        books.Apply(Day, Books.Request("1", "P1", "A", Usd(1200)));
        Assert.Equal(Lines("""
            C fx.realised-gain 0.00 USD = 16.38 EUR
            C receivable.trade 1200.00 USD = 1523.62 EUR A
            D liability.unapplied-cash 1200.00 USD = 1540.00 EUR P1
            """), books.LastEntry);
        Expect.Success(books.Apply(Day, Books.Request("2", "P2", "A", Usd(1200))));
        Assert.Equal(Lines("""
            C receivable.trade 1200.00 USD = 1523.61 EUR A
            D fx.realised-loss 0.00 USD = 111.61 EUR
            D liability.unapplied-cash 1200.00 USD = 1412.00 EUR P2
            """), books.LastEntry);
        Assert.True(books["A"].OpenFunctional.IsZero);
    }

    [Fact]
    public void At_one_rate_only_cents_are_left_and_they_are_no_exchange_result()
    {
        var books = Books.InEuro();
        books.Invoice("A", Usd(0.05m), Dollar(0.9m));
        books.Receive("P", Usd(0.05m), Dollar(0.9m));
        for (var i = 1; i <= 5; i++) Expect.Success(books.Apply(Day, Books.Request($"{i}", "P", "A", Usd(0.01m))));
        Assert.Equal(Eur(0), books.Balance(AccountRole.RealisedGain));
        Assert.Equal(Eur(0), books.Balance(AccountRole.RealisedLoss));
        Assert.True(books["A"].OpenFunctional.IsZero && books["P"].OpenFunctional.IsZero);
    }

    [Fact]
    public void A_small_difference_within_the_tolerance_is_given_up_and_comes_back_with_the_reversal()
    {
        var books = Books.InEuro(tolerance: 5);
        books.Invoice("A", Eur(1000));
        books.Receive("P", Eur(998.50m));
        Expect.Success(books.Apply(Day, Books.Request("1", "P", "A", Eur(998.50m), rest: RestTreatment.SmallDifference)));
        Assert.Equal(JournalEvents.PaymentAppliedWithWriteOff, books.Journal[^1].Event);
        Assert.Equal(Eur(1.50m), books.Balance(AccountRole.SmallDifferencesLost));

        Expect.Success(books.Unapply("1", Day.PlusDays(3)));
        Assert.Equal(Lines("""
            C expense.small-differences 1.50 EUR
            C liability.unapplied-cash 998.50 EUR P
            D receivable.trade 1000.00 EUR A
            """), books.LastEntry);
        Assert.Equal(Eur(1000), books["A"].Open);
        Assert.Equal(Eur(0), books["A"].OpenOn(Day.PlusDays(2)));
        Assert.Equal(Eur(1000), books["A"].OpenOn(Day.PlusDays(3)));
    }

    [Fact]
    public void What_banks_kept_on_the_way_closes_the_item()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(1000));
        books.Receive("P", Eur(985));
        Expect.Success(books.Apply(Day, Books.Request("1", "P", "A", Eur(985), rest: RestTreatment.BankCharge)));
        Assert.Equal(Eur(15), books.Balance(AccountRole.BankCharges));
        Assert.True(books["A"].Open.IsZero);
    }

    [Fact]
    public void Small_rests_can_be_given_up_on_their_own()
    {
        var books = Books.InEuro(tolerance: 2);
        books.Invoice("A", Eur(1.20m));
        books.Receive("P", Eur(0.70m));
        Expect.Success(books.WriteOff("A", "1", Day));
        Expect.Success(books.WriteOff("P", "2", Day));
        Assert.Equal(Eur(1.20m), books.Balance(AccountRole.SmallDifferencesLost));
        Assert.Equal(Eur(-0.70m), books.Balance(AccountRole.SmallDifferencesGained));
        Assert.Equal([JournalEvents.DifferenceWrittenOff, JournalEvents.CreditWrittenOff], books.Journal.TakeLast(2).Select(e => e.Event));
    }

    [Fact]
    public void A_bounced_payment_opens_again_what_it_had_settled_and_charges_stand_apart()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(119), discounts: [Tier(10, 2, Eur(2.38m))], taxes: [Share(19, 100, 19)]);
        books.Invoice("B", Eur(50));
        Expect.Success(books.Commit(Ledger.ReceiveAndApply(
            books.All, books.PaymentOf("P", Eur(166.62m)),
            [Books.Request("1", "P", "A", Eur(116.62m), discount: true), Books.Request("2", "P", "B", Eur(50))], books.Policy, Books.Clerk, books.Now)));
        var decision = Expect.Success(books.Return("P", Day.PlusDays(5), Eur(3)));

        Assert.Equal(Lines("""
            C cash.bank 166.62 EUR
            C revenue.discounts-allowed 2.00 EUR
            C tax.output 0.38 EUR
            D receivable.trade 119.00 EUR A
            D receivable.trade 50.00 EUR B
            """), Books.Text(decision.Entries[0]));
        Assert.Equal(Lines("D expense.bank-charges 3.00 EUR\nC cash.bank 3.00 EUR"), Books.Text(decision.Entries[1]));
        Assert.Equal((Eur(119), Eur(50), Eur(0)), (books["A"].Open, books["B"].Open, books["P"].Open));
        Assert.Equal(Eur(0), books["A"].OpenOn(Day.PlusDays(4)));
        Assert.Equal(Day.PlusDays(30), books["A"].DueDate);
        Expect.Refused(LedgerErrors.ApplicationExists, books.Return("P", Day.PlusDays(6)));
        Expect.Refused(LedgerErrors.NotReversible, books.Unapply("R-P", Day.PlusDays(6)));
    }

    [Fact]
    public void The_past_is_what_was_known_then()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(100));
        books.Receive("P", Eur(100));
        books.Apply(Day.PlusDays(1), Books.Request("1", "P", "A", Eur(100)));
        var known = books["A"].Applications[0].RecordedAt;
        books.Unapply("1", Day.PlusDays(2));
        Assert.Equal(Eur(100), books["A"].OpenAsOf(Day.PlusDays(9), known - Duration.FromSeconds(1)));
        Assert.Equal(Eur(0), books["A"].OpenAsOf(Day.PlusDays(9), known));
        Assert.Equal(Eur(100), books["A"].OpenAsOf(Day.PlusDays(9), books.Now));
        Assert.Equal(Eur(0), books["A"].OpenOn(Day.PlusDays(-1)));
        Assert.Equal(Eur(0), books["A"].OpenAsOf(Day, Instant.MinValue));
    }

    [Fact]
    public void A_foreign_invoice_is_converted_line_by_line_and_the_cents_are_shown()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Usd(0.03m), Dollar(0.5m), taxes:
        [
            new() { Category = TaxCategory.Standard, Rate = Percentage.Of(50), Base = Usd(0.02m), Tax = Usd(0.01m), TaxPoint = Day },
        ]));
        Assert.Equal(Lines("""
            C revenue.sales 0.02 USD = 0.01 EUR
            C tax.output 0.01 USD = 0.01 EUR
            D receivable.trade 0.03 USD = 0.02 EUR A
            """), books.LastEntry);
    }

    [Fact]
    public void One_payment_settles_two_thousand_invoices_in_one_event_an_item()
    {
        var books = Books.InEuro();
        var requests = new ApplicationRequest[2000];
        for (var i = 0; i < requests.Length; i++)
        {
            books.Invoice($"I{i}", Eur(10));
            requests[i] = Books.Request($"A{i}", "P", $"I{i}", Eur(10));
        }
        books.Receive("P", Eur(20_000));
        var decision = Expect.Success(books.Apply(Day, requests));
        Assert.Equal(2001, decision.Items.Count);
        Assert.All(decision.Items, item => Assert.Single(item.Events));
        Expect.Success(books.Return("P", Day));
        Assert.Equal(Eur(20_000), books.Balance(AccountRole.TradeReceivable));
    }
}
