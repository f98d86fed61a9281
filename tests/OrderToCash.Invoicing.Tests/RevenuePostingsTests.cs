using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class RevenuePostingsTests
{
    // Posted on 1 February 2011: goods, a year of support from January, goods to be delivered in March, a milestone without a day.
    private static readonly Invoice Mixed = Draft().With(
        Line("Lantern", 4, "25 GBP"), Line("Support", 12, "10 GBP"), Line("Later", 2, "30 GBP"), Line("Milestone", 1, "500 GBP")).Posted().Invoice;

    private static readonly EquatableArray<RevenueTerm> Terms =
    [
        new() { Line = 2, Timing = RevenueTiming.OverPeriod, From = new(2011, 1, 1), Until = new(2011, 12, 31), Method = DeferralMethod.Monthly },
        new() { Line = 3, Timing = RevenueTiming.OnPerformance, PerformedOn = new(2011, 3, 15) },
        new() { Line = 4, Timing = RevenueTiming.OnPerformance },
    ];

    private static IEnumerable<string> Text(IEnumerable<RevenueProposal> proposals) =>
        proposals.Select(p => $"{p.On:uuuu-MM-dd} {p.Line} {p.Step} {p.Debit}/{p.Credit} {p.Amount}");

    [Fact]
    public void Posting_credits_what_the_performance_says()
    {
        var proposals = Expect.Success(RevenuePostings.Of(Mixed, Terms));
        Assert.Equal(
        [
            "2011-02-01 1 Earned /revenue.sales 100.00 GBP",
            "2011-02-01 2 Earned /revenue.sales 10.00 GBP",
            "2011-02-01 2 Deferred /liability.contract 110.00 GBP",
            "2011-02-28 2 Released liability.contract/revenue.sales 10.00 GBP",
            "2011-03-31 2 Released liability.contract/revenue.sales 10.00 GBP",
        ], Text(proposals).Take(5));
        Assert.Equal(
        [
            "2011-02-01 3 Deferred /liability.contract 60.00 GBP",
            "2011-03-15 3 Released liability.contract/revenue.sales 60.00 GBP",
            "2011-02-01 4 Deferred /liability.contract 500.00 GBP",
        ], Text(proposals).TakeLast(3));
        Assert.Equal("2011-06-30 4 Released liability.contract/revenue.sales 500.00 GBP", Text([Expect.Success(RevenuePostings.Release(Mixed, 4, new(2011, 6, 30)))]).Single());
    }

    [Fact]
    public void Unbilled_deliveries_are_accrued_and_taken_back_the_next_day()
    {
        var items = new[]
        {
            ABillable.Item("1").Pieces(10, 6, 2), ABillable.Item("2").Pieces(10, 10, 10), ABillable.Item("3") with { PerformedOn = new LocalDate(2011, 2, 1) },
            ABillable.Item("4").Pieces(10, 1) with { HeldBecause = "price" },
        };
        Assert.Equal(
        [
            "2011-01-31 0 Accrued asset.unbilled/revenue.sales 10.00 GBP", "2011-02-01 0 AccrualReversed revenue.sales/asset.unbilled 10.00 GBP",
            "2011-01-31 0 Accrued asset.unbilled/revenue.sales 2.50 GBP", "2011-02-01 0 AccrualReversed revenue.sales/asset.unbilled 2.50 GBP",
        ], Text(RevenuePostings.Unbilled(items, ABillable.Day)));
    }

    [Fact]
    public void Terms_are_checked_as_a_whole()
    {
        var result = RevenuePostings.Of(Mixed, [Terms[0], Terms[0] with { Until = new(2010, 1, 1) }, new() { Line = 9, Timing = RevenueTiming.Immediate }, Terms[0] with { Line = 1, From = null }]);
        Expect.Refused(RevenueErrors.LineTwice, result);
        Expect.Refused(RevenueErrors.LineUnknown, result);
        Expect.Refused(RevenueErrors.PeriodInvalid, result);
        Assert.Equal(4, result.Errors.Count);
        Expect.Refused(RevenueErrors.LineUnknown, RevenuePostings.Release(Mixed, 0, new(2011, 6, 30)));
    }

    public static Arbitrary<(int, int, int, int, int)[]> Lines { get; } = Arb.From(
        Gen.NonEmptyListOf(
            from quantity in Gen.Choose(1, 9) from price in Gen.Choose(0, 99_999) from timing in Gen.Choose(0, 4) from start in Gen.Choose(-400, 400) from days in Gen.Choose(0, 800)
            select (quantity, price, timing, start, days)).Select(l => l.Take(6).ToArray()),
        lines => Enumerable.Range(0, lines.Length).Where(_ => lines.Length > 1).Select(i => lines.Where((_, j) => j != i).ToArray()));

    [Property(MaxTest = 500, Arbitrary = [typeof(RevenuePostingsTests)])]
    public bool Earned_and_deferred_are_the_nets_and_what_is_deferred_is_released((int Quantity, int Price, int Timing, int Start, int Days)[] lines)
    {
        var invoice = Draft().With(lines.Select((l, i) => Line($"L{i}", l.Quantity, "1 GBP") with { Price = null, Net = Money.FromMinorUnits(l.Price, Currency.Gbp) })).Posted().Invoice;
        var terms = lines.Select((l, i) => new RevenueTerm
        {
            Line = i + 1, Timing = (RevenueTiming)Math.Min(l.Timing, 2), Method = l.Timing == 3 ? DeferralMethod.Monthly : DeferralMethod.Daily,
            PerformedOn = invoice.DocumentDate.PlusDays(l.Start), From = invoice.DocumentDate.PlusDays(l.Start), Until = invoice.DocumentDate.PlusDays(l.Start + l.Days),
        }).ToEquatableArray();
        var proposals = Expect.Success(RevenuePostings.Of(invoice, terms));
        return Sum(RevenueStep.Earned, RevenueStep.Deferred) == invoice.Totals.LineNet && Sum(RevenueStep.Deferred) == Sum(RevenueStep.Released)
            && proposals.All(p => p.Step == RevenueStep.Released ? p.On > invoice.DocumentDate : p.On == invoice.DocumentDate);

        Money Sum(params RevenueStep[] steps) => Money.Sum(proposals.Where(p => steps.Contains(p.Step)).Select(p => p.Amount), Currency.Gbp);
    }
}
