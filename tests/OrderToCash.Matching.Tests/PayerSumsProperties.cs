namespace OrderToCash.Matching.Tests;

/// <summary>What is ruled out quickly is ruled out by counting all sets, and what is counted quickly is counted so as well.</summary>
public class PayerSumsProperties
{
    private const int Day = 100;

    [Property(MaxTest = 300)]
    public void A_set_of_few_items_is_found_where_there_is_one(short[] some, ushort wide, byte within)
    {
        var amounts = Amounts(some, 11, wide);
        var sums = SumsOf(amounts);
        using var sets = new SetSums();
        sets.Fill(amounts);
        foreach (var sum in sums) Assert.True(sets.Has(sum, amounts.Length));
        for (var amount = wide - 40L; amount < wide + 40; amount++) Assert.Equal(sums.Contains(amount), sets.Has(amount, amounts.Length));
        var fewer = within % (amounts.Length + 1);
        foreach (var sum in SumsOf(amounts[..fewer])) Assert.True(sets.Has(sum, fewer));
    }

    [Property(MaxTest = 300)]
    public void An_amount_that_sets_of_free_items_have_is_never_ruled_out(short[] some, ushort wide, int seed)
    {
        using var items = See(Amounts(some, 11, wide), seed);
        var whole = items.Amounts.ToArray();
        var sums = SumsOf(whole).Where(s => s > 0).ToHashSet();
        foreach (var sum in sums) Assert.True(items.MayHaveSet(sum));
        for (var amount = 1L; amount < 200; amount++)
            if (!sums.Contains(amount)) Assert.False(items.MayHaveSet(amount));
    }

    [Fact]
    public void Of_many_items_only_what_is_too_much_for_them_is_ruled_out()
    {
        using var items = See([.. Enumerable.Range(0, 40).Select(i => 1_000L + 2 * i)], 0);
        Assert.True(items.MayHaveSet(20_001));
        Assert.False(items.MayHaveSet(999));
        Assert.True(items.MayHaveSet(41_560));
        Assert.False(items.MayHaveSet(41_561));
    }

    [Property(MaxTest = 300)]
    public void The_totals_are_the_sums_of_what_takes_part(short[] some, ushort wide, int seed)
    {
        using var items = See(Amounts(some, 20, wide), seed);
        for (var total = 0; total < PayerItems.Totals; total++)
        {
            var parts = items.Whole.ToArray().Where(c => PayerItems.TakesPart(c.Amount, c.Due, total, Day)).ToArray();
            Assert.Equal((parts.Sum(c => c.Amount), parts.Length), ((long)items.Of(total).Sum, items.Of(total).Count));
            Assert.All(parts, c => Assert.True((total % 2 == 0 || c.Amount > 0) && (total < 2 || c.Due <= Day)));
            var free = items.All.ToArray().Where(i => i.IsFree && i.Dated <= Day && PayerItems.TakesPart(i.Amount, i.Due, total, Day));
            Assert.Equal(free.Sum(i => i.Amount), (long)items.Of(total).OfFree);
        }
        Assert.Equal(items.Amounts.ToArray().Sum(Math.Abs), (long)items.Spread);
    }

    [Property(MaxTest = 300)]
    public void Every_pair_and_every_sum_by_due_date_may_be_had(short[] some, ushort wide, int seed)
    {
        using var items = See(Amounts(some, 30, wide), seed);
        var whole = items.Amounts.ToArray();
        items.ArrangeByDue();
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.True(items.AmountFilter.MayHave(whole[i]));
            for (var j = 0; j < i; j++) Assert.True(items.PairFilter().MayHave(whole[i] + whole[j]));
        }
        foreach (var sum in items.Sums) Assert.True(items.SumsFilter.MayHave(sum));
    }

    [Property(MaxTest = 300)]
    public void Two_halves_say_what_counting_says(byte[] small, ushort wide, bool isCrowded)
    {
        var amounts = small.Take(12).Select(x => isCrowded ? x % 5 + 1L : x * 211L + wide).ToArray();
        var sums = Enumerable.Range(0, 1 << amounts.Length).Select(set => Sum(amounts, set)).CountBy(s => s).ToDictionary();
        foreach (var (sum, count) in sums)
        {
            Assert.Equal(Math.Min(count, 2), SubsetHalves.UpToTwo(amounts, sum));
            if (!sums.ContainsKey(sum + 1)) Assert.Equal(0, SubsetHalves.UpToTwo(amounts, sum + 1));
        }
    }

    [Property(MaxTest = 300)]
    public void A_filter_forgets_nothing_and_is_seldom_wrong(int[] some, short other)
    {
        var amounts = some.Select(x => (long)x).Distinct().ToArray();
        using var room = new PooledList<ulong>(16);
        var filter = SumFilter.In(room, amounts.Length);
        filter.AddEach(amounts, other);
        foreach (var amount in amounts) Assert.True(filter.MayHave(amount + other));
        var wrong = 0;
        for (var sum = 1L << 40; sum < (1L << 40) + 1_000; sum++) wrong += filter.MayHave(sum) ? 1 : 0;
        Assert.InRange(wrong, 0, 100);
        var kept = amounts.Select(a => 7L - a - other).Concat([1L << 41]).ToArray();
        Assert.InRange(filter.KeepPartners(kept, 7), amounts.Length, kept.Length);
        Assert.Equal(amounts, kept.Take(amounts.Length).Select(k => 7L - k - other));
        Assert.True(default(SumFilter).MayHave(other));
    }

    // Ascending, credit notes first, no zeros; every third case has equal amounts.
    private static long[] Amounts(short[] some, int most, ushort wide) =>
        [.. some.Take(most).Select(x => wide % 3 == 0 ? x % 7 * 10L : x).Where(x => x != 0).Order()];

    private static HashSet<long> SumsOf(long[] amounts) => [.. Enumerable.Range(0, 1 << amounts.Length).Select(set => Sum(amounts, set))];

    private static long Sum(long[] amounts, int set) => amounts.Where((_, i) => (set >> i & 1) != 0).Sum();

    // Some are taken, some are dated later, some are the rest of an item.
    private static PayerItems See(long[] amounts, int seed)
    {
        int Draw(int item, int what) => seed == 0 ? 7 : (int)((uint)(seed + item * 7_919 + what * 104_729) * 2_654_435_761u >> 28);
        var items = new PayerItems();
        var all = items.Start([1], 0, false);
        for (var i = 0; i < amounts.Length; i++)
            all.Add(new()
            {
                Amount = amounts[i], Left = amounts[i], Item = i, Due = Day - 8 + Draw(i, 1), Dated = Draw(i, 2) < 2 ? Day + 1 : Day,
                IsFree = Draw(i, 3) > 1, IsRemainder = Draw(i, 4) < 2,
            });
        items.Finish();
        items.See(Day, 1_000);
        return items;
    }
}
