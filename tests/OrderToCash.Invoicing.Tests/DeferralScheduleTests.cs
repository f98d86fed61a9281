using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public sealed record AnyDeferral(long Amount, int From, int Days, bool Monthly, (int At, int Until, int Percent)[] Changes);

public class DeferralScheduleTests
{
    private static DeferralSchedule Of(string amount, LocalDate from, LocalDate until, DeferralMethod method) =>
        Expect.Success(DeferralSchedule.Of(Money.Parse(amount), from, until, method));

    private static string Amounts(DeferralSchedule schedule) => string.Join(' ', schedule.Portions().Select(p => p.Amount.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_year_by_months_is_twelve_equal_parts_to_the_cent()
    {
        var year = Of("1000.00 EUR", new(2026, 1, 1), new(2026, 12, 31), DeferralMethod.Monthly);
        Assert.Equal("83.33 83.34 83.33 83.33 83.34 83.33 83.33 83.34 83.33 83.33 83.34 83.33", Amounts(year));
        Assert.Equal("500.00 EUR", year.Through(new(2026, 6, 30)).ToString());
        Assert.Equal("500.00 EUR", year.DeferredAfter(new(2026, 6, 30)).ToString());
    }

    [Fact]
    public void A_year_by_days_follows_the_calendar()
    {
        var year = Of("365.00 EUR", new(2026, 1, 1), new(2026, 12, 31), DeferralMethod.Daily);
        Assert.Equal("31.00 28.00 31.00 30.00 31.00 30.00 31.00 31.00 30.00 31.00 30.00 31.00", Amounts(year));
        Assert.Equal("1.00 EUR", year.Through(new(2026, 1, 1)).ToString());
        Assert.True(year.Through(new(2025, 12, 31)).IsZero);
    }

    [Fact]
    public void A_month_cut_at_either_end_counts_by_its_days()
    {
        // 16 of 31 days of January, February, March, 15 of 30 of April: 16/31 + 1 + 1 + 1/2 = 3.0161 months.
        var quarter = Of("301.61 EUR", new(2026, 1, 16), new(2026, 4, 15), DeferralMethod.Monthly);
        Assert.Equal("51.61 100.00 100.00 50.00", Amounts(quarter));
        Assert.Equal((new LocalDate(2026, 1, 16), new LocalDate(2026, 1, 31)), (quarter.Portions()[0].From, quarter.Portions()[0].Until));
    }

    [Fact]
    public void An_extension_spreads_the_rest_and_leaves_the_past_alone()
    {
        var half = Of("600.00 EUR", new(2026, 1, 1), new(2026, 6, 30), DeferralMethod.Monthly);
        var longer = Expect.Success(half.Change(new(2026, 4, 1), new(2026, 12, 31), Money.Parse("1200.00 EUR")));
        Assert.Equal("100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00 100.00", Amounts(longer));
        Assert.Empty(longer.Check());
        var thinner = Expect.Success(half.Change(new(2026, 4, 1), new(2026, 12, 31)));
        Assert.Equal("100.00 100.00 100.00 33.33 33.34 33.33 33.33 33.34 33.33 33.33 33.34 33.33", Amounts(thinner));
        Assert.Equal("600.00 EUR", thinner.Total.ToString());
    }

    [Fact]
    public void A_service_that_ends_early_is_revenue_at_once_or_given_back()
    {
        var year = Of("1200.00 EUR", new(2026, 1, 1), new(2026, 12, 31), DeferralMethod.Monthly);
        Assert.Equal("100.00 100.00 1000.00", Amounts(Expect.Success(year.End(new(2026, 3, 31)))));
        var credited = Expect.Success(year.Change(new(2026, 4, 1), new(2026, 4, 1), year.Through(new(2026, 3, 31))));
        Assert.Equal(("300.00 EUR", "100.00 100.00 100.00 0.00"), (credited.Total.ToString(), Amounts(credited)));
    }

    [Fact]
    public void What_makes_no_schedule_is_refused()
    {
        Expect.Refused(RevenueErrors.PeriodInvalid, DeferralSchedule.Of(Money.Parse("1.00 EUR"), new(2026, 2, 1), new(2026, 1, 31), DeferralMethod.Daily));
        var year = Of("1200.00 EUR", new(2026, 1, 1), new(2026, 12, 31), DeferralMethod.Monthly);
        Expect.Refused(RevenueErrors.ChangeInvalid, year.Change(new(2025, 12, 31), new(2026, 12, 31)));
        Expect.Refused(RevenueErrors.ChangeInvalid, year.Change(new(2027, 1, 1), new(2027, 12, 31)));
        Expect.Refused(RevenueErrors.ChangeInvalid, year.Change(new(2026, 5, 1), new(2026, 4, 30)));
        Expect.Refused(RevenueErrors.ChangeInvalid, year.Change(new(2026, 5, 1), new(2026, 12, 31), Money.Parse("1.00 USD")));
        Expect.Refused(RevenueErrors.ChangeInvalid, Expect.Success(year.Change(new(2026, 5, 1), new(2026, 12, 31))).Change(new(2026, 4, 1), new(2026, 12, 31)));
        Expect.Found(RevenueErrors.StateMismatch, new DeferralSchedule { Parts = [] }.Check());
        Assert.Equal(3, (year with { Parts = [year.Parts[0] with { Until = new(2025, 1, 1) }, year.Parts[0] with { Amount = Money.Parse("1.00 USD") }] }).Check().Count);
    }

    public static Arbitrary<AnyDeferral> Schedules { get; } = Arb.From(
        from amount in Gen.Choose(-100_000, 1_000_000) from start in Gen.Choose(0, 800) from days in Gen.Choose(0, 900) from monthly in Gen.Elements(true, false)
        from changes in Gen.ListOf(from at in Gen.Choose(0, 900) from until in Gen.Choose(0, 400) from percent in Gen.Choose(0, 200) select (at, until, percent))
        select new AnyDeferral(amount, start, days, monthly, [.. changes.Take(4)]),
        d => Enumerable.Range(0, d.Changes.Length).Select(i => d with { Changes = d.Changes.Where((_, j) => j != i).ToArray() })
            .Concat(d.Amount == 0 ? [] : [d with { Amount = d.Amount / 2 }]).Concat(d.Days == 0 ? [] : [d with { Days = d.Days / 2 }]));

    [Property(MaxTest = 1000, Arbitrary = [typeof(DeferralScheduleTests)])]
    public bool Portions_add_up_and_changes_never_touch_the_past(AnyDeferral d)
    {
        var from = new LocalDate(2024, 1, 1).PlusDays(d.From);
        var amount = Money.FromMinorUnits(d.Amount, Currency.Eur);
        var schedule = Expect.Success(DeferralSchedule.Of(amount, from, from.PlusDays(d.Days), d.Monthly ? DeferralMethod.Monthly : DeferralMethod.Daily));
        if (schedule.Total != amount) return false;
        foreach (var (at, until, percent) in d.Changes)
        {
            var (effective, total) = (from.PlusDays(at), amount.Times(Percentage.Of(percent), Rounding.HalfAwayFromZero));
            if (schedule.Change(effective, effective.PlusDays(until), total) is not { IsSuccess: true } changed) continue;
            var after = changed.Value;
            for (var day = from.PlusDays(-1); day < effective; day = day.PlusDays(1))
                if (after.Through(day) != schedule.Through(day)) return false;
            if (after.Total != total || after.Until != effective.PlusDays(until) || !after.Check().IsEmpty) return false;
            schedule = after;
        }
        var portions = schedule.Portions();
        return Money.Sum(portions.Select(p => p.Amount), Currency.Eur) == schedule.Total
            && portions.All(p => p.From.Month == p.Until.Month && p.From <= p.Until)
            && schedule == JsonSerializer.Deserialize<DeferralSchedule>(JsonSerializer.Serialize(schedule, Stored), Stored);
    }
}
