namespace OrderToCash.Matching.Tests;

/// <summary>Up to four items that add up: what trying all sets says.</summary>
public class SubsetSearchProperties
{
    private static (int Ways, int[] Chosen) Search(long[] amounts, long total, int most)
    {
        Span<int> chosen = stackalloc int[SubsetSearch.MostItems];
        var ways = SubsetSearch.UpToTwo(amounts, total, most, chosen, out var size);
        return (ways, chosen[..size].ToArray());
    }

    [Property(MaxTest = 1_000)]
    public void It_is_what_trying_all_sets_says(byte[] small, bool isWide, byte less)
    {
        var amounts = small.Take(11).Select(x => (x - less % 100) * (isWide ? 1_000_003L : 1L)).Order().ToArray();
        var sums = Enumerable.Range(1, (1 << amounts.Length) - 1)
            .Select(set => (Set: set, Size: int.PopCount(set), Sum: amounts.Where((_, i) => (set >> i & 1) != 0).Sum())).ToList();
        for (var most = 1; most <= 4; most++)
        {
            foreach (var total in sums.Select(s => s.Sum).Append(7).Append(0).Distinct())
            {
                var ways = sums.Count(s => s.Size <= most && s.Sum == total);
                var (found, chosen) = Search(amounts, total, most);
                Assert.Equal(Math.Min(2, ways), found);
                if (ways > 0) Assert.Equal(total, chosen.Distinct().Sum(i => amounts[i]));
                Assert.Equal(ways > 0, chosen.Length > 0);
            }
        }
    }

    [Fact]
    public void A_set_of_four_among_many_is_found_and_is_the_only_one()
    {
        var random = new Random(3);
        var amounts = Enumerable.Range(0, 200).Select(_ => random.NextInt64(1, 10_000_000_000_000)).Order().ToArray();
        var total = amounts[3] + amounts[77] + amounts[140] + amounts[199];
        var (ways, chosen) = Search(amounts, total, 4);
        Assert.Equal(1, ways);
        Assert.Equal([3, 77, 140, 199], chosen.Order());
        Assert.Equal(0, Search(amounts, total, 3).Ways);
        Assert.Equal(0, Search(amounts, total + 1, 4).Ways);
    }

    [Fact]
    public void Five_hundred_equal_amounts_are_many_ways() =>
        Assert.Equal(2, Search([.. Enumerable.Repeat(10_000L, 500)], 40_000, 4).Ways);

    [Fact]
    public void What_is_out_of_range_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Search(new long[SubsetSearch.MostAmounts + 1], 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search([1], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Search([1], 1, 5));
        Assert.Throws<ArgumentException>(() => Search([2, 1], 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetSearch.UpToTwo([1], 1, 2, new int[1], out _));
    }
}
