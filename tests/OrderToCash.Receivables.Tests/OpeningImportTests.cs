using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public class OpeningImportTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static OpeningFile Read(string text, OpeningColumns? columns = null) =>
        OpeningFile.Read(text.ReplaceLineEndings("\n"), columns ?? new(), Currency.Eur, Day);

    private static OpeningPlan Plan(Books books, OpeningFile file, params OpeningTotal[] totals) =>
        OpeningPlan.Of(file.Rows, Books.Entity, Day, Currency.Eur, books.Items.Values, totals);

    private static void Post(Books books, OpeningPlan plan)
    {
        foreach (var facts in plan.Facts) Expect.Success(books.Commit(Ledger.OpenBalance(facts, books.Policy, Books.Clerk, books.Now)));
    }

    private const string Good = """
        customer,document,documentDate,dueDate,amount,currency,functional,reference
        C-1,INV-1,2026-01-10,2026-02-09,100.00,EUR,,RF18539007547034
        C-1,"CN ""7"", part",2026-01-20,,-30.00,,,
        C-2,INV-2,2026-02-01,2026-04-01,200.00,USD,180.00,
        """;

    [Fact]
    public void Old_books_are_taken_over_and_a_second_run_adds_nothing()
    {
        var (books, file) = (Books.InEuro(), Read(Good));
        Assert.Empty(file.Findings);
        OpeningTotal[] totals = [new() { Customer = new("C-1"), Total = Eur(70) }, new() { Total = Money.Of(200, Currency.Usd) }];
        var plan = Plan(books, file, totals);
        Assert.Empty(plan.Findings);
        Assert.Equal((3, 2), (plan.NewItems, plan.Facts.Count));
        Post(books, plan);
        Assert.Equal(Eur(180), books["C-2/INV-2"].OpenFunctional);
        Assert.Equal((OpenItemKind.CreditNote, "CN \"7\", part"), (books["C-1/CN \"7\", part"].Kind, books["C-1/CN \"7\", part"].DocumentNumber));
        Assert.Equal("RF18539007547034", books["C-1/INV-1"].PaymentReference);

        var again = Plan(books, file, totals);
        Assert.Equal((0, 3), (again.NewItems, again.AlreadyThere.Count));
        Assert.Empty(again.Findings);
        Assert.Equal(plan.Totals, again.Totals);
        Assert.All(again.Totals.Where(t => t.Expected is not null), t => Assert.True(t.IsMet));
        Assert.Empty(LedgerBalances.Of(books.Journal).Check(books.Items.Values));
    }

    [Fact]
    public void Every_bad_field_is_found_with_line_and_column_and_good_rows_go_on()
    {
        var file = Read("""
            customer,document,documentDate,amount,currency,rate,instalment,item
            C-1,INV-1,2026-01-10,100.00,EUR,,,
            C-1,INV-2,10.1.2026,12.345,EUR,,0,
            ,INV-3,2026-01-10,,EUR,,,
            C-1,INV-4,2026-01-10,5,XXX,,,
            C-1,INV-5,2026-01-10,5,USD,-1,,
            C-1,INV-6,2026-01-10,5
            C-1,"INV-7,2026-01-10,5,EUR,,,
            C-1,INV-8,2026-01-10,7,JPY,0.0061,2,
            """);
        string At(ErrorCode code, int index = 0) => file.Findings.Where(f => f.Code == code.Code).ElementAt(index).Target!;
        Assert.Equal(["C-1/INV-1", "C-1/INV-8/2"], file.Rows.Select(r => r.Opening.Item.Value));
        Assert.Equal([2, 9], file.Rows.Select(r => r.Line));
        Expect.Found(OpeningErrors.NotADate, file.Findings);
        Expect.Found(OpeningErrors.NotAnAmount, file.Findings);
        Expect.Found(OpeningErrors.NotANumber, file.Findings);
        Expect.Found(OpeningErrors.FieldMissing, file.Findings);
        Expect.Found(OpeningErrors.NotACurrency, file.Findings);
        Expect.Found(OpeningErrors.RowMalformed, file.Findings);
        Assert.Equal(("line 3, column 3", "line 3, column 4", "line 3, column 7"), (At(OpeningErrors.NotADate), At(OpeningErrors.NotAnAmount), At(OpeningErrors.NotANumber)));
        Assert.Equal(("line 4, column 1", "line 4, column 4"), (At(OpeningErrors.FieldMissing), At(OpeningErrors.FieldMissing, 1)));
        Assert.Equal(("line 5, column 5", "line 6, column 6"), (At(OpeningErrors.NotACurrency), At(OpeningErrors.NotANumber, 1)));
        Assert.Equal(("line 7, column 1", "line 8, column 1"), (At(OpeningErrors.RowMalformed), At(OpeningErrors.RowMalformed, 1)));
        Assert.Equal(9, file.Findings.Count);
    }

    [Fact]
    public void Files_of_other_countries_are_read_by_their_mapping()
    {
        var file = Read("""
            Debitor;Beleg;Datum;Betrag
            C-1;"R;1";31.12.2025;1.234,50
            C-1;R2;31.12.2025;-1 000,00
            C-1;R3;31.12.2025;1,234.50
            """, new() { Customer = "Debitor", Document = "Beleg", DocumentDate = "DATUM", Amount = "Betrag", Delimiter = ';', DecimalSeparator = ',', DatePattern = "dd.MM.uuuu" });
        Assert.Equal([Eur(1234.50m), Eur(-1000)], file.Rows.Select(r => r.Opening.Amount));
        Assert.Equal((new LocalDate(2025, 12, 31), "R;1"), (file.Rows[0].Opening.DueDate, file.Rows[0].Opening.DocumentNumber));
        Assert.Equal("line 4, column 4", Expect.Found(OpeningErrors.NotAnAmount, file.Findings).Target);
        Expect.Found(OpeningErrors.ColumnMissing, Read("a,b\n1,2").Findings);
        Assert.Empty(Read("").Rows);
        Expect.Found(OpeningErrors.NotAnId, Read($"customer,document,documentDate,amount\n{new string('x', 500)},D,2026-01-01,1").Findings);
    }

    private static OpeningRow Row(int line, string id, Money amount, LocalDate? on = null) => new()
    {
        Line = line, Opening = new() { Item = new(id), Customer = Books.Customer, DocumentNumber = id, DocumentDate = on ?? Day, DueDate = on ?? Day, Amount = amount },
    };

    [Fact]
    public void Rows_that_can_not_be_taken_over_are_found_and_the_others_are()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("since", Eur(5)));
        Post(books, OpeningPlan.Of([Row(1, "before", Eur(7))], Books.Entity, Day, Currency.Eur, books.All, []));
        var usd = Money.Of(3, Currency.Usd);
        var differs = Row(9, "two", usd);
        var plan = OpeningPlan.Of(
        [
            Row(1, "good", Eur(1)), Row(2, "good", Eur(1)), Row(3, "zero", Eur(0)), Row(4, "late", Eur(1), Day.PlusDays(1)), Row(5, "since", Eur(5)),
            Row(6, "before", Eur(8)), Row(7, "before too", Eur(8)), Row(8, "one", usd), differs with { Opening = differs.Opening with { Functional = Eur(-3) } },
        ], Books.Entity, Day, Currency.Eur, books.All, [new() { Total = Eur(17) }, new() { Customer = new("C-9"), Total = usd }]);
        Expect.Found(OpeningErrors.RowTwice, plan.Findings);
        Expect.Found(OpeningErrors.AmountZero, plan.Findings);
        Expect.Found(OpeningErrors.DateAfterOpening, plan.Findings);
        Expect.Found(OpeningErrors.ItemTaken, plan.Findings);
        Expect.Found(OpeningErrors.RowDiffers, plan.Findings);
        Expect.Found(OpeningErrors.ValueMissing, plan.Findings);
        Expect.Found(OpeningErrors.ValueDiffers, plan.Findings);
        Expect.Found(OpeningErrors.TotalDiffers, plan.Findings);
        Assert.Equal(["line 2", "line 3", "line 4", "line 5", "line 6", "line 8", "line 9", "totals", "totals"], plan.Findings.Select(f => f.Target));
        Assert.Equal(["good", "before too"], plan.Facts.Single().Items.Select(i => i.Item.Value));
        Post(books, plan);
        Assert.Equal(Eur(9), plan.Totals.Single(t => t.Customer.IsNone && t.Actual.Currency == Currency.Eur).Actual);
    }

    public sealed class AnyRows
    {
        public static Arbitrary<OpeningRow[]> Rows() => Arb.From(
            from count in Gen.Choose(0, 20)
            from numbers in Gen.ArrayOf(Gen.Choose(0, 15), count)
            from amounts in Gen.ArrayOf(Gen.Choose(-3, 9), count)
            select numbers.Select((n, i) => Row(i + 1, $"D{n}", Eur(amounts[i]), Day.PlusDays(-n + 1))).ToArray());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(AnyRows)])]
    public void Rows_in_any_number_of_runs_are_taken_over_once(OpeningRow[] rows)
    {
        var (once, twice) = (Books.InEuro(), Books.InEuro());
        OpeningPlan Run(Books books, IEnumerable<OpeningRow> part)
        {
            var plan = OpeningPlan.Of(part, Books.Entity, Day, Currency.Eur, books.All, []);
            Post(books, plan);
            return plan;
        }

        var whole = Run(once, rows);
        Run(twice, rows.Take(rows.Length / 2));
        Run(twice, rows.Take(rows.Length / 2));
        Run(twice, rows);
        Assert.Equal(0, Run(twice, rows).NewItems);
        Assert.Equal(LedgerBalances.Of(once.Journal).Items, LedgerBalances.Of(twice.Journal).Items);
        Assert.Equal(rows.Length, whole.NewItems + whole.Findings.Select(f => f.Target).Distinct().Count());
    }
}
