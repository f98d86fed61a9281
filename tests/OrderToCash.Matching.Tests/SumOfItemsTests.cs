using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Amounts without a word: what falls due in a period, and any number of few items.</summary>
public class SumOfItemsTests
{
    private static Receivables.OpenItem[] Statement(int count) => [.. Enumerable.Range(0, count)
        .Select(i => Invoice($"RE-2026-00{10_000 + i}", "ACME", 10_000.37m + i * i * i * 791_907L % 5_000_011 / 100m, due: Today.PlusDays(i / 2 - 8)))];

    private static decimal Sum(IEnumerable<Receivables.OpenItem> items) => items.Sum(i => i.Open.Amount);

    private static readonly Receivables.OpenItem[] Uneven = [.. new[] { 61_033.17m, 48_811.93m, 39_502.41m, 52_120.77m, 44_444.01m, 71_009.99m, 31_250.23m, 65_432.11m, 58_000.63m, 47_777.89m, 36_363.47m,
            80_808.29m, 29_291.31m, 93_939.53m, 41_414.59m, 77_077.61m, 55_555.67m, 34_343.71m, 68_686.73m, 26_262.79m, 88_088.83m, 59_595.89m, 45_450.97m, 62_626.03m,
            50_005.07m, 73_737.09m }
        .Select((amount, i) => Invoice($"RE-2026-00{20_000 + i}", "ACME", amount, due: Today.PlusDays(i * 3)))];

    [Fact]
    public void All_that_falls_due_in_a_period()
    {
        var decision = Match(Uneven[..9], Payment(Sum(Uneven[2..7]), "", Acme));
        Assert.Equal(MatchOutcome.Full, decision.Outcome);
        Assert.Equal(Uneven[2..7].Select(i => i.Id).Order(), decision.Allocations.Select(a => a.Item).Order());
        Assert.Equal(EvidenceKind.DueInPeriod, decision.Evidence[^1].Kind);
    }

    [Fact]
    public void A_total_that_another_set_reaches_as_well_is_for_a_person()
    {
        Receivables.OpenItem Due(string number, decimal amount, int days) => Invoice(number, "ACME", amount, due: Today.PlusDays(days));
        var book = new[] { Due("RE-2010001", 60.10m, -3), Due("RE-2010002", 40.07m, -2), Due("RE-2010003", 70.02m, 9), Due("RE-2010004", 30.15m, 9), Due("RE-2010005", 812, 20) };
        var decision = Match(book, Payment(100.17m, "", Acme));
        Assert.Equal((MatchOutcome.Suggested, EvidenceKind.AllDue), (decision.Outcome, decision.Alternatives[0].Evidence));
        Assert.Equal("Full RE-2010001#1 60.10 RE-2010002#1 40.07".Split(' ').Length, Match([book[0], book[1], book[4]], Payment(100.17m, "", Acme)).Line().Split(' ').Length);
        Assert.True(Match([book[0], book[1], book[2], book[4]], Payment(100.17m, "", Acme)).IsApplied);
    }

    [Fact]
    public void Who_knows_that_his_customers_pay_by_statement_trusts_the_totals()
    {
        var book = Statement(30);
        var payment = Payment(Sum(book[8..22]), "", Acme);
        Assert.Equal((MatchOutcome.Suggested, 14), (Match(book, payment).Outcome, Match(book, payment).Alternatives[0].Allocations.Count));
        var trusting = MatchingEngine.Match(OpenItemBook.Create(book), [payment], MatchingPolicy.Standard with { TrustsTotals = true }, Payers).Decisions[0];
        Assert.Equal((MatchOutcome.Full, 14), (trusting.Outcome, trusting.Allocations.Count));
    }

    [Fact]
    public void All_that_is_open_but_two()
    {
        var book = Uneven;
        var decision = Match(book, Payment(Sum(book) - book[4].Open.Amount - book[11].Open.Amount, "", Acme));
        Assert.Equal((MatchOutcome.Suggested, EvidenceKind.AllButTwo), (decision.Outcome, decision.Alternatives[0].Evidence));
        Assert.Equal(24, decision.Alternatives[0].Allocations.Count);
        var few = book[..9];
        Assert.Equal(7, Match(few, Payment(Sum(few) - few[4].Open.Amount - few[7].Open.Amount, "", Acme)).Allocations.Count);
    }

    [Fact]
    public void A_large_item_that_is_a_little_short_is_settled_and_a_small_one_is_shown()
    {
        var decision = Match([Invoice("RE-2010001", "ACME", 40_000)], Payment(39_997.5m, "", Acme));
        Assert.Equal("ShortWithinTolerance RE-2010001#1 39997.50 written off 2.50", decision.Line());
        Assert.Equal(MatchOutcome.Suggested, Match([Invoice("RE-2010001", "ACME", 400)], Payment(398.5m, "", Acme)).Outcome);
        Assert.False(Match([Invoice("RE-2010001", "ACME", 40_000), Invoice("RE-2010002", "ACME", 39_999)], Payment(39_997.5m, "", Acme)).IsApplied);
    }

    [Fact]
    public void All_of_a_period_but_one()
    {
        var book = Statement(12);
        var decision = Match(book, Payment(Sum(book[2..10]) - book[5].Open.Amount, "", Acme));
        Assert.Equal(book[2..10].Where(i => i.Id != book[5].Id).Select(i => i.Id).Order(), decision.Allocations.Select(a => a.Item).Order());
    }

    [Fact]
    public void Any_five_of_a_few()
    {
        var book = Statement(9);
        int[] chosen = [0, 2, 3, 5, 8];
        var decision = Match(book, Payment(chosen.Sum(i => book[i].Open.Amount), "", Acme));
        Assert.Equal(chosen.Select(i => book[i].Id).Order(), decision.Allocations.Select(a => a.Item).Order());
    }

    [Fact]
    public void Two_ways_to_the_same_sum_are_a_persons()
    {
        decimal[] amounts = [10_000m, 20_000m, 30_000m, 40_000m, 51_234.56m, 7_654.32m];
        var book = amounts.Select((a, i) => Invoice($"RE-2026-00{10_000 + i}", "ACME", a, due: Today));
        Assert.False(Match(book, Payment(50_000m + 51_234.56m, "", Acme)).IsApplied);
    }

    [Fact]
    public void What_can_not_be_read_beside_a_named_item_is_a_part_of_the_sum()
    {
        var book = Statement(9);
        var sum = book[0].Open.Amount + book[2].Open.Amount + book[3].Open.Amount + book[7].Open.Amount;
        Assert.Equal(4, Match(book, Payment(sum, "RE-2026-0010003 + 771234 + 771235 + 771236", Acme)).Allocations.Count);
        Assert.DoesNotContain(book[0].Id,
            Match(book, Payment(sum, "RE-2026-0010004 + 771234", Acme)).Allocations.Select(a => a.Item));
    }

    [Fact]
    public void Who_names_one_item_and_pays_more_is_taken_at_his_word()
    {
        var book = Statement(9);
        var sum = book[0].Open.Amount + book[2].Open.Amount + book[3].Open.Amount + book[7].Open.Amount;
        var decision = Match(book, Payment(sum, "RE-2026-0010003", Acme));
        Assert.Equal(MatchOutcome.Over, decision.Outcome);
        Assert.Equal([book[3].Id], decision.Allocations.Select(a => a.Item));
    }
}
