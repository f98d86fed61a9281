using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class AdviceTests
{
    private readonly ABusiness business = new();

    private static RemittanceAdvice Advice(string reference, params (string Document, decimal Paid)[] lines) => new()
    {
        PaymentReference = reference, Currency = Currency.Eur, Date = Monday.PlusDays(20),
        Lines = [.. lines.Select(l => new RemittanceAdviceLine { DocumentNumber = l.Document, Paid = Eur(l.Paid) })],
    };

    private static readonly PayerDirectory Payers = PayerDirectory.Create([new() { Account = "DE02120300000000202051", Customer = new("C-7") }]);

    private async Task BillAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 100m);
        await business.BilledAsync("SO-3", "I-3", 100m);
    }

    [Fact]
    public async Task An_advice_before_the_money_says_what_it_settles()
    {
        await BillAsync();
        var line = Received("1", Eur(1_700), Monday.PlusDays(20), endToEnd: "AVIS-17");
        var pairs = AdvicePairs.Of([line], [Advice("AVIS-17", ("INV-2025-000003", 1_190), ("INV-2025-000001", 510))]);
        await business.ImportAsync([.. pairs.Entries]);
        Assert.Equal((Eur(680), Eur(1_190), Eur(0)), await OpenAsync());
    }

    [Fact]
    public async Task An_advice_after_the_money_applies_what_waits_on_account()
    {
        await BillAsync();
        await business.ImportAsync(Received("1", Eur(1_700), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        Assert.Equal(Eur(1_700), (await business.AccountAsync()).UnappliedCredit);
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [Advice("avis-17", ("INV-2025-000003", 1_190), ("INV-2025-000001", 510))], Payers));
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal((Eur(680), Eur(1_190), Eur(0)), await OpenAsync());
        Assert.Equal(Eur(0), (await business.AccountAsync()).UnappliedCredit);
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal((Eur(680), Eur(1_190), Eur(0)), await OpenAsync());
        Assert.Single(Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [Advice("avis-17", ("INV-2025-000003", 1_700))], Payers)).Waiting);
    }

    [Fact]
    public async Task An_advice_that_fits_no_payment_or_two_waits_and_two_for_one_payment_wait()
    {
        await BillAsync();
        await business.ImportAsync(
            Received("1", Eur(500), Monday.PlusDays(20), endToEnd: "TWICE"), Received("2", Eur(500), Monday.PlusDays(20), "x", endToEnd: "TWICE"),
            Received("3", Eur(700), Monday.PlusDays(20), endToEnd: "ONCE"));
        EquatableArray<RemittanceAdvice> advices =
        [
            Advice("TWICE", ("INV-2025-000001", 500)), Advice("OTHER", ("INV-2025-000001", 500)), Advice("", ("INV-2025-000001", 700)),
            Advice("ONCE", ("INV-2025-000001", 700)), Advice("ONCE", ("INV-2025-000002", 700)),
        ];
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, advices, Payers));
        Assert.Equal((0, 5), (plan.Payments.Count, plan.Waiting.Count));
        Assert.Empty(plan.Commands(Monday, Anna));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Cash.PlanAdvicesAsync(new("XX"), advices, Payers));
    }

    [Fact]
    public async Task An_advice_never_gives_one_customers_money_to_another()
    {
        await BillAsync();
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-4", "I-4", 100m, "C-8");
        await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [Advice("AVIS-17", ("INV-2025-000004", 700))], Payers));
        Assert.Empty(Assert.Single(plan.Payments).Allocations);
        Assert.Empty(plan.Commands(Monday, Anna));
    }

    [Fact]
    public async Task A_parent_advises_its_own_invoice_and_its_childs()
    {
        await BillAsync();
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-4", "I-4", 50m, "C-8");
        await business.ImportAsync(Received("1", Eur(1_785), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [Advice("AVIS-17", ("INV-2025-000001", 1_190), ("INV-2025-000004", 595))], Payers));
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal((Eur(0), Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync("INV-2025-000004/1")).Open));
        Assert.Equal((Eur(0), Eur(0)), ((await business.AccountAsync()).UnappliedCredit, (await business.AccountAsync("C-8")).Exposure.Total));
    }

    [Fact]
    public async Task One_advice_for_each_child_is_the_payment_together()
    {
        await BillAsync();
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-4", "I-4", 50m, "C-8");
        await business.ImportAsync(Received("1", Eur(1_785), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        EquatableArray<RemittanceAdvice> both = [Advice("AVIS-17", ("INV-2025-000001", 1_190)), Advice("avis-17", ("INV-2025-000004", 595))];
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, both, Payers));
        Assert.Equal((0, 2), (plan.Waiting.Count, Assert.Single(plan.Payments).Advice.Lines.Count));
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal(Eur(0), (await business.AccountAsync("C-8")).Exposure.Total);
        Assert.Equal(2, Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [both[0], Advice("AVIS-17", ("INV-2025-000004", 600))], Payers)).Waiting.Count);
    }

    [Fact]
    public async Task An_advice_says_whose_unidentified_money_is()
    {
        await BillAsync();
        await business.ImportAsync(Received("1", Eur(1_190), Monday.PlusDays(20), endToEnd: "AVIS-17") with { CounterpartyAccount = "NL91ABNA0417164300" });
        Assert.Equal(Eur(0), (await business.AccountAsync()).UnappliedCredit);
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [Advice("AVIS-17", ("INV-2025-000001", 1_190))], Payers));
        Assert.Equal("UNKNOWN", Assert.Single(plan.Payments).Customer.Value);
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
    }

    private async Task<AdvicePlan> AppliedAsync(params RemittanceAdvice[] advices)
    {
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [.. advices], Payers));
        foreach (var command in plan.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        return plan;
    }

    [Fact]
    public async Task An_advice_after_the_money_converts_at_the_rate_of_the_day_the_money_came()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var owed = (await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd)).Invoice.Totals.Payable;
        var paid = owed.Convert(Rates.Find(Currency.Usd, Currency.Eur, Monday.PlusDays(20))!, Rounding.HalfAwayFromZero);
        await business.ImportAsync(Received("1", paid, Monday.PlusDays(20), endToEnd: "AVIS-17"));
        Assert.Equal(paid, -await business.BalanceAsync(AccountRole.UnappliedCash));
        var plan = await AppliedAsync(Advice("AVIS-17", ("INV-2025-000001", paid.Amount)));
        Assert.Equal(owed, Assert.Single(Assert.Single(plan.Payments).Allocations).Settles);
        Assert.Equal((Usd(0), Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, await business.BalanceAsync(AccountRole.UnappliedCash)));
    }

    [Fact]
    public async Task What_a_person_rejected_no_advice_applies()
    {
        await BillAsync();
        var payment = (await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), endToEnd: "AVIS-17"))).Payments[0].Payment;
        Expect.Success(await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = payment, Items = [new("INV-2025-000001/1")] }));
        Assert.Empty(Assert.Single((await AppliedAsync(Advice("AVIS-17", ("INV-2025-000001", 700)))).Payments).Allocations);
        Assert.Equal(Eur(1_190), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Single((await AppliedAsync(Advice("AVIS-17", ("INV-2025-000002", 700)))).Payments[0].Allocations);
    }

    [Fact]
    public async Task What_is_with_a_factor_no_advice_applies()
    {
        await BillAsync();
        await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        Expect.Success(await business.Factoring.AssignAsync(new()
        {
            Id = business.Next(), By = Anna, Items = [new("INV-2025-000001/1")],
            Facts = new()
            {
                Assignment = new("F-1"), LegalEntity = Id, Customer = new("C-7"), Currency = Currency.Eur, On = Monday.PlusDays(21),
                Terms = new() { Contract = "NordFaktor 12", HasRecourse = true, AdvanceRate = Percentage.Of(80), FeeRate = Percentage.Of(1), Treatment = FactoringTreatment.Borrowing },
            },
        }));
        Assert.Empty(Assert.Single((await AppliedAsync(Advice("AVIS-17", ("INV-2025-000001", 700)))).Payments).Allocations);
        var review = Expect.Success(await business.Cash.ReviewAsync(Id, Payers));
        Assert.Empty(review.Commands(Monday.PlusDays(22), Anna));
    }

    // No reference: the account or the name the bank gave with the payment is remembered.
    [Theory, InlineData(true), InlineData(false)]
    public async Task Advices_without_a_reference_find_the_payment_of_their_account_or_name(bool byAccount)
    {
        await BillAsync();
        await business.ImportAsync(
            Received("1", Eur(1_700), Monday.PlusDays(20), "x") with { CounterpartyAccount = "NL91ABNA0417164300", CounterpartyName = "Nordwind Finance B.V." },
            Received("2", Eur(1_700), Monday.PlusDays(20), "y") with { CounterpartyAccount = "NL02ABNA0123456789", CounterpartyName = "Somebody" });
        RemittanceAdvice Of(string document, decimal paid) => Advice("", (document, paid)) with
        {
            PayerAccount = byAccount ? "nl91abna0417164300" : "", PayerName = byAccount ? "" : "NORDWIND FINANCE BV",
        };
        var plan = await AppliedAsync(Of("INV-2025-000001", 510), Of("INV-2025-000003", 1_190));
        Assert.Equal((0, 2), (plan.Waiting.Count, Assert.Single(plan.Payments).Advice.Lines.Count));
        Assert.Equal((Eur(680), Eur(1_190), Eur(0)), await OpenAsync());
        // Of another day, or more than the payment: they are not it.
        Assert.Equal(2, (await AppliedAsync(Of("INV-2025-000001", 510), Of("INV-2025-000003", 1_190) with { Date = Monday })).Waiting.Count);
    }

    [Fact]
    public async Task An_advice_that_names_its_payment_may_come_weeks_later_and_one_that_only_names_the_payer_may_not()
    {
        await BillAsync();
        await business.ImportAsync(Received("1", Eur(1_190), Monday.PlusDays(20), endToEnd: "AVIS-17"));
        var late = Advice("", ("INV-2025-000002", 1_190)) with { Date = Monday.PlusDays(60), PayerAccount = "DE02120300000000202051" };
        Assert.Single((await AppliedAsync(late)).Waiting);
        Assert.Empty((await AppliedAsync(late with { PaymentReference = "AVIS-17" })).Waiting);
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000002/1")).Open);
    }

    // Short with a reason: the money is applied, the rest is a deduction with a case, not a part payment nobody can explain.
    [Theory, InlineData(true), InlineData(false)]
    public async Task What_an_advice_keeps_back_becomes_a_deduction_with_its_reason(bool isBefore)
    {
        await BillAsync();
        var advice = Advice("AVIS-17", ("INV-2025-000001", 1_100), ("INV-2025-000002", 1_190)) with { Total = Eur(2_290) };
        advice = advice with { Lines = advice.Lines.SetItem(0, advice.Lines[0] with { Gross = Eur(1_190), Deductions = [new() { Reason = "04", Amount = Eur(90) }] }) };
        var line = Received("1", Eur(2_290), Monday.PlusDays(20), endToEnd: "AVIS-17");
        static DisputeReason? ReasonOf(string code) => code == "04" ? DisputeReason.Freight : null;
        EquatableArray<CaptureDeduction> captures;
        if (isBefore)
        {
            var plan = await business.ImportAsync([.. AdvicePairs.Of([line], [advice]).Entries]);
            Assert.Equal(new ClaimedDeduction { Item = new("INV-2025-000001/1"), Amount = Eur(90), Reason = "04" }, Assert.Single(plan.Payments[0].Deductions));
            Assert.Empty(plan.Deductions(_ => null, Anna));
            captures = plan.Deductions(ReasonOf, Anna);
        }
        else
        {
            await business.ImportAsync(line);
            captures = (await AppliedAsync(advice)).Deductions(ReasonOf, Monday.PlusDays(22), Anna);
        }
        Assert.Equal((Eur(90), Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync("INV-2025-000002/1")).Open));
        foreach (var capture in captures)
        {
            var kept = Expect.Success(await business.Disputes.CaptureDeductionAsync(capture));
            Assert.Equal((Eur(90), DisputeReason.Freight), (kept.Disputed, kept.Reason));
            Expect.Success(await business.Disputes.CaptureDeductionAsync(capture));
        }
        Assert.Single(captures);
        Assert.Equal((Eur(0), Eur(1_280)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.AccountAsync()).OpenReceivable));
    }

    [Fact]
    public async Task Several_advices_before_the_money_are_the_payment_together()
    {
        await BillAsync();
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-4", "I-4", 50m, "C-8");
        var pairs = AdvicePairs.Of([Received("1", Eur(1_785), Monday.PlusDays(20), endToEnd: "AVIS-17")],
            [Advice("AVIS-17", ("INV-2025-000001", 1_190)), Advice("avis-17", ("INV-2025-000004", 595))]);
        Assert.Empty(pairs.Waiting);
        await business.ImportAsync([.. pairs.Entries]);
        Assert.Equal((Eur(0), Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync("INV-2025-000004/1")).Open));
    }

    private async Task<(Money, Money, Money)> OpenAsync() => ((await business.ItemAsync("INV-2025-000001/1")).Open,
        (await business.ItemAsync("INV-2025-000002/1")).Open, (await business.ItemAsync("INV-2025-000003/1")).Open);
}
