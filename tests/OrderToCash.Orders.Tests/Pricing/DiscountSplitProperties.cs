using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Orders.Tests;

public class DiscountSplitProperties
{
    private static readonly Currency Yen = Currency.Jpy;

    /// <summary>Lines of any sign, zeros and equal ones weighted up; each can be left out or made smaller when a case shrinks.</summary>
    public static class Lines
    {
        private static readonly Gen<long> Amount = Gen.Frequency(
            (2, Gen.Constant(0L)), (2, Gen.Choose(-3, 3).Select(x => (long)x)), (4, Gen.Choose(1, 10_000).Select(x => (long)x)),
            (2, Gen.Choose(-10_000, -1).Select(x => (long)x)), (1, Gen.Choose(1, int.MaxValue).Select(x => x * 400_000_000L)));

        public static Arbitrary<long[]> Amounts() => Arb.From(
            Gen.NonEmptyListOf(Amount).Select(l => l.ToArray()),
            lines => Enumerable.Range(0, lines.Length).Where(_ => lines.Length > 1).Select(i => (long[])[.. lines[..i], .. lines[(i + 1)..]])
                .Concat(Enumerable.Range(0, lines.Length).Where(i => lines[i] != 0)
                    .Select(i => (long[])[.. lines[..i], lines[i] / 2, .. lines[(i + 1)..]])));

        public static Arbitrary<long> Total() => Arb.From(Amount, x => x == 0 ? [] : [x / 2, x - Math.Sign(x)]);
    }

    [Property(MaxTest = 3000, Arbitrary = [typeof(Lines)])]
    public void Every_split_adds_up_exactly(long total, long[] lines)
    {
        var shares = Split(total, lines);
        Assert.Equal(total, shares.Aggregate((Int128)0, (sum, share) => sum + share));
        Assert.Equal(lines.Length, shares.Length);
        Assert.Equal(shares.Select(s => -s), Split(-total, lines));
    }

    [Property(MaxTest = 3000, Arbitrary = [typeof(Lines)])]
    public void A_share_is_the_exact_one_to_within_a_unit_and_a_zero_line_gets_none(long total, long[] lines)
    {
        var (net, shares) = (lines.Aggregate((Int128)0, (s, x) => s + x), Split(total, lines));
        if (net == 0 || Int128.Abs(total) > Int128.Abs(net)) return;
        for (var i = 0; i < lines.Length; i++)
        {
            Assert.True(Int128.Abs(shares[i] * net - (Int128)total * lines[i]) < Int128.Abs(net));
            Assert.True(lines[i] != 0 || shares[i] == 0);
            Assert.True(Int128.Abs(shares[i]) <= Int128.Abs(lines[i]), "no line gives more than it has");
        }
    }

    [Property(MaxTest = 2000, Arbitrary = [typeof(Lines)])]
    public void Within_rooms_it_adds_up_and_no_room_is_left_by_force(long[] lines, long[] limits, long total)
    {
        var amounts = lines.Select(x => Math.Abs(x)).ToArray();
        var rooms = amounts.Select((x, i) => Math.Min(x, Math.Abs(limits[i % limits.Length]))).ToArray();
        var sum = (Int128)0;
        foreach (var room in rooms) sum += room;
        var off = (long)Int128.Min(Math.Abs(total), Int128.Min(sum, long.MaxValue));
        var shares = DiscountSplit.Within(off, amounts, rooms);
        Assert.Equal(off, shares.Aggregate((Int128)0, (s, x) => s + x));
        for (var i = 0; i < shares.Length; i++) Assert.InRange(shares[i], 0, rooms[i]);
        if (rooms.SequenceEqual(amounts) && sum > 0)
            Assert.Equal(Split(off, amounts), shares);
    }

    [Fact]
    public void A_hundred_thousand_lines_add_up_in_sorted_steps()
    {
        var lines = Enumerable.Range(0, 100_000).Select(i => (long)(i * 7919 % 1000 - 300)).ToArray(); // quadratic work would take minutes here
        foreach (var total in (long[])[1, 99_999, -1_234_567, 10_000_000_000])
            Assert.Equal(total, Split(total, lines).Sum());
        var amounts = lines.Select(x => Math.Abs(x)).ToArray();
        var rooms = amounts.Select((x, i) => x / (i % 5 + 1)).ToArray();
        Assert.Equal(rooms.Sum() - 1, DiscountSplit.Within(rooms.Sum() - 1, amounts, rooms).Sum());
    }

    [Fact]
    public void Left_over_units_go_to_the_largest_remainder_then_to_the_first()
    {
        Assert.Equal([34L, 33, 33], Split(100, [5, 5, 5]));
        Assert.Equal([1L, 2], Split(3, [1, 2]));
        Assert.Equal([10L, -2], Split(8, [100, -20]));
        Assert.Equal([4L, 3, 3], Split(10, [0, 0, 0]));
        Assert.Equal([3L, 2], Split(5, [1, -1]));
    }

    [Fact]
    public void No_line_and_another_currency_are_bugs()
    {
        Assert.Throws<ArgumentException>(() => DiscountSplit.Split(Money.Parse("1 JPY"), []));
        Assert.Throws<CurrencyMismatchException>(() => DiscountSplit.Split(Money.Parse("1 JPY"), [Money.Parse("1.00 EUR")]));
    }

    private static long[] Split(long total, long[] lines) =>
        [.. DiscountSplit.Split(Money.FromMinorUnits(total, Yen), [.. lines.Select(x => Money.FromMinorUnits(x, Yen))]).Select(m => m.MinorUnits)];
}
