using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Amounts without a word: what falls due in a period, and any number of few items.</summary>
public class SumOfItemsTests
{
    private static Receivables.OpenItem[] Statement(int count) => [.. Enumerable.Range(0, count)
        .Select(i => Invoice($"RE-2026-00{10_000 + i}", "ACME", 10_000.37m + i * i * i * 791_907L % 5_000_011 / 100m, due: Today.PlusDays(i / 2 - 8)))];

    private static decimal Sum(IEnumerable<Receivables.OpenItem> items) => items.Sum(i => i.Open.Amount);

    [Fact]
    public void All_that_falls_due_in_a_period()
    {
        var book = Statement(30);
        var decision = Match(book, Payment(Sum(book[8..22]), "", Acme));
        Assert.Equal(MatchOutcome.Full, decision.Outcome);
        Assert.Equal(book[8..22].Select(i => i.Id).Order(), decision.Allocations.Select(a => a.Item).Order());
        Assert.Equal(EvidenceKind.DueInPeriod, decision.Evidence[^1].Kind);
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
