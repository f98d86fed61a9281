using OrderToCash.Benchmarks;

namespace OrderToCash.Matching.Tests;

/// <summary>What the generated sets promise.</summary>
public class MatchingDataTests
{
    [Theory, InlineData(3), InlineData(77)]
    public void Money_from_abroad_is_three_percent_and_leaves_every_other_payment_as_it_was(ulong seed)
    {
        var (mixed, plain) = (MatchingData.Generate(30_001, 20_000, seed, MatchingSet.Standard), MatchingData.Generate(30_001, 20_000, seed));
        Assert.Equal(plain.Items, mixed.Items);
        Assert.Equal(plain.Truth, mixed.Truth);
        var abroad = Enumerable.Range(0, mixed.Payments.Length).Where(i => mixed.Twists[i] == Twist.Foreign).ToList();
        Assert.InRange(abroad.Count, 500, 700);
        for (var i = 0; i < mixed.Payments.Length; i++)
        {
            if (mixed.Payments[i].Amount.Currency == Currency.Eur) Assert.Equal(plain.Payments[i], mixed.Payments[i]);
            else Assert.Equal(plain.Payments[i] with { Amount = mixed.Payments[i].Amount }, mixed.Payments[i]);
        }
        foreach (var i in abroad)
        {
            var (money, item) = (mixed.Payments[i].Amount, mixed.Items[Assert.Single(mixed.Truth[i])]);
            var published = item.Amount.Convert(MatchingData.ExchangeRates.Single(r => r.Quote == money.Currency), Rounding.HalfAwayFromZero);
            Assert.InRange(money.Amount / published.Amount, 0.9919m, 1.0081m);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_set_and_another_seed_another()
    {
        var (one, again, other) = (MatchingData.Generate(600, 400, 5, MatchingSet.Hard), MatchingData.Generate(600, 400, 5, MatchingSet.Hard), MatchingData.Generate(600, 400, 6, MatchingSet.Hard));
        Assert.Equal(one.Payments, again.Payments);
        Assert.Equal(one.Items, again.Items);
        Assert.NotEqual(one.Payments, other.Payments);
    }

    [Theory, InlineData(3)]
    public void Nothing_from_abroad_is_applied_wrongly(ulong seed)
    {
        var data = MatchingData.Generate(15_001, 10_000, seed, MatchingSet.Hard);
        var run = MatchingEngine.Match(OpenItemBook.Create(data.Items), data.Payments, MatchingPolicy.Standard, PayerDirectory.Create(data.Aliases),
            ForeignRates.Of(MatchingData.ExchangeRates, MatchingPolicy.Standard.ExchangeSpread));
        var abroad = Enumerable.Range(0, data.Payments.Length).Where(i => data.Payments[i].Amount.Currency != Currency.Eur && run.Decisions[i].IsApplied).ToList();
        Assert.All(abroad, i => Assert.Equal(data.Truth[i].Select(t => data.Items[t].Id), run.Decisions[i].Allocations.Select(a => a.Item)));
        Assert.InRange(abroad.Count, 50, 1_000);
    }
}
