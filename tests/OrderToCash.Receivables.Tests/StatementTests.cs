using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public class StatementTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static AccountStatement Of(Books books, int from, int to, StatementKind kind, Instant? knownAt = null, IEnumerable<AgingParts>? parts = null) =>
        AccountStatement.Of(books.Items.Values, Books.Entity, Books.Customer, Day.PlusDays(from), Day.PlusDays(to), new() { Kind = kind }, knownAt, parts);

    private static Books AQuarter()
    {
        var books = Books.InEuro(tolerance: 1);
        Expect.Success(books.Invoice("INV-1", Eur(1190), on: Day, due: 30,
            discounts: [new() { Until = Day.PlusDays(10), Percentage = Percentage.Of(2), Discount = Eur(23.80m) }]));
        Expect.Success(books.Invoice("INV-2", Eur(500), on: Day.PlusDays(5), due: 10));
        Expect.Success(books.Receive("PAY-1", Eur(1166.20m), on: Day.PlusDays(8)));
        Expect.Success(books.Apply(Day.PlusDays(8), Books.Request("A1", "PAY-1", "INV-1", Eur(1166.20m), discount: true)));
        Expect.Success(books.Receive("PAY-2", Eur(499.50m), on: Day.PlusDays(20)));
        Expect.Success(books.Apply(Day.PlusDays(20), Books.Request("A2", "PAY-2", "INV-2", Eur(499.50m), rest: RestTreatment.SmallDifference)));
        Expect.Success(books.Credit("CN-1", Eur(100), on: Day.PlusDays(21)));
        Expect.Success(books.Return("PAY-2", Day.PlusDays(35)));
        return books;
    }

    [Fact]
    public void The_balance_is_carried_forward_with_everything_that_moved_it()
    {
        var statement = Of(AQuarter(), 5, 40, StatementKind.BalanceForward);
        Assert.Equal("""
            STATEMENT OF ACCOUNT C-1
            LE-1, 2026-03-07 to 2026-04-11

            Balance before 2026-03-07  1190.00 EUR

            Date        Document  What                                  Amount  Balance
            ---------------------------------------------------------------------------
            2026-03-07  INV-2     invoice                               500.00  1690.00
            2026-03-10  PAY-1     payment                             -1166.20   523.80
            2026-03-10  INV-1     discount or difference                -23.80   500.00
            2026-03-22  PAY-2     payment                              -499.50     0.50
            2026-03-22  INV-2     discount or difference                 -0.50     0.00
            2026-03-23  CN-1      credit note                          -100.00  -100.00
            2026-04-06  INV-2     discount or difference, taken back      0.50   -99.50
            2026-04-06  PAY-2     payment returned                      499.50   400.00

            Balance on 2026-04-11  400.00 EUR

            current    1-30  31-60  61-90   90+  credits   total
            ----------------------------------------------------
               0.00  400.00   0.00   0.00  0.00     0.00  400.00


            """.ReplaceLineEndings("\n"), StatementWriter.Text(statement));
    }

    [Fact]
    public void Open_items_are_stated_with_what_is_disputed_and_promised()
    {
        var parts = new[] { new AgingParts { Item = new("INV-2"), Disputed = Eur(120), Promised = Eur(1000) } };
        var statement = Of(AQuarter(), 5, 40, StatementKind.OpenItem, parts: parts);
        Assert.Equal("""
            currency,row,date,dueDate,document,instalment,what,amount,balance,daysPastDue,disputed,promised
            EUR,opening,2026-03-07,,,,,,1190.00,,,
            EUR,item,2026-03-07,2026-03-17,INV-2,1,Invoice,500.00,500.00,25,120.00,380.00
            EUR,item,2026-03-23,2026-03-23,CN-1,,CreditNote,-100.00,-100.00,0,,
            EUR,closing,2026-04-11,,,,,,400.00,,,

            """.ReplaceLineEndings("\n"), StatementWriter.Csv(statement));
        Assert.Contains("120.00", StatementWriter.Text(statement), StringComparison.Ordinal);
        Assert.Equal(statement.Sections[0].Closing, statement.Sections[0].Aging!.Total);
    }

    [Fact]
    public void A_statement_of_the_past_is_not_changed_by_what_is_recorded_later()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Eur(100)));
        var (then, statement) = (books.Now, Of(books, 0, 10, StatementKind.BalanceForward, books.Now));
        Expect.Success(books.Receive("P", Eur(60), on: Day.PlusDays(3)));
        Expect.Success(books.Apply(Day.PlusDays(3), Books.Request("1", "P", "A", Eur(60))));
        Assert.Equal(statement, Of(books, 0, 10, StatementKind.BalanceForward, then));
        Assert.Equal(Eur(40), Of(books, 0, 10, StatementKind.BalanceForward).Sections[0].Closing);
    }

    [Fact]
    public void Commas_and_quotes_of_document_numbers_stay_in_their_field()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A \"x\", y", Eur(100)));
        Assert.Contains(",\"A \"\"x\"\", y\",", StatementWriter.Csv(Of(books, 0, 10, StatementKind.OpenItem)), StringComparison.Ordinal);
        Assert.Empty(AccountStatement.Of(books.All, Books.Entity, new("another"), Day, Day, new()).Sections);
        Assert.Throws<ArgumentException>(() => Of(books, 1, 0, StatementKind.OpenItem));
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(Sequences)])]
    public void One_statement_begins_where_the_one_before_ends(Step[] steps)
    {
        var machine = new LedgerMachine(steps.Length == 0 ? 0 : steps[0].Second);
        foreach (var step in steps) machine.Do(step);
        var (books, closing) = (machine.Books, new Dictionary<Currency, Money>());
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(-400, -1), (0, 2), (3, 3), (4, 20), (21, 400)])
            foreach (var section in Of(books, from, to, StatementKind.BalanceForward).Sections)
            {
                var currency = section.Opening.Currency;
                Assert.Equal(closing.GetValueOrDefault(currency, Money.Zero(currency)), section.Opening);
                Assert.Equal(section.Closing, section.Opening + Money.Sum(section.Lines.Select(l => l.Amount), currency));
                Assert.Equal(section.Closing, section.Lines.IsEmpty ? section.Opening : section.Lines[^1].Balance);
                Assert.Equal(section.Closing, section.Aging?.Total ?? Money.Zero(currency));
                closing[currency] = section.Closing;
                var items = Of(books, from, to, StatementKind.OpenItem).Sections.Single(s => s.Opening.Currency == currency);
                Assert.Equal((section.Opening, section.Closing), (items.Opening, Money.Sum(items.Items.Select(i => i.Open), currency)));
            }
        foreach (var line in Of(books, -400, 400, StatementKind.BalanceForward).Sections.SelectMany(s => s.Lines))
            Assert.NotEqual("", StatementWriter.What(line));
    }
}
