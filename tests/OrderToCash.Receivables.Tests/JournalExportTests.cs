using FsCheck;

namespace OrderToCash.Receivables.Tests;

public class JournalExportTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static AccountRule Rule(AccountRole role, string account) => new() { Role = role, Account = account };

    private static AccountMapping Mapping(params AccountRule[] rules) => new() { Version = "2026-1", Rules = [.. rules] };

    private static AccountMapping Everything(Books books) => Mapping([.. books.Journal.SelectMany(e => e.Lines).Select(l => l.Account).Distinct()
        .Select((role, i) => Rule(role, $"{1000 + i}"))]);

    private static Books TwoEntries()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("INV-1", Eur(119), taxes:
            [new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = Eur(100), Tax = Eur(19), TaxPoint = Day }]));
        Expect.Success(books.Receive("PAY-1", Eur(119)));
        return books;
    }

    private static Result<JournalExport> Next(Books books, AccountMapping mapping, ExportPosition? after = null, int? limit = null) =>
        JournalExport.Next(books.Journal, Books.Entity, after ?? ExportPosition.Start, mapping, limit: limit);

    [Fact]
    public void The_journal_goes_out_by_account_with_its_totals()
    {
        var export = Expect.Success(Next(TwoEntries(), Mapping(Rule(AccountRole.TradeReceivable, "1200"), Rule(AccountRole.Sales, "4400"),
            Rule(AccountRole.OutputTax, "3806"), Rule(AccountRole.Bank, "1800"), Rule(AccountRole.UnappliedCash, "1710"))));
        Assert.Equal("""
            position,entry,date,account,side,amount,currency,functionalAmount,functionalCurrency,event,document,customer,item,role,taxCode,reverses
            1,J-1,2026-03-02,1200,D,119.00,EUR,119.00,EUR,InvoiceIssued,INV-1,C-1,INV-1,receivable.trade,,
            1,J-1,2026-03-02,4400,C,100.00,EUR,100.00,EUR,InvoiceIssued,INV-1,C-1,,revenue.sales,,
            1,J-1,2026-03-02,3806,C,19.00,EUR,19.00,EUR,InvoiceIssued,INV-1,C-1,,tax.output,,
            2,J-2,2026-03-02,1800,D,119.00,EUR,119.00,EUR,PaymentReceived,PAY-1,C-1,,cash.bank,,
            2,J-2,2026-03-02,1710,C,119.00,EUR,119.00,EUR,PaymentReceived,PAY-1,C-1,PAY-1,liability.unapplied-cash,,

            """.ReplaceLineEndings("\n"), export.ToCsv());
        var total = Assert.Single(export.Totals);
        Assert.Equal((5, Eur(238), Eur(238), Eur(238), Eur(238)), (total.Lines, total.Debit, total.Credit, total.FunctionalDebit, total.FunctionalCredit));
        Assert.Equal((2L, "2026-1"), (export.Entries, export.MappingVersion));
    }

    [Fact]
    public void Every_missing_account_is_found_at_once_and_nothing_goes_out()
    {
        var result = Next(TwoEntries(), Mapping(Rule(AccountRole.TradeReceivable, "1200"), Rule(AccountRole.Bank, "1800")));
        Expect.Refused(JournalExportErrors.MappingMissing, result);
        Assert.Equal(["revenue.sales", "tax.output", "liability.unapplied-cash"], result.Errors.Select(e => e.Facts.First(f => f.Name == "role").Value));
    }

    [Fact]
    public void Rules_without_an_account_or_twice_the_same_are_found()
    {
        var mapping = Mapping(Rule(AccountRole.Sales, "4400"), Rule(AccountRole.Sales, "4401"), Rule(AccountRole.Bank, " "));
        Expect.Found(JournalExportErrors.RuleTwice, mapping.Check());
        Expect.Found(JournalExportErrors.AccountEmpty, mapping.Check());
        Expect.Refused(JournalExportErrors.RuleTwice, Next(TwoEntries(), mapping));
    }

    [Fact]
    public void The_most_specific_rule_gives_the_account()
    {
        var sales = new AccountQuestion { Role = AccountRole.Sales, LegalEntity = new("DE"), Currency = Currency.Usd, CustomerGroup = "retail", TaxCode = "S19" };
        var all = Rule(AccountRole.Sales, "general");
        AccountRule[] rules =
        [
            all, all with { Currency = Currency.Usd, Account = "dollar" }, all with { TaxCode = "S19", Account = "tax" },
            all with { TaxCode = "S19", Currency = Currency.Usd, Account = "tax, dollar" }, all with { CustomerGroup = "retail", Account = "group" },
            all with { LegalEntity = new("DE"), Account = "entity" },
        ];
        string? Of(AccountQuestion question) => Mapping(rules).AccountOf(question);
        Assert.Equal(new string?[] { "entity", "group", "tax, dollar", "dollar", "general" }, new[]
        {
            Of(sales), Of(sales with { LegalEntity = new("FR") }), Of(sales with { LegalEntity = new("FR"), CustomerGroup = "trade" }),
            Of(new() { Role = AccountRole.Sales, Currency = Currency.Usd }), Of(new() { Role = AccountRole.Sales, Currency = Currency.Eur }),
        });
        Assert.Null(Of(new() { Role = AccountRole.Bank }));
    }

    [Fact]
    public void Tax_codes_and_groups_come_from_the_host()
    {
        var books = TwoEntries();
        var mapping = Everything(books);
        mapping = mapping with { Rules = mapping.Rules.Add(new() { Role = AccountRole.OutputTax, TaxCode = "DE-19", Account = "3806" }) };
        var export = Expect.Success(JournalExport.Next(books.Journal, Books.Entity, ExportPosition.Start, mapping,
            (entry, line) => new() { TaxCode = line.Account == AccountRole.OutputTax ? "DE-19" : "", CustomerGroup = entry.Customer == Books.Customer ? "retail" : "" }));
        Assert.Equal(("3806", "DE-19"), export.Lines.Where(l => l.Role == AccountRole.OutputTax).Select(l => (l.Account, l.TaxCode)).Single());
    }

    [Fact]
    public void A_journal_that_is_not_what_was_exported_stays_where_it_is()
    {
        var books = TwoEntries();
        var mapping = Everything(books);
        var first = Expect.Success(Next(books, mapping));
        Assert.Equal(first.To, Expect.Success(Next(books, mapping, first.To)).To);
        Assert.Empty(Expect.Success(Next(books, mapping, first.To)).Lines);
        var changed = JournalEntry.Restore(new()
        {
            Id = books.Journal[0].Id, LegalEntity = Books.Entity, FunctionalCurrency = Currency.Eur, Date = Day.PlusDays(1), RecordedAt = books.Now,
            Event = "InvoiceIssued", By = Books.Clerk, Lines = books.Journal[0].Lines,
        }).Value;
        Expect.Refused(JournalExportErrors.JournalDiffers, JournalExport.Next([changed, books.Journal[1]], Books.Entity, first.To, mapping));
        Expect.Refused(JournalExportErrors.PositionBeyond, JournalExport.Next([books.Journal[0]], Books.Entity, first.To, mapping));
        Assert.Throws<ArgumentOutOfRangeException>(() => Next(books, mapping, limit: 0));
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(Sequences)])]
    public void Parts_of_any_size_are_the_whole_once(Step[] steps, PositiveInt size)
    {
        var machine = new LedgerMachine(steps.Length == 0 ? 0 : steps[0].Second);
        foreach (var step in steps) machine.Do(step);
        var (books, limit) = (machine.Books, (size.Get % 7) + 1);
        var mapping = Everything(books);
        var whole = Expect.Success(Next(books, mapping));
        var (parts, position, again) = (new List<JournalExport>(), ExportPosition.Start, ExportPosition.Start);
        do
        {
            var part = Expect.Success(Next(books, mapping, position, limit));
            Assert.Equal(part, Expect.Success(JournalExport.Continue(books.Journal.Skip((int)position.Count), Books.Entity, position, mapping, limit: limit)));
            parts.Add(part);
            (again, position) = (position, part.To);
        }
        while (position != again);
        Assert.Equal((whole.Lines, whole.To), (parts.SelectMany(p => p.Lines).ToEquatableArray(), position));
        foreach (var total in whole.Totals)
        {
            var of = parts.SelectMany(p => p.Totals).Where(t => t.Debit.Currency == total.Debit.Currency).ToList();
            Assert.Equal((total.Debit, total.Credit), (Money.Sum(of.Select(t => t.Debit), total.Debit.Currency), Money.Sum(of.Select(t => t.Credit), total.Debit.Currency)));
            Assert.Equal(total.Debit, total.Credit);
        }
        Assert.Equal(Money.Sum(whole.Totals.Select(t => t.FunctionalDebit), Currency.Eur), Money.Sum(whole.Totals.Select(t => t.FunctionalCredit), Currency.Eur));
    }
}
