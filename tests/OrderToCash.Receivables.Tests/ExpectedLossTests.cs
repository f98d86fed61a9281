using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public sealed class ExpectedLossTests
{
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    private static readonly LocalDate End = new(2026, 4, 30);

    private static readonly ProvisionMatrix Matrix = new()
    {
        Version = "2026-1",
        Classes =
        [
            new() { Class = "business", Rates = [Percentage.Of(0.5m), Percentage.Of(2), Percentage.Of(10), Percentage.Of(30), Percentage.Of(60)] },
            new() { Class = "public", Rates = [Percentage.Zero, Percentage.Zero, Percentage.Of(1), Percentage.Of(2), Percentage.Of(5)] },
        ],
    };

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static ExpectedLossFacts Facts => new() { LegalEntity = Books.Entity, AsOf = End };

    /// <summary>1,190 with tax, 29 days late; 500 not due; 200 of it on account.</summary>
    private static Books TwoInvoices()
    {
        var books = Books.InEuro();
        Expect.Success(books.Invoice("A", Eur(1190), on: Books.Day, taxes: [new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = Eur(1000), Tax = Eur(190), TaxPoint = Books.Day }]));
        Expect.Success(books.Invoice("B", Eur(500), on: new(2026, 4, 20)));
        return books;
    }

    private static ExpectedLossReport Report(Books books, ExpectedLossFacts? facts = null, ProvisionMatrix? matrix = null) =>
        Expect.Success(ExpectedLossReport.Of(books.All, facts ?? Facts, matrix ?? Matrix, Currency.Eur));

    [Fact]
    public void Each_cell_of_the_matrix_is_explained_down_to_the_items()
    {
        var report = Report(TwoInvoices());
        Assert.Equal([("current", Eur(500), Eur(2.50m)), ("1-30", Eur(1000), Eur(20))], report.Rows.Select(r => (r.Bucket, r.Base, r.Amount)));
        Assert.Equal((Eur(22.50m), Eur(190)), (report.Target, report.Rows[1].Lines[0].Tax));
        Assert.Equal(Eur(23.80m), Report(TwoInvoices(), matrix: Matrix with { CountsTax = true }).Rows[1].Amount);
        Assert.Equal(Eur(0), Report(TwoInvoices(), Facts with { Classes = [new() { Customer = Books.Customer, Class = "public" }] }).Target);
    }

    [Fact]
    public void Insured_parts_and_credits_lower_what_may_be_lost()
    {
        var books = TwoInvoices();
        var secured = Facts with { Secured = [new() { Item = new("A"), Amount = Eur(595) }, new() { Item = new("B"), Amount = Eur(9999) }] };
        Assert.Equal([("current", Eur(0)), ("1-30", Eur(500))], Report(books, secured).Rows.Select(r => (r.Bucket, r.Base)));
        Assert.Equal(Eur(1500), Money.Sum(Report(books, secured, Matrix with { CountsSecured = true }).Rows.Select(r => r.Base), Currency.Eur));
        Expect.Success(books.Receive("P", Eur(300), on: new(2026, 4, 25)));
        var netted = Report(books);
        Assert.Equal([Eur(400), Eur(800)], netted.Rows.Select(r => r.Base));
        Assert.Equal(Eur(1500), Money.Sum(Report(books, matrix: Matrix with { IgnoresCredits = true }).Rows.Select(r => r.Base), Currency.Eur));
        Assert.Equal(Eur(22.50m), Report(books, Facts with { AsOf = new(2026, 4, 24) }).Target);
    }

    [Fact]
    public void Insolvent_and_named_debtors_are_assessed_by_themselves()
    {
        var books = TwoInvoices();
        var insolvent = Report(books, Facts with { Insolvent = [Books.Customer] });
        Assert.Equal((Books.Customer, Eur(1500), "insolvent"), (insolvent.Rows[0].Customer, insolvent.Rows[0].Amount, insolvent.Rows[0].Reason));
        var named = Report(books, Facts with
        {
            Insolvent = [Books.Customer], Specific = [new() { Customer = Books.Customer, Rate = Percentage.Of(33.33m), Reason = "payment plan" }],
        });
        Assert.Equal([Eur(333.30m), Eur(166.65m)], named.Rows.Single().Lines.Select(l => l.Amount));
    }

    [Fact]
    public void A_matrix_is_checked_as_a_whole()
    {
        var wrong = ExpectedLossReport.Of([], Facts with
        {
            Classes = [new() { Customer = Books.Customer, Class = "export" }], Specific = [new() { Customer = Books.Customer, Rate = Percentage.Of(101), Reason = "x" }],
        }, new() { Version = "", InsolventRate = Percentage.Of(-1), Classes = [new() { Class = "a", Rates = [Percentage.Zero] }, new() { Class = "a", Rates = [] }] }, Currency.Eur);
        Expect.Refused(ExpectedLossErrors.Incomplete, wrong);
        Expect.Refused(ExpectedLossErrors.RatesDiffer, wrong);
        Expect.Refused(ExpectedLossErrors.NoClass, wrong);
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(ExpectedLossErrors.BadRate, wrong).Code));
    }

    [Fact]
    public void The_allowance_is_brought_to_the_target_once_and_periods_follow_each_other()
    {
        var books = TwoInvoices();
        var empty = ExpectedLossAccount.Empty(Books.Entity);
        var first = Expect.Success(empty.Assess(Report(books), Eur(0), new("J-1"), Anna, At));
        Assert.Equal(new JournalEntryId("J-1"), first.Events[0].Entry);
        Expect.Success(books.Commit(Ledger.AdjustAllowance(new()
        {
            Entry = new("J-1"), LegalEntity = Books.Entity, Date = End, Current = Eur(0), Target = Report(books).Target,
        }, books.Policy, Anna, At)));
        Assert.Equal(Eur(-22.50m), books.Balance(AccountRole.Allowance));
        Assert.Empty(Expect.Success(first.State.Assess(Report(books), Eur(22.50m), new("J-2"), Anna, At)).Events);
        Assert.Equal(new JournalEntryId("J-2"), Expect.Success(first.State.Assess(Report(books), Eur(20), new("J-2"), Anna, At)).Events[0].Entry);
        Assert.True(Expect.Success(first.State.Assess(Report(books, Facts with { AsOf = End.PlusDays(1) }), Report(books, Facts with { AsOf = End.PlusDays(1) }).Target, new("J-3"), Anna, At)).Events[0].Entry.IsNone);
        Expect.Refused(ExpectedLossErrors.BeforeLast, first.State.Assess(Report(books, Facts with { AsOf = End.PlusDays(-1) }), Eur(0), new("J-4"), Anna, At));
        Expect.Refused(ExpectedLossErrors.OtherLegalEntity, ExpectedLossAccount.Empty(new("LE-2")).Assess(Report(books), Eur(0), new("J-4"), Anna, At));
        Assert.Empty(first.State.Check());
        Expect.Found(ExpectedLossErrors.StateBroken, (first.State with { LegalEntity = new("LE-2") }).Check());
        var row = first.State.Last!.Rows[0];
        Expect.Found(ExpectedLossErrors.StateBroken, (first.State with { Last = first.State.Last with { Rows = [row with { Amount = Eur(1) }] } }).Check());
    }

    public static class Cases
    {
        public static Arbitrary<(int Cents, int Days, int Cover)[]> Invoices() => Arb.From(
            (from cents in Gen.Choose(1, 100_000) from days in Gen.Choose(0, 200) from cover in Gen.Choose(0, 100_000)
             select (cents, days, cover)).ArrayOf(),
            items => Enumerable.Range(0, items.Length).Select(i => items.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Cases)])]
    public void The_items_add_up_to_the_rows_and_nothing_is_lost_twice((int Cents, int Days, int Cover)[] invoices, int credit)
    {
        var books = Books.InEuro();
        var secured = new List<SecuredReceivable>();
        for (var i = 0; i < invoices.Length; i++)
        {
            var amount = Money.FromMinorUnits(invoices[i].Cents, Currency.Eur);
            Expect.Success(books.Invoice($"I-{i}", amount, on: End.PlusDays(-invoices[i].Days)));
            secured.Add(new() { Item = new($"I-{i}"), Amount = Money.FromMinorUnits(invoices[i].Cover, Currency.Eur) });
        }
        if (credit % 100_000 > 0) Expect.Success(books.Receive("P", Money.FromMinorUnits(credit % 100_000, Currency.Eur)));
        var report = Report(books, Facts with { Secured = secured.ToEquatableArray() });
        foreach (var row in report.Rows)
        {
            Assert.Equal(row.Base, Money.Sum(row.Lines.Select(l => l.Open - l.Tax - l.Secured - l.Credits), Currency.Eur));
            Assert.Equal(row.Amount, Money.Sum(row.Lines.Select(l => l.Amount), Currency.Eur));
            Assert.All(row.Lines, l => Assert.True(!l.Amount.IsNegative && l.Amount <= l.Open - l.Tax - l.Secured - l.Credits));
        }
        Assert.Equal(invoices.Length, report.Rows.Sum(r => r.Lines.Count));
        Assert.Equal(report, Report(books, Facts with { Secured = secured.AsEnumerable().Reverse().ToEquatableArray() }));
    }
}
