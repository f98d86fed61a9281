using OrderToCash.Collections;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class InterestDeskTests
{
    private static readonly OpenItemId Invoice = new("INV-2025-000001/1");
    private static readonly LocalDate Due = Monday.PlusDays(30); // 2 April 2025
    private static readonly LocalDate June = new(2025, 6, 30);

    private readonly ABusiness business = new(seller: Seller with
    {
        BusinessInterest = LateInterestPolicies.GermanBusiness with { Minimums = [Eur(1)] },
    });

    private async Task LateAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
    }

    private ChargeLateInterest Charge(LocalDate through) => new() { Id = business.Next(), By = Anna, Item = Invoice, Through = through, On = through.PlusDays(1) };

    [Fact]
    public async Task A_run_is_planned_shown_and_charged_once()
    {
        await LateAsync();
        var plan = Expect.Success(await business.Interest.PlanAsync(Id, June));
        var planned = Assert.Single(plan.Charges);
        Assert.Equal((Eur(32.70m), 89, Percentage.Of(11.27m)), (planned.Amount, planned.Interest.Days, planned.Interest.Lines[0].Rate));
        for (var again = 0; again < 2; again++)
            foreach (var command in plan.Commands(Anna, June.PlusDays(1)))
                Assert.Equal(Eur(32.70m), Expect.Success(await business.Interest.ChargeAsync(command)).Charged);
        Assert.Empty(Expect.Success(await business.Interest.PlanAsync(Id, June)).Charges);
        Expect.Refused(InterestErrors.ChargedThrough, await business.Interest.ChargeAsync(Charge(June)));
        var item = await business.ItemAsync("INT-INV-2025-000001/1/1");
        Assert.Equal((OpenItemKind.Interest, Eur(32.70m)), (item.Kind, item.Open));
        Assert.Equal((Eur(-32.70m), Eur(32.70m)), (await business.BalanceAsync(AccountRole.InterestRevenue), await business.BalanceAsync(AccountRole.InterestReceivable)));
        Assert.Equal(Eur(1_222.70m), (await business.AccountAsync()).OpenReceivable);
        // July: the half-year's new rate, only the new days, and no interest on interest.
        Assert.Equal(Eur(32.70m + 10.38m), Expect.Success(await business.Interest.ChargeAsync(Charge(new(2025, 7, 31)))).Charged);
    }

    [Fact]
    public async Task What_is_too_little_waits_and_what_was_paid_late_is_still_owed()
    {
        await LateAsync();
        Expect.Refused(InterestErrors.BelowMinimum, await business.Interest.ChargeAsync(Charge(Due.PlusDays(2))));
        Expect.Found(InterestErrors.BelowMinimum, Expect.Success(await business.Interest.PlanAsync(Id, Due.PlusDays(2))).NotCharged);
        Expect.Refused(InterestErrors.NothingDue, await business.Interest.ChargeAsync(Charge(Due)));
        await business.ImportAsync(Received("1", Eur(1_190), Due.PlusDays(10), "INV-2025-000001"));
        var plan = Expect.Success(await business.Interest.PlanAsync(Id, June));
        Assert.Equal((10, Due.PlusDays(10)), (plan.Charges[0].Interest.Days, plan.Charges[0].Interest.Lines[0].Through));
    }

    [Fact]
    public async Task The_disputed_part_bears_none_until_the_claim_is_found_wrong()
    {
        await LateAsync();
        Expect.Success(await business.Disputes.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Dispute = new("D-1"), Reason = DisputeReason.QuantityShort, On = Monday.PlusDays(12), Parts = [new() { Item = Invoice, Amount = Eur(190) }] },
        }));
        Assert.Equal(Eur(1_000), Expect.Success(await business.Interest.PlanAsync(Id, June)).Charges[0].Interest.Lines[0].Base);
        Assert.Equal(Eur(27.48m), Expect.Success(await business.Interest.ChargeAsync(Charge(June))).Charged);
        Expect.Success(await business.Disputes.InvestigateAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), On = June.PlusDays(1) }));
        Expect.Success(await business.Disputes.DecideAsync(new() { Id = business.Next(), By = Anna, Dispute = new("D-1"), On = June.PlusDays(1), Explanation = "All was delivered." }));
        // Back-dated to the due date: what was left out is charged with the days to come.
        var all = Expect.Success(await business.Interest.ChargeAsync(Charge(June.PlusDays(10))));
        Assert.Equal(Eur(32.70m + 3.35m), all.Charged);
    }

    [Fact]
    public async Task Interest_is_given_up_and_its_days_are_not_charged_again()
    {
        await LateAsync();
        Expect.Success(await business.Interest.ChargeAsync(Charge(June)));
        var waive = new WaiveLateInterest
        {
            Id = business.Next(), By = Anna, Item = Invoice, Charge = new("INT-INV-2025-000001/1/1"), Reason = "good customer", On = June.PlusDays(3),
        };
        Expect.Success(await business.Interest.WaiveAsync(waive));
        Expect.Success(await business.Interest.WaiveAsync(waive with { Id = business.Next() }));
        Assert.Equal((Eur(0), Eur(0)), ((await business.ItemAsync("INT-INV-2025-000001/1/1")).Open, await business.BalanceAsync(AccountRole.InterestRevenue)));
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).OpenReceivable);
        Assert.Empty(Expect.Success(await business.Interest.PlanAsync(Id, June)).Charges);
        Expect.Refused(InterestErrors.ChargeUnknown, await business.Interest.WaiveAsync(waive with { Id = business.Next(), Charge = new("X") }));
        Expect.Refused(ProcessErrors.NotFound, await business.Interest.WaiveAsync(waive with { Id = business.Next(), Item = new("X") }));
    }

    [Fact]
    public async Task The_lump_sum_is_charged_once()
    {
        await LateAsync();
        ChargeLateCompensation Compensate(LocalDate on) => new() { Id = business.Next(), By = Anna, Item = Invoice, On = on };
        Expect.Refused(InterestErrors.NoCompensation, await business.Interest.CompensateAsync(Compensate(Due)));
        Expect.Success(await business.Interest.CompensateAsync(Compensate(Due.PlusDays(1))));
        Expect.Refused(InterestErrors.Compensated, await business.Interest.CompensateAsync(Compensate(Due.PlusDays(9))));
        Assert.Equal((OpenItemKind.Fee, Eur(40)), (await business.ItemAsync("COMP-INV-2025-000001/1")) is var fee ? (fee.Kind, fee.Open) : default);
    }

    [Fact]
    public async Task Without_a_policy_nobody_is_charged_and_rates_are_not_invented()
    {
        await LateAsync();
        var without = new ABusiness(business.Books);
        Expect.Refused(ProcessErrors.NoInterest, await without.Interest.ChargeAsync(Charge(June)));
        Expect.Found(ProcessErrors.NoInterest, Expect.Success(await without.Interest.PlanAsync(Id, June)).NotCharged);
        Expect.Refused(InterestErrors.RateMissing, await business.Interest.ChargeAsync(Charge(new(2031, 1, 1))));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Interest.PlanAsync(new("XX"), June));
        Expect.Refused(ProcessErrors.NotFound, await business.Interest.ChargeAsync(Charge(June) with { Item = new("X") }));
    }
}
