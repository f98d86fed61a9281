using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Quickstart.Tests;

/// <summary>Amounts of all sizes and signs, from nothing to the most there is.</summary>
public static class ReportAmounts
{
    public static Arbitrary<Money[]> Amounts()
    {
        var extremes = Gen.Elements(0L, 1L, -1L, Money.MaxMinorUnits, -Money.MaxMinorUnits);
        var usual = Gen.Choose(-2_000_000_000, 2_000_000_000).Select(m => (long)m);
        var unusual = from m in usual from power in Gen.Choose(0, 8) select m * (long)Math.Pow(10, power);
        var amount = Gen.Frequency((2, extremes), (5, usual), (2, unusual)).Select(m => Money.FromMinorUnits(m, Currency.Eur));
        return Arb.From(from count in Gen.Choose(0, 80) from amounts in Gen.ArrayOf(amount, count) select amounts,
            all => all.Length == 0 ? [] : [all[..(all.Length / 2)], all[1..], all[..^1]]);
    }
}

/// <summary>The charts hold whatever the year brings.</summary>
public class ReportChartProperties
{
    [Property(MaxTest = 150, Arbitrary = [typeof(ReportAmounts)])]
    public void Whatever_the_amounts_every_shape_stays_in_its_chart(Money[] amounts)
    {
        var page = WrittenReport.Of(Of(amounts));
        page.AssertShapesStayInside();
        Assert.Equal(amounts.Length, page.Rows("money").Count);
        Assert.Equal(amounts.Length, page.Rows("weeks").Count);
    }

    [Property(MaxTest = 50, Arbitrary = [typeof(ReportAmounts)])]
    public void Bars_grow_with_what_they_show(Money[] amounts)
    {
        var scale = ChartScale.Of(amounts.Select(a => a.Amount), 0m, SvgShapes.LongestBar);
        var (rounded, step) = scale.Rounded(5);
        Assert.True(rounded.Low <= scale.Low && rounded.High >= scale.High);
        Assert.InRange((rounded.High - rounded.Low) / step, 1m, 8m);
        Assert.Equal(0m, rounded.Low % step);
        foreach (var (one, other) in amounts.Zip(amounts.Skip(1)))
            Assert.True(scale.At(one.Amount) <= scale.At(other.Amount) == one <= other || Near(scale, one, other));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(950, "950")]
    [InlineData(-12_345, "-12.3k")]
    [InlineData(250_000, "250k")]
    [InlineData(1_250_000, "1.25M")]
    [InlineData(9_999_000_000, "10bn")]
    [InlineData(12_345_000_000_000_000, "12,345tn")]
    public void An_axis_has_short_numbers(decimal value, string text) => Assert.Equal(text, ReportText.Short(value));

    [Fact]
    public void Sixty_weeks_have_few_labels_and_one_week_has_its_own()
    {
        var weeks = Enumerable.Range(0, 60).Select(i => Week(AReport.Monday.PlusWeeks(i), AReport.Eur(i * 1_000m))).ToList();
        Assert.InRange(Names(weeks), 10, 16);
        Assert.Equal(2, Names(weeks[..1]));
    }

    private static int Names(List<ReportWeek> weeks) => WrittenReport.Of(AReport.Empty with { Weeks = [.. weeks] })
        .All("text").Count(t => t.Attribute("class")!.Value == "name");

    // Amounts so close that 28 digits of the scale cannot part them.
    private static bool Near(ChartScale scale, Money one, Money other) =>
        Math.Abs(scale.At(one.Amount) - scale.At(other.Amount)) < 0.000_000_001m;

    private static CycleReport Of(Money[] amounts) => AReport.Empty with
    {
        Stages = [.. amounts.Select((a, i) => new ReportStage { Name = $"Stage {i}", Count = i, Amount = a })],
        Movements = [.. amounts.Select((a, i) => Movement(i, a))],
        Buckets = [.. amounts.Select((_, i) => $"bucket {i}")],
        Aging = amounts.Length == 0
            ? []
            : [new() { Currency = Currency.Eur, Amounts = [.. amounts], Total = amounts[0], IsTotal = true }],
        Weeks = [.. amounts.Select((a, i) => Week(AReport.Monday.PlusWeeks(i), a, amounts[^(i + 1)]))],
        Outcomes = [.. amounts.Select((a, i) => AReport.Outcome($"No. {i}", i * i, a.Amount, i % 2 == 0))],
        WorstPayers =
        [
            .. amounts.Select((a, i) => new ReportPayer
            {
                Customer = new($"C{i}"), Name = $"Customer {i}", Country = "France", Overdue = a, Open = a, OldestDays = i,
                Level = 0,
            }),
        ],
    };

    private static ReportMovement Movement(int index, Money amount) =>
        new() { Name = $"Step {index}", Amount = amount, IsTotal = index % 5 == 4, Journal = "event" };

    private static ReportWeek Week(LocalDate monday, Money due, Money? received = null) =>
        new() { Monday = monday, Due = due, Received = received ?? Money.Zero(Currency.Eur) };
}
