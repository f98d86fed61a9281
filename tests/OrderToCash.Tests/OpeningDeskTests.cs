using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class OpeningDeskTests
{
    private const string Good = """
        customer,document,documentDate,dueDate,amount,currency,functional
        C-7,INV-1,2025-01-10,2025-02-09,100.00,EUR,
        C-7,CN-7,2025-01-20,,-30.00,EUR,
        C-8,INV-2,2025-02-01,2025-04-01,200.00,USD,180.00
        """;

    private static readonly LocalDate Begin = Monday;
    private readonly ABusiness business = new();

    private ImportOpening Import(string text, params OpeningTotal[] totals) => new()
    {
        Id = business.Next(), By = Anna, LegalEntity = Id, Date = Begin, Text = text.ReplaceLineEndings("\n"), Totals = [.. totals],
    };

    private async Task OpenAsync()
    {
        await business.OpenCustomerAsync();
        await business.OpenCustomerAsync("C-8", Currency.Usd);
    }

    [Fact]
    public async Task Old_books_are_taken_over_once_with_the_customers_credit_and_the_same_command_answers_the_same()
    {
        await OpenAsync();
        var import = Import(Good, new() { Customer = new("C-7"), Total = Eur(70) }, new() { Total = Usd(200) });
        Assert.Equal(3, Expect.Success(await business.Opening.PlanAsync(import)).NewItems);
        Assert.Null(await business.Opening.ImportsAsync(Id));
        var report = Expect.Success(await business.Opening.ImportAsync(import));
        Assert.Equal((3, 0, 0), (report.NewItems, report.AlreadyThere, report.Findings.Count));
        Assert.All(report.Totals.Where(t => t.Expected is not null), t => Assert.True(t.IsMet));
        Assert.Equal((Eur(100), Eur(30)), ((await business.AccountAsync()).OpenReceivable, (await business.AccountAsync()).UnappliedCredit));
        Assert.Equal(Eur(180), (await business.ItemAsync("C-8/INV-2")).OpenFunctional);

        Assert.Equal(report, Expect.Success(await business.Opening.ImportAsync(import)));
        var again = Expect.Success(await business.Opening.ImportAsync(Import(Good)));
        Assert.Equal((0, 3, 0), (again.NewItems, again.AlreadyThere, again.Findings.Count));
        Assert.Equal(2, business.Books.JournalAsync().ToBlockingEnumerable().Count());
        var log = (await business.Opening.ImportsAsync(Id))!;
        Assert.Equal([(3, 0, "anna"), (0, 3, "anna")], log.Imports.Select(i => (i.NewItems, i.AlreadyThere, i.By.Id.Value)));
        Expect.Refused(ProcessErrors.CommandConflict, await business.Opening.ImportAsync(import with { Text = Good.Replace("100.00", "99.00", StringComparison.Ordinal) }));
        // What was taken over is paid like any other.
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new("PAY-1"), Entry = Received("1", Eur(100), Begin.PlusDays(3)),
            Allocations = [new() { Item = new("C-7/INV-1"), Cash = Eur(100), Discount = Eur(0), WriteOff = Eur(0) }],
        }));
        Assert.Equal(Eur(0), (await business.ItemAsync("C-7/INV-1")).Open);
    }

    [Fact]
    public async Task Every_bad_row_is_listed_and_never_loses_the_good_ones()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 1m);
        const string Mixed = """
            customer,document,documentDate,amount,currency,item
            C-7,INV-1,2025-01-10,100.00,EUR,
            C-7,INV-2,10.1.2025,5.00,EUR,
            C-9,INV-3,2025-01-10,5.00,EUR,
            C-7,INV-4,2025-01-10,5.00,EUR,INV-2025-000001/1
            C-7,INV-5,2025-01-10,5.00,USD,
            C-7,INV-6,2025-01-10,6.00,EUR,
            """;
        Expect.Refused(OpeningErrors.CustomerUnknown, await business.Opening.ImportAsync(Import(Mixed) with { IsAllOrNothing = true }));
        Assert.Null(await business.Opening.ImportsAsync(Id));
        var report = Expect.Success(await business.Opening.ImportAsync(Import(Mixed, new OpeningTotal { Customer = new("C-7"), Total = Eur(111) })));
        Assert.Equal(2, report.NewItems);
        foreach (var code in (ErrorCode[])[OpeningErrors.NotADate, OpeningErrors.CustomerUnknown, OpeningErrors.ItemTaken, OpeningErrors.ValueMissing, OpeningErrors.TotalDiffers])
            Assert.Contains(report.Findings, f => f.Code == code.Code);
        Assert.Equal(["line 3, column 3", "line 4", "line 5", "line 6", "totals"], report.Findings.Select(f => f.Target));
        // The rows mended, the same file once more: what is in stays, what was missing comes.
        var mended = Mixed.Replace("10.1.2025", "2025-01-10", StringComparison.Ordinal).Replace(",INV-2025-000001/1", ",", StringComparison.Ordinal);
        report = Expect.Success(await business.Opening.ImportAsync(Import(mended)));
        Assert.Equal((2, 2, 2), (report.NewItems, report.AlreadyThere, report.Findings.Count));
        Assert.Equal(Eur(116 + 11.90m), (await business.AccountAsync()).OpenReceivable);
    }

    [Fact]
    public async Task What_the_books_refuse_is_a_finding_too()
    {
        var locked = new ABusiness(seller: Seller with { LockedThrough = Begin });
        await locked.OpenCustomerAsync();
        var report = Expect.Success(await locked.Opening.ImportAsync(Import(Good.Replace("C-8", "C-7", StringComparison.Ordinal)) with { Id = new("import") }));
        Assert.Equal(0, report.NewItems);
        Expect.Found(LedgerErrors.PeriodLocked, report.Findings);
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await locked.Opening.ImportAsync(Import(Good) with { LegalEntity = new("XX") }));
        var nobody = new OpeningDesk(business.Books, new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await nobody.ImportAsync(Import(Good)));
    }

    // Rows of three customers, some of them bad; brought in any portions, in any order, any number of times.
    [Property(MaxTest = 60)]
    public void However_often_and_in_which_portions_rows_are_brought_the_books_have_each_good_one_once(int[] seeds, byte cut)
    {
        var rows = seeds.Select((seed, i) => new OpeningRow
        {
            Line = i + 2,
            Opening = new()
            {
                Item = new($"OLD-{Math.Abs(seed % 7)}"), Customer = new($"C-{1 + Math.Abs(seed % 7 % 4)}"), DocumentNumber = $"OLD-{Math.Abs(seed % 7)}",
                DocumentDate = Begin.PlusDays(-9), DueDate = Begin, Amount = Eur(Math.Abs(seed % 7) - 2),
            },
        }).ToArray();
        var business = new ABusiness();
        ImportOpening Bring(OpeningRow[] some) => Import("") with { Id = business.Next(), Rows = [.. some] };
        for (var i = 1; i < 4; i++) business.OpenCustomerAsync($"C-{i}").GetAwaiter().GetResult();
        var part = rows.Length == 0 ? 0 : cut % rows.Length;
        foreach (var portion in (OpeningRow[][])[rows[part..], rows[..part], rows, [.. rows.Reverse()]])
            Expect.Success(business.Opening.ImportAsync(Bring(portion)).AsTask().Result);
        var good = rows.Where(r => !r.Opening.Amount.IsZero && r.Opening.Customer != new CustomerId("C-4")).Select(r => r.Opening).DistinctBy(o => o.Item).ToArray();
        var items = business.Books.AllAsync<OpenItem>(Streams.OpenItemKind).ToBlockingEnumerable().Select(s => s.State).ToArray();
        Assert.Equal(good.Select(o => (o.Item, o.Amount)).OrderBy(o => o.Item), items.Select(i => (i.Id, i.Open)).OrderBy(i => i.Id));
        Assert.Empty(LedgerBalances.Of(business.Books.JournalAsync().ToBlockingEnumerable()).Check(items));
    }

    [Fact]
    public void Of_two_imports_at_once_each_row_is_taken_over_once_in_every_order()
    {
        Func<IBooks, Task<Result<OpeningReport>>> Bring(string id) => books => new ABusiness(books).Opening.ImportAsync(Import(Good) with { Id = new(id) }).AsTask();
        void Check(IBooks books, IReadOnlyList<Result<OpeningReport>> answers)
        {
            Assert.Equal(3, answers.Sum(a => Expect.Success(a).NewItems));
            Assert.All(answers, a => Assert.Empty(a.Value.Findings));
            Assert.All(answers, a => Assert.Equal(3, a.Value.NewItems + a.Value.AlreadyThere));
            var items = books.AllAsync<OpenItem>(Streams.OpenItemKind).ToBlockingEnumerable().Select(s => s.State).ToArray();
            Assert.Equal(3, items.Length);
            Assert.Empty(LedgerBalances.Of(books.JournalAsync().ToBlockingEnumerable()).Check(items));
            Assert.Equal((Eur(100), Eur(30)), (new ABusiness(books).AccountAsync().Result.OpenReceivable, new ABusiness(books).AccountAsync().Result.UnappliedCredit));
        }
        Interleavings.Sample(300, World, [Bring("a"), Bring("b")], Check);

        static IBooks World()
        {
            var world = new ABusiness();
            world.OpenCustomerAsync().GetAwaiter().GetResult();
            world.OpenCustomerAsync("C-8", Currency.Usd).GetAwaiter().GetResult();
            return world.Books;
        }
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
