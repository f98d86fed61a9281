using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class CumulativeAllocationTests
{
    [Fact]
    public void Three_partial_invoices_of_a_line_add_up_to_it()
    {
        var line = CumulativeAllocation.Of(Money.Of(100m, Currency.Eur), 3, Rounding.HalfAwayFromZero);
        Assert.Equal(Money.Of(33.33m, Currency.Eur), line.Take(1, out line));
        Assert.Equal(Money.Of(33.34m, Currency.Eur), line.Take(1, out line));
        Assert.False(line.IsComplete);
        Assert.Equal(Money.Of(33.33m, Currency.Eur), line.Remaining);
        Assert.Equal(Money.Of(33.33m, Currency.Eur), line.Take(1, out line));
        Assert.True(line.IsComplete);
        Assert.True(line.Remaining.IsZero);
    }

    [Fact]
    public void A_share_taken_back_gives_its_part_back()
    {
        var line = CumulativeAllocation.Of(Money.Of(-0.05m, Currency.Eur), 2.5m, Rounding.HalfToEven).After(1.25m);
        Assert.Equal(Money.Of(-0.02m, Currency.Eur), line.Given);
        Assert.Equal(Money.Of(0.02m, Currency.Eur), line.Take(-1.25m, out _));
    }

    [Fact]
    public void The_rounding_is_the_one_that_was_named()
    {
        var total = Money.Of(0.05m, Currency.Eur);
        Assert.Equal(Money.Of(0.03m, Currency.Eur), CumulativeAllocation.Of(total, 2, Rounding.HalfAwayFromZero).After(1).Given);
        Assert.Equal(Money.Of(0.02m, Currency.Eur), CumulativeAllocation.Of(total, 2, Rounding.Floor).After(1).Given);
    }

    [Fact]
    public void Beyond_the_whole_or_below_nothing_is_a_bug_of_the_caller()
    {
        var line = CumulativeAllocation.Of(Money.Of(1m, Currency.Eur), 10, Rounding.HalfToEven);
        Assert.Throws<ArgumentOutOfRangeException>(() => line.After(10.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => line.After(-0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeAllocation.Of(line.Total, 0, Rounding.HalfToEven));
    }

    [Fact]
    public void It_survives_being_stored() =>
        StoredJson.Survives(CumulativeAllocation.Of(Money.Of(100m, Currency.Eur), 3, Rounding.HalfToEven).After(1.5m));

    [Property(MaxTest = 300)]
    public Property Any_sequence_of_shares_gives_the_total_exactly() => Prop.ForAll(
        Arb.From(
            from total in Any.Money
            from shares in Gen.ListOf(Gen.Choose(0, 500)).Where(s => s.Sum() > 0)
            from rounding in Gen.Elements(Rounding.List.ToArray())
            select (total, shares, rounding)),
        c =>
        {
            var line = CumulativeAllocation.Of(c.total, c.shares.Sum() / 8m, c.rounding);
            var given = Money.Zero(c.total.Currency);
            foreach (var share in c.shares.SkipLast(1))
            {
                given += line.Take(share / 8m, out line);
                Assert.Equal(given, line.Given);
                Assert.True(given.Abs() <= c.total.Abs());
            }
            given += line.Take(line.Whole - line.Cumulated, out line);
            return line.IsComplete && given == c.total;
        });
}
