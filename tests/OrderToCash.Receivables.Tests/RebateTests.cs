using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public sealed class RebateTests
{
    private static readonly Actor Anna = Actor.Person("anna");
    private static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly RebateTerms Terms = new()
    {
        Agreement = new("R-1"), LegalEntity = Books.Entity, Customer = Books.Customer, Currency = Currency.Eur, From = new(2026, 1, 1), To = new(2026, 12, 31),
        Tiers = [new() { From = 0, Rate = Percentage.Of(1) }, new() { From = 1000, Rate = Percentage.Of(2) }, new() { From = 5000, Rate = Percentage.Of(3) }],
    };

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static TaxShare Share(decimal net, int rate = 19, Currency? currency = null)
    {
        var amount = Money.Of(net, currency ?? Currency.Eur);
        return new() { Category = TaxCategory.Standard, Rate = Percentage.Of(rate), Base = amount, Tax = amount.Times(Percentage.Of(rate), Rounding.HalfAwayFromZero), TaxPoint = Day };
    }

    private static RebateDocument Document(string id, params TaxShare[] shares) => new() { Document = new(id), On = Day, Shares = [.. shares] };

    private static RebateAgreement Agreed(RebateTerms? terms = null, Books? books = null) =>
        Expect.Success(RebateAgreement.Agree(terms ?? Terms, (books ?? Books.InEuro()).Policy, Day, Anna, At)).State;

    private static RebateAgreement Take(Books books, RebateAgreement before, Result<RebateStep> result)
    {
        var step = Expect.Success(result);
        foreach (var posting in step.Postings) books.Commit(Primitives.Result.Success(posting));
        Assert.Equal(step.Decision.State, step.Decision.Events.Aggregate(before, (s, e) => s.Apply(e)));
        Assert.Empty(step.Decision.State.Check());
        Assert.Equal(-step.Decision.State.Liability.Functional, books.Balance(AccountRole.RefundLiability));
        return step.Decision.State;
    }

    private static RebateAgreement Count(Books books, RebateAgreement one, RebateDocument document, ExchangeRate? rate = null) =>
        Take(books, one, one.Count(document, books.NextEntry(), Day, rate, books.Policy, Anna, At));

    private static RebateSettlementFacts Settlement(Books books, LocalDate? on = null, ExchangeRate? rate = null) => new()
    {
        CorrectionEntry = books.NextEntry(), Entry = books.NextEntry(), Item = new("REB-1"), DocumentNumber = "CN-9", On = on ?? new(2026, 12, 31), Rate = rate,
    };

    [Fact]
    public void A_tier_that_is_reached_holds_for_all_and_the_accrual_catches_up()
    {
        var books = Books.InEuro();
        var one = Count(books, Agreed(), Document("I-1", Share(900)));
        Assert.Equal(Eur(9), one.Liability.Document);
        one = Count(books, one, Document("I-2", Share(200)));
        Assert.Equal(Story.Lines("""
            C liability.refund 13.00 EUR
            D revenue.rebates 13.00 EUR
            """), books.LastEntry);
        one = Count(books, one, Document("I-2", Share(50)));
        Assert.Equal((Eur(9.50m), Eur(9.50m)), (one.Liability.Document, one.Earned));
        var parts = Count(Books.InEuro(), Agreed(Terms with { Method = RebateMethod.Incremental }), Document("I-1", Share(6000)));
        Assert.Equal(Eur(10 + 80 + 30), parts.Earned);
    }

    [Fact]
    public void What_is_expected_is_accrued_from_the_first_invoice_on()
    {
        var books = Books.InEuro();
        var one = Count(books, Agreed(Terms with { Expected = 6000 }), Document("I-1", Share(100)));
        Assert.Equal((Eur(3), Eur(1)), (one.Liability.Document, one.Earned));
        one = Take(books, one, one.Reforecast(2000, books.NextEntry(), Day, null, books.Policy, Anna, At));
        Assert.Equal(Eur(2), one.Liability.Document);
        Assert.Empty(Take(books, one, one.Reforecast(2000, books.NextEntry(), Day, null, books.Policy, Anna, At)).CreditedShares);
        Expect.Refused(RebateErrors.BadTerms, one.Reforecast(-1, books.NextEntry(), Day, null, books.Policy, Anna, At));
        var settled = Take(books, one, one.Settle(Settlement(books), books.Policy, Anna, At));
        Assert.Equal((Eur(1), Eur(-1.19m), Eur(1)), (settled.Credited, books["REB-1"].Open, books.Balance(AccountRole.Rebates)));
    }

    [Fact]
    public void The_credit_note_corrects_the_tax_pro_rata_per_rate()
    {
        var books = Books.InEuro();
        var one = Count(books, Agreed(), Document("I-1", Share(700), Share(300, 7)));
        Expect.Refused(RebateErrors.PeriodRuns, one.Settle(Settlement(books, new(2026, 12, 30)), books.Policy, Anna, At));
        var settled = Take(books, one, one.Settle(Settlement(books), books.Policy, Anna, At));
        Assert.Equal([(Eur(6), Eur(0.42m)), (Eur(14), Eur(2.66m))], settled.CreditedShares.Select(s => (s.Base, s.Tax)));
        Assert.Equal(Story.Lines("""
            C liability.customer-credit 23.08 EUR REB-1
            D liability.refund 20.00 EUR
            D tax.output 3.08 EUR
            """), books.LastEntry);
        Assert.Equal(settled, Take(books, settled, settled.Settle(Settlement(books), books.Policy, Anna, At)));
        Expect.Refused(RebateErrors.Settled, settled.Count(Document("I-2", Share(1)), books.NextEntry(), Day, null, books.Policy, Anna, At));
        Expect.Refused(RebateErrors.Settled, settled.Reforecast(1, books.NextEntry(), Day, null, books.Policy, Anna, At));
    }

    [Fact]
    public void Volume_earns_an_amount_for_each_unit()
    {
        var books = Books.InEuro();
        var terms = Terms with { Measure = RebateMeasure.Volume, Tiers = [new() { From = 100, PerUnit = UnitPrice.Of(0.125m, Currency.Eur) }] };
        var one = Count(books, Agreed(terms), Document("I-1", Share(500)) with { Quantity = 99 });
        Assert.Equal(Eur(0), one.Liability.Document);
        one = Count(books, one, Document("I-2", Share(10)) with { Quantity = 2 });
        Assert.Equal(Eur(12.63m), one.Liability.Document);
        var settled = Take(books, one, one.Settle(Settlement(books), books.Policy, Anna, At));
        Assert.Equal(Eur(12.63m), settled.Credited);
    }

    [Fact]
    public void A_foreign_rebate_leaves_nothing_on_the_liability()
    {
        var books = Books.InEuro();
        ExchangeRate Rate(decimal rate) => new(Currency.Usd, Currency.Eur, rate, Day, "ECB");
        var one = Count(books, Agreed(Terms with { Currency = Currency.Usd }), Document("I-1", Share(1000, 19, Currency.Usd)), Rate(0.9m));
        one = Count(books, one, Document("I-2", Share(500, 19, Currency.Usd)), Rate(0.95m));
        one = Count(books, one, Document("I-1", Share(250, 19, Currency.Usd)), Rate(0.8m));
        Assert.Equal((Money.Of(7.50m, Currency.Usd), Eur(6.87m)), (one.Liability.Document, one.Liability.Functional));
        var settled = Take(books, one, one.Settle(Settlement(books, rate: Rate(1)), books.Policy, Anna, At));
        Assert.Equal((Money.Of(-8.93m, Currency.Usd), Eur(0)), (books["REB-1"].Open, settled.Liability.Functional));
        Expect.Refused(LedgerErrors.RateMissing, Agreed(Terms with { Currency = Currency.Usd }).Count(Document("I-1", Share(1000, 19, Currency.Usd)), books.NextEntry(), Day, null, books.Policy, Anna, At));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var books = Books.InEuro();
        var wrong = RebateAgreement.Agree(Terms with
        {
            To = new(2025, 1, 1), Expected = -1, Customer = default,
            Tiers = [new() { From = 5, Rate = Percentage.Of(101) }, new() { From = 5, PerUnit = UnitPrice.Of(1, Currency.Usd) }],
        }, books.Policy, Day, Anna, At);
        Assert.True(wrong.Errors.Count(e => e.Code == Expect.Refused(RebateErrors.BadTerms, wrong).Code) >= 6);
        Expect.Refused(RebateErrors.BadTerms, RebateAgreement.Agree(Terms with { Tiers = [] }, books.Policy, Day, Anna, At));
        var one = Agreed();
        Expect.Refused(RebateErrors.OutsidePeriod, one.Count(Document("I-1", Share(1)) with { On = new(2027, 1, 1) }, books.NextEntry(), Day, null, books.Policy, Anna, At));
        foreach (var bad in new[] { Document("I-1", Share(-1)), Document("I-1", Share(1, 19, Currency.Usd)), Document("I-1") with { Quantity = -1 }, Document("I-1") with { Document = default } })
            Expect.Refused(RebateErrors.BadDocument, one.Count(bad, books.NextEntry(), Day, null, books.Policy, Anna, At));
        Expect.Found(RebateErrors.StateBroken, (one with { Liability = one.Liability with { Document = Eur(1) } }).Check());
        Expect.Found(RebateErrors.StateBroken, (one with { SettledOn = Day }).Check());
    }

    /// <summary>An invoice, or an invoice counted anew, by small numbers.</summary>
    public sealed record Command(int Kind, int Invoice, int Cents, int Reduced);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((8, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
             from invoice in Gen.Choose(0, 5) from cents in Gen.Choose(0, 300_000) from reduced in Gen.Choose(0, 1_000)
             select new Command(kind, invoice, cents, reduced)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_counted_in_any_order_what_was_accrued_is_what_is_credited(Command[] commands, bool incremental)
    {
        var terms = Terms with { Method = incremental ? RebateMethod.Incremental : RebateMethod.Retroactive };
        var (books, one, other) = (Books.InEuro(), Agreed(terms), Agreed(terms));
        foreach (var c in commands)
            one = c.Kind switch
            {
                0 => Count(books, one, Of(c)),
                1 => Take(books, one, one.Reforecast(c.Cents / 10, books.NextEntry(), Day, null, books.Policy, Anna, At)),
                _ => Take(books, one, one.Settle(Settlement(books, Day), books.Policy, Anna, At) is { IsSuccess: true } early ? early : one.Count(Of(c), books.NextEntry(), Day, null, books.Policy, Anna, At)),
            };
        var books2 = Books.InEuro();
        foreach (var document in one.Documents.Reverse()) other = Count(books2, other, document);
        other = Take(books2, other, other.Reforecast(one.Terms.Expected, books2.NextEntry(), Day, null, books2.Policy, Anna, At));
        Assert.Equal(one.Liability, other.Liability);
        var settled = Take(books, one, one.Settle(Settlement(books), books.Policy, Anna, At));
        Assert.Equal((one.Earned, Eur(0)), (settled.Credited!.Value, books.Balance(AccountRole.RefundLiability)));
        Assert.Equal(one.Earned, books.Balance(AccountRole.Rebates));
        Assert.Equal(one.Documents.Any(d => d.Shares.Any(s => s.Base.IsPositive)) ? one.Earned : Eur(0), Money.Sum(settled.CreditedShares.Select(s => s.Base), Currency.Eur));

        static RebateDocument Of(Command c) => Document($"I-{c.Invoice}", Share(c.Cents / 100m), Share(c.Reduced / 100m, 7));
    }
}
