namespace OrderToCash.Matching.Tests;

public class MatchingPolicyTests
{
    [Fact]
    public void The_standard_policy_can_be_used() => Assert.Empty(MatchingPolicy.Standard.Check());

    [Theory]
    [InlineData(4_999, 5_000)]
    [InlineData(10_001, 5_000)]
    [InlineData(9_000, -1)]
    public void Thresholds_are_ordered(int applyAt, int suggestAt) =>
        Expect.Found(MatchingErrors.ThresholdOrder, (MatchingPolicy.Standard with { ApplyAt = applyAt, SuggestAt = suggestAt }).Check());

    [Fact]
    public void Tolerances_are_not_negative_and_not_said_twice()
    {
        var (one, minus) = (Money.Of(1m, Currency.Eur), Money.Of(-1m, Currency.Usd));
        Expect.Found(MatchingErrors.ToleranceInvalid, (MatchingPolicy.Standard with { ShortTolerance = Percentage.Of(-1) }).Check());
        Expect.Found(MatchingErrors.ToleranceInvalid, (MatchingPolicy.Standard with { ShortToleranceCaps = [minus] }).Check());
        Expect.Found(MatchingErrors.ToleranceInvalid, (MatchingPolicy.Standard with { ShortToleranceCaps = [one, one] }).Check());
    }

    [Fact]
    public void Budgets_have_a_range()
    {
        Expect.Found(MatchingErrors.BudgetInvalid, (MatchingPolicy.Standard with { StepsPerPass = 99 }).Check());
        Expect.Found(MatchingErrors.BudgetInvalid, (MatchingPolicy.Standard with { DiscountGraceDays = 367 }).Check());
    }

    [Fact]
    public void All_findings_come_at_once_and_the_engine_refuses_to_run()
    {
        var policy = MatchingPolicy.Standard with { ApplyAt = 0, StepsPerPass = 0 };
        Assert.Equal(2, policy.Check().Count);
        Assert.Throws<ArgumentException>(() => MatchingEngine.Match(OpenItemBook.Create([]), [], policy));
    }
}
