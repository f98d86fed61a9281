using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>Tax that falls due with the payment (T7).</summary>
public class TaxOnCashTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Books WithInvoice(string net, EquatableArray<Percentage> instalments = default, ExchangeRate? rate = null)
    {
        var books = new Books(new() { FunctionalCurrency = Currency.Eur, TaxRelief = true });
        var draft = new InvoiceDraft
        {
            Entry = books.NextEntry(), Item = new("A"), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = "A", Date = Day,
            Net = Money.Parse(net), Taxes = [new() { Percent = Percentage.Of(19) }], Instalments = instalments, Rate = rate, IsTaxOnCash = true,
        };
        Expect.Success(books.Commit(Ledger.IssueInvoice(draft.ToFacts(), books.Policy, Books.Clerk, books.Now)));
        return books;
    }

    private static Result<LedgerDecision> Pay(Books books, string id, string amount, int days = 1)
    {
        books.Receive("P" + id, Money.Parse(amount));
        return books.Apply(Day.PlusDays(days), Books.Request(id, "P" + id, "A", Money.Parse(amount)));
    }

    [Fact]
    public void Each_payment_makes_its_part_of_the_tax_due_and_a_reversal_takes_it_back()
    {
        var books = WithInvoice("100.00 EUR");
        Assert.Equal(Money.Parse("-19.00 EUR"), books.Balance(AccountRole.PendingOutputTax));
        Expect.Success(Pay(books, "1", "39.67 EUR"));
        Assert.Equal(Story.Lines("""
            C receivable.trade 39.67 EUR A
            C tax.output 6.33 EUR
            D liability.unapplied-cash 39.67 EUR P1
            D tax.output.pending 6.33 EUR
            """), books.LastEntry);
        Expect.Success(Pay(books, "2", "39.67 EUR"));
        Assert.Equal(Money.Parse("-12.67 EUR"), books.Balance(AccountRole.OutputTax));
        Expect.Success(books.Unapply("1", Day.PlusDays(3)));
        Assert.Equal(Money.Parse("-6.34 EUR"), books.Balance(AccountRole.OutputTax));
        Expect.Success(Pay(books, "3", "79.33 EUR", 3));
        Assert.Equal((Money.Parse("-19.00 EUR"), Money.Parse("0.00 EUR")),
            (books.Balance(AccountRole.OutputTax), books.Balance(AccountRole.PendingOutputTax)));
    }

    [Fact]
    public void A_bad_debt_with_relief_leaves_no_tax_anywhere()
    {
        var books = WithInvoice("100.00 EUR");
        Expect.Success(Pay(books, "1", "19.00 EUR"));
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["A"], books.Part("A", "W", Day.PlusDays(9)), books.Policy, Books.Clerk, books.Now)));
        Assert.Equal((Money.Parse("-3.03 EUR"), Money.Parse("0.00 EUR")),
            (books.Balance(AccountRole.OutputTax), books.Balance(AccountRole.PendingOutputTax)));
    }

    [Fact]
    public void A_whole_credit_note_takes_back_both_the_tax_due_and_the_tax_to_come()
    {
        var books = WithInvoice("100.00 EUR", [Percentage.Of(50), Percentage.Of(50)]);
        books.Receive("P", Money.Parse("20.00 EUR"));
        Expect.Success(books.Apply(Day, Books.Request("1", "P", "A/1", Money.Parse("20.00 EUR"))));
        Expect.Success(books.Commit(Ledger.CreditWholeInvoice(books.All, books.Journal[0], new()
        {
            Entry = books.NextEntry(), Item = new("CN"), Application = new("2"), DocumentNumber = "CN", Date = Day.PlusDays(2),
        }, books.Policy, Books.Clerk, books.Now)));
        Assert.Equal((Money.Parse("0.00 EUR"), Money.Parse("0.00 EUR"), Money.Parse("-20.00 EUR")),
            (books.Balance(AccountRole.OutputTax), books.Balance(AccountRole.PendingOutputTax), books["CN"].Open));
    }

    public sealed class Payments
    {
        public static Arbitrary<int[]> Parts() => Arb.From(
            from count in Gen.Choose(1, 12) from parts in Gen.ArrayOf(Gen.Choose(1, 3000), count) select parts);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Payments)])]
    public void However_it_is_paid_the_tax_due_is_the_rounded_share_and_in_the_end_all_of_it(int[] parts)
    {
        var books = WithInvoice("200.00 USD", rate: new(Currency.Usd, Currency.Eur, 0.877m, Day, "ECB"));
        var rate = new ExchangeRate(Currency.Usd, Currency.Eur, 0.877m, Day, "ECB");
        for (var i = 0; i < parts.Length; i++)
        {
            var open = books["A"].Open;
            var amount = i + 1 == parts.Length ? open : Money.Min(Money.FromMinorUnits(parts[i], Currency.Usd), open);
            if (!amount.IsPositive) break;
            books.Receive($"P{i}", amount, rate);
            Expect.Success(books.Apply(Day, Books.Request($"{i}", $"P{i}", "A", amount)));
            var due = Money.Sum(books["A"].Applications.SelectMany(a => a.ExigibleTax).Select(s => s.Tax), Currency.Usd);
            var paid = books["A"].Amount - books["A"].Open;
            Assert.Equal(Money.Rounded(38m * paid.Amount / 238m, Currency.Usd, Rounding.HalfAwayFromZero), due);
        }
        Assert.True(books.Balance(AccountRole.PendingOutputTax).IsZero);
        Assert.Equal(Money.Of(-33.33m, Currency.Eur), books.Balance(AccountRole.OutputTax));
    }
}
