using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Collections.Tests.AnInterest;

namespace OrderToCash.Collections.Tests;

public sealed class LateInterestProperties
{
    private static readonly LocalDate Due = new(2023, 5, 31);

    /// <summary>An amount, payments and pauses by day and share, a policy and days to charge on.</summary>
    public sealed record Case(int Cents, int[] Payments, int[] Pauses, int Policy, int[] Runs);

    public static class Cases
    {
        public static Arbitrary<Case> All() => Arb.From(
            from cents in Gen.Choose(1, 10_000_000)
            from payments in Gen.Choose(-20, 900).ArrayOf(3)
            from pauses in Gen.Choose(-20, 900).ArrayOf(2)
            from policy in Gen.Choose(0, 3)
            from runs in Gen.Choose(1, 1_000).ArrayOf()
            select new Case(cents, payments, pauses, policy, runs));
    }

    private static LateInterestPolicy PolicyOf(Case c) => c.Policy switch
    {
        0 => LateInterestPolicies.GermanBusiness, 1 => LateInterestPolicies.EuropeanBusiness,
        2 => LateInterestPolicies.EuropeanBusiness with { Selection = InterestRateSelection.FixedAtStart, DayCount = DayCount.ActualActualIsda },
        _ => new() { Code = "fixed", Margin = Percentage.Of(7.3m), DayCount = DayCount.Actual360 },
    };

    private static OpenItem ItemOf(Case c)
    {
        var left = Money.FromMinorUnits(c.Cents, Currency.Eur);
        var payments = new List<(LocalDate, Money)>();
        foreach (var day in c.Payments)
        {
            var part = Money.FromMinorUnits(left.MinorUnits / 3, Currency.Eur);
            payments.Add((Due.PlusDays(day), part));
            left -= part;
        }
        return Item(Money.FromMinorUnits(c.Cents, Currency.Eur), Due, [.. payments]);
    }

    private static EquatableArray<InterestPause> PausesOf(Case c) => c.Pauses.Select((day, i) => new InterestPause
    {
        Item = new("I-1"), Amount = Money.FromMinorUnits(1 + c.Cents / (i + 2), Currency.Eur), From = Due.PlusDays(day), Until = i == 0 ? Due.PlusDays(day + 30) : null,
    }).ToEquatableArray();

    private static LateInterest Of(Case c, LocalDate through) =>
        Expect.Success(LateInterest.Of(ItemOf(c), PausesOf(c), PolicyOf(c), BuiltInReferenceRates.All, through));

    // Independent of spans: each day by itself, in a common denominator.
    private static Money DayByDay(Case c, LocalDate through)
    {
        var (item, pauses, policy) = (ItemOf(c), PausesOf(c), PolicyOf(c));
        var (num, den) = (System.Numerics.BigInteger.Zero, (System.Numerics.BigInteger)100 * 10_000 * 360 * 365 * 366);
        for (var day = Due.PlusDays(1); day <= through; day = day.PlusDays(1))
        {
            var owed = item.Amount;
            foreach (var a in item.Applications)
                if (a.On < day) owed -= a.Amount;
            foreach (var p in pauses)
                if (p.From <= day && (p.Until is not { } until || day < until)) owed -= p.Amount;
            if (!owed.IsPositive) continue;
            var counts = policy.Selection == InterestRateSelection.FixedAtStart ? Due.PlusDays(1) : day;
            var rate = policy.Margin.Value + (policy.Table.Length == 0 ? 0 : BuiltInReferenceRates.All.Single(t => t.Code == policy.Table).Rates.Last(r => r.From <= counts).Rate.Value);
            // ACT/ACT counts the time from midnight to midnight: a day ends on its date, so that 1 January still ends in the old year's count.
            var year = policy.DayCount == DayCount.Actual360 ? 360 : policy.DayCount == DayCount.Actual365Fixed ? 365
                : CalendarSystem.Iso.IsLeapYear(day.PlusDays(-1).Year) ? 366 : 365;
            num += owed.MinorUnits * (System.Numerics.BigInteger)(rate * 10_000) * (360L * 365 * 366 / year);
        }
        return Money.FromMinorUnits((long)((2 * num + den) / (2 * den)), Currency.Eur);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void It_is_the_sum_of_what_each_day_bears_rounded_once(Case c)
    {
        var through = Due.PlusDays(c.Runs.Length == 0 ? 500 : c.Runs[0]);
        var interest = Of(c, through);
        Assert.Equal(DayByDay(c, through), interest.Total);
        Assert.Equal(interest.Total, Money.Sum(interest.Lines.Select(l => l.Amount), Currency.Eur));
        Assert.All(interest.Lines, l => Assert.True(l.Base.IsPositive && l.From <= l.Through && l.From > Due && l.Through <= through));
        for (var i = 1; i < interest.Lines.Count; i++) Assert.True(interest.Lines[i - 1].Through < interest.Lines[i].From);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void Charged_in_any_steps_it_adds_up_to_the_same_and_no_day_twice(Case c)
    {
        var state = ItemInterest.None(new("I-1"), Currency.Eur);
        foreach (var run in c.Runs)
        {
            var decided = state.ChargeInterest(Of(c, Due.PlusDays(run)), Money.Zero(Currency.Eur), new($"INT-{state.Charges.Count + 1}"), Due.PlusDays(run), Clerk, At);
            if (!decided.IsSuccess) continue;
            Assert.Equal(decided.Value.State, decided.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            state = decided.Value.State;
            Assert.Empty(state.Check());
        }
        if (state.ChargedThrough is { } last) Assert.Equal(Of(c, last).Total, state.Charged);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Cases)])]
    public void A_later_day_never_makes_it_less(Case c)
    {
        var days = c.Runs.Order().Select(r => Of(c, Due.PlusDays(r)).Total).ToList();
        Assert.Equal(days.Order(), days);
    }
}
