namespace OrderToCash.Matching.Tests;

/// <summary>Two sets of bits say what counting all sets says.</summary>
public class SubsetWaysProperties
{
    [Property(MaxTest = 500)]
    public void It_is_what_counting_says(byte[] small, ushort wide, byte kind)
    {
        // Multiples of a word, neighbours of them, and anything.
        var amounts = small.Take(12).Select(x => kind % 3 == 0 ? (x % 5 + 1) * 64L : kind % 3 == 1 ? x * 3L + 1 : x * 211L + wide + 1).ToArray();
        foreach (var set in new[] { 1, 5, (1 << amounts.Length) - 1, wide % (1 << amounts.Length) })
        {
            var total = Sum(amounts, set);
            foreach (var near in new[] { total, total + 1 })
            {
                if (near < 1) continue;
                var ways = Enumerable.Range(0, 1 << amounts.Length).Count(s => Sum(amounts, s) == near);
                Assert.Equal(Math.Min(ways, 2), SubsetWays.UpToTwo(amounts, near));
            }
        }
    }

    [Fact]
    public void Five_hundred_equal_amounts_are_many_ways()
    {
        var equal = Enumerable.Repeat(10_000L, 500).ToArray();
        Assert.Equal(2, SubsetWays.UpToTwo(equal, 30_000));
        Assert.Equal(0, SubsetWays.UpToTwo(equal, 30_001));
        Assert.Equal(1, SubsetWays.UpToTwo(equal, 5_000_000));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(SubsetWays.MostTotal + 1, 1)]
    [InlineData(10, 0)]
    [InlineData(10, -1)]
    public void What_is_out_of_range_is_a_bug_of_the_caller(long total, long amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetWays.UpToTwo([amount], total));

    private static long Sum(long[] amounts, int set) => amounts.Where((_, i) => (set >> i & 1) != 0).Sum();
}
