using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Insights.Tests;

public class InsightsProperties
{
    public sealed class Inputs
    {
        public static Arbitrary<decimal[]> Observations() => Arb.From(
            Gen.NonEmptyListOf(Gen.Choose(0, 10_000)).Select(list => list.Select(x => x / 100m).Order().ToArray()),
            xs => xs.Length > 1 ? [xs[..^1], xs[1..]] : []);

        public static Arbitrary<SalesPeriod[]> Periods() => Arb.From(
            Gen.ListOf(from sales in Gen.Choose(1, 100_000) from days in Gen.Choose(28, 31)
                       select new SalesPeriod { Sales = Money.FromMinorUnits(sales, Currency.Eur), Days = days }).Select(list => list.ToArray()),
            xs => xs.Length > 0 ? [xs[..^1], xs[1..]] : []);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Inputs)])]
    public void Percentiles_lie_within_the_observations_and_never_fall(decimal[] observations)
    {
        foreach (var definition in Enum.GetValues<PercentileDefinition>())
        {
            var all = Enumerable.Range(1, 100).Select(p => Percentiles.Of(observations, Percentage.Of(p), definition)).ToArray();
            Assert.Equal(all.Order(), all);
            Assert.True(all[0] >= observations[0]);
            Assert.Equal(observations[^1], all[^1]);
        }
        foreach (var p in (int[])[1, 50, 90])
        {
            var nearest = Percentiles.Of(observations, Percentage.Of(p), PercentileDefinition.NearestRank);
            Assert.True(observations.Count(x => x <= nearest) * 100 >= p * observations.Length);
            Assert.True(observations.Count(x => x < nearest) * 100 < p * observations.Length);
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Inputs)])]
    public void Counting_back_all_sales_takes_all_days_and_a_cent_more_is_unknown(SalesPeriod[] periods)
    {
        var sales = Money.Sum(periods.Select(p => p.Sales), Currency.Eur);
        Assert.Equal(periods.Sum(p => p.Days), DaysSalesOutstanding.CountBack(sales, [.. periods]).Value);
        var more = DaysSalesOutstanding.CountBack(sales + Money.FromMinorUnits(1, Currency.Eur), [.. periods]);
        Assert.Equal((UndefinedReason.HistoryExhausted, (decimal?)periods.Sum(p => p.Days)), (more.Undefined, more.LowerBound));
    }
}
