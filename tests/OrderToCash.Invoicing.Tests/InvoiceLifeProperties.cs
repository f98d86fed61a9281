using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>One thing somebody asks of an invoice; many of them are not possible.</summary>
public sealed record LifeStep(int Kind, int Line, int Amount, int Payment);

/// <summary>A document and what is asked of it.</summary>
public sealed record AnyLife(EquatableArray<int> Prices, EquatableArray<int> Rates, int Type, int AllowancePercent, int Freight, int Prepaid, int CashStep, int Rates2, bool ByLine, EquatableArray<LifeStep> Steps);

/// <summary>The account as a state machine: whatever is asked in whatever order, the laws hold after every step.</summary>
public class InvoiceLifeProperties
{
    private static readonly TaxTreatment[] Treatments = [Twenty, Five, Zero, Twenty with { Rate = Percentage.Of(17.5m) }];

    public static Arbitrary<AnyLife> Lives { get; } = Arb.From(
        from count in Gen.Choose(1, 6)
        from prices in Gen.ArrayOf(Gen.Frequency((2, Gen.Choose(0, 20)), (4, Gen.Choose(0, 20_000)), (1, Gen.Choose(0, 90_000_000))), count)
        from rates in Gen.ArrayOf(Gen.Choose(0, 3), count)
        from type in Gen.Elements(0, 0, 1)
        from allowance in Gen.Elements(0, 0, 3, 10)
        from freight in Gen.Elements(0, 0, 799)
        from prepaid in Gen.Elements(0, 0, 1)
        from step in Gen.Elements(0, 0, 5)
        from rates2 in Gen.Choose(0, 3)
        from byLine in Gen.Elements(true, false)
        from steps in Gen.ListOf(
            from kind in Gen.Choose(0, 12) from line in Gen.Choose(0, count + 1) from amount in Gen.Choose(-5, 120) from payment in Gen.Choose(1, 4)
            select new LifeStep(kind, line, amount, payment))
        select new AnyLife(prices.ToEquatableArray(), rates.ToEquatableArray(), type, allowance, freight, prepaid, step, rates2, byLine, steps.Take(25).ToEquatableArray()),
        Shrink);

    private static IEnumerable<AnyLife> Shrink(AnyLife life) =>
        Enumerable.Range(0, life.Steps.Count).Select(i => life with { Steps = life.Steps.Where((_, j) => j != i).ToEquatableArray() })
            .Concat(life.Prices.Count == 1 ? [] : Enumerable.Range(0, life.Prices.Count).Select(i => life with
            {
                Prices = life.Prices.Where((_, j) => j != i).ToEquatableArray(), Rates = life.Rates.Where((_, j) => j != i).ToEquatableArray(),
            }))
            .Concat(new[] { life with { AllowancePercent = 0 }, life with { Freight = 0 }, life with { Prepaid = 0 }, life with { CashStep = 0 }, life with { Rates2 = 0 } }
                .Where(l => l != life));

    private static InvoiceAccount Post(AnyLife life)
    {
        var draft = (Draft() with
        {
            Type = life.Type == 1 ? DocumentType.Prepayment : DocumentType.Invoice,
            Computation = life.ByLine ? TaxComputation.ByLine : TaxComputation.ByBreakdown,
            CashRounding = life.CashStep == 0 ? null : CashRounding.To(Gbp(0.05m)),
        }).With(life.Prices.Select((p, i) => Line($"Line {i}", i % 3 + 1, FormattableString.Invariant($"{p / 100m} GBP"), Treatments[life.Rates[i]])));
        if (life.AllowancePercent > 0) draft = draft.WithAllowance(Percentage.Of(life.AllowancePercent), "Season");
        if (life.Freight > 0) draft = draft.With(AllowanceCharge.Charge(Gbp(life.Freight / 100m), "Freight").Taxed(Twenty));
        if (life.Prepaid > 0) draft = draft with { Prepaid = draft.Totals().Gross.Times(0.3m, Rounding.TowardZero) };
        var rate = new ExchangeRate(Currency.Gbp, Currency.Eur, 1.18187m, new(2011, 2, 1), "ECB");
        return Expect.Success(draft.Post(draft.Posting(PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10)) with
        {
            FunctionalCurrency = life.Rates2 % 2 == 1 ? Currency.Eur : null, BookingRate = life.Rates2 % 2 == 1 ? rate : null,
            TaxCurrency = life.Rates2 >= 2 ? Currency.Usd : null,
            TaxRate = life.Rates2 >= 2 ? new(Currency.Gbp, Currency.Usd, 1.6011m, new(2011, 2, 1), "HMRC") : null,
        }, Clerk, Noon)).State;
    }

    private static Result<Decision<InvoiceAccount, InvoiceEvent>> Ask(InvoiceAccount account, LifeStep step, int number) => step.Kind switch
    {
        0 or 1 => account.Credited(number, CreditRequest.Of(step.Line, Quantity.Pieces(step.Amount / 40))),
        2 => account.Credited(number, CreditRequest.Of(step.Line, Gbp(step.Amount / 7m is var a ? decimal.Round(a, 2) : 0))),
        3 => account.Credited(number),
        4 or 5 => account.Credit(Credit(number) with
        {
            IsWhole = false, Gross = account.RemainingGross.Times(Percentage.Of(step.Amount), Rounding.HalfAwayFromZero),
        }, Clerk, Noon),
        6 => account.Credit(Credit(number) with { IsWhole = false, AllowancesCharges = [AllowanceChargeCredit.Of(step.Line, Gbp(step.Amount / 100m))] }, Clerk, Noon),
        7 => account.Send((Channel)(step.Amount & 1), "", Clerk, Noon),
        8 => account.Correct(account.DraftDebitNote(new($"D-{number}"), new(2011, 3, step.Amount > 0 ? 1 : 2), CreditReason.Underbilling,
            Line("More", 1, "1.00 GBP")).PostedAs($"DN-{number % 3}").Invoice, step.Amount % 5 == 0, Clerk, Noon),
        9 or 10 => account.Receive(new($"P-{step.Payment}"), account.RemainingGross.Times(Percentage.Of(step.Amount), Rounding.HalfAwayFromZero), new(2011, 2, 2), Clerk, Noon),
        11 => account.Return(new($"P-{step.Payment}"), new(2011, 2, 3),
            step.Amount % 3 == 0 ? account.Receipts.FirstOrDefault(r => r.Payment.Value == $"P-{step.Payment}")?.TaxShares ?? [] : [], Clerk, Noon),
        _ => account.Credit(Credit(number) with { IsWhole = step.Amount > 50, Gross = Gbp(1), DocumentDate = new(2011, 1, 1) }, Clerk, Noon),
    };

    [Property(MaxTest = 600, Arbitrary = [typeof(InvoiceLifeProperties)])]
    public void Laws_hold_after_every_step(AnyLife life)
    {
        var account = Post(life);
        var (events, notes) = (new List<InvoiceEvent> { new InvoicePosted { InvoiceId = account.Id, Invoice = account.Invoice, By = Clerk, At = Noon } }, new List<CreditNote>());
        Assert.Empty(account.Check());
        Assert.Equal(account.Invoice.FunctionalTotals.LineNet, Money.Sum(account.Invoice.FunctionalLineNets(), account.Invoice.FunctionalCurrency));
        for (var n = 0; n < life.Steps.Count; n++)
        {
            var decision = Ask(account, life.Steps[n], n + 1);
            if (!decision.IsSuccess) continue;
            events.AddRange(decision.Value.Events);
            notes.AddRange(decision.Value.Events.OfType<CreditNotePosted>().Select(e => e.CreditNote));
            account = decision.Value.State;
            Holds(account, notes);
        }
        Assert.Equal(account, InvoiceAccount.Replay(events));
        Assert.Equal(account, JsonSerializer.Deserialize<InvoiceAccount>(JsonSerializer.Serialize(account, Stored), Stored));
        if (account.Credited(99) is not { IsSuccess: true } rest) return;
        Ends(rest.Value.State, [.. notes, NoteOf(rest.Value)]);
    }

    private static void Holds(InvoiceAccount account, List<CreditNote> notes)
    {
        Assert.Empty(account.Check());
        Assert.All(notes, n => Assert.Empty(n.Check()));
        Assert.False(account.RemainingGross.IsNegative);
        foreach (var note in notes)
        {
            Assert.False(note.Totals.Gross.IsNegative);
            Assert.All(note.Lines, l => Assert.Equal(l.Net, l.NetPrice.Times(l.StatedQuantity, Rounding.HalfAwayFromZero)));
        }
        Assert.Equal(account.CreditedGross, Money.Sum(notes.Select(n => n.Totals.Gross), account.Invoice.Currency));
        Assert.All(account.Receipts, r => Assert.Equal(r.Amount, Money.Sum(r.TaxShares.Select(s => s.Gross), account.Invoice.Currency)));
    }

    // All credits together are the invoice: net, tax, rounding and total, per category and rate, in all currencies.
    private static void Ends(InvoiceAccount account, List<CreditNote> notes)
    {
        Holds(account, notes);
        var invoice = account.Invoice;
        Assert.True(account.IsFullyCredited);
        Assert.True(account.RemainingGross.IsZero);
        Assert.Equal(invoice.Totals.RoundingAmount, Money.Sum(notes.Select(n => n.Totals.RoundingAmount), invoice.Currency));
        Assert.Equal(invoice.FunctionalTotals.RoundingAmount, Money.Sum(notes.Select(n => n.FunctionalTotals.RoundingAmount), invoice.FunctionalCurrency));
        Same(invoice.Breakdown, notes.SelectMany(n => n.Breakdown));
        Same(invoice.FunctionalBreakdown, notes.SelectMany(n => n.FunctionalBreakdown));
        Same(invoice.TaxCurrencyBreakdown, notes.SelectMany(n => n.TaxCurrencyBreakdown));

        static void Same(EquatableArray<TaxShare> whole, IEnumerable<TaxShare> parts) => Assert.All(whole, s =>
        {
            var own = parts.Where(p => p.Category == s.Category && p.Rate == s.Rate).ToList();
            Assert.Equal((s.Base, s.Tax), (Money.Sum(own.Select(p => p.Base), s.Base.Currency), Money.Sum(own.Select(p => p.Tax), s.Tax.Currency)));
        });
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(InvoiceLifeProperties)])]
    public void Prepayments_their_credits_and_the_final_invoice_are_the_supply(AnyLife life)
    {
        var supply = Post(life with { Type = 0, Prepaid = 0, CashStep = 0, Rates2 = 0 }).Invoice.Content.Draft with { Id = new("F-1"), DocumentDate = new(2011, 3, 1) };
        var prepayment = Post(life with { Type = 1, Prepaid = 0, CashStep = 0, Rates2 = 0, Prices = [.. life.Prices.Select((p, i) => (int)(p * (30L + 10 * i) / 100))] });
        // Mostly money, some credits; the settlement copes with whatever came of it.
        for (var n = 0; n < life.Steps.Count; n++)
        {
            var step = life.Steps[n].Kind is 3 or >= 7 ? life.Steps[n] with { Kind = 9 + n % 3 } : life.Steps[n];
            if (Ask(prepayment, step, n + 1) is { IsSuccess: true } decision) prepayment = decision.Value.State;
        }
        var plan = PrepaymentSettlement.Plan(supply, [prepayment])[0];
        Assert.False(plan.Unpaid.IsNegative || plan.Excess.IsNegative);
        var final = PrepaymentTests.Settle(supply, ref prepayment, 500);
        PrepaymentTests.AssertSupply(supply, final, prepayment);
        if (final.Credited(900) is not { IsSuccess: true } back) return;
        Ends(back.Value.State, [NoteOf(back.Value)]);
    }
}
