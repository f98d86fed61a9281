namespace OrderToCash.Matching.Tests;

/// <summary>What the filter says no to is in no index; it says yes to little else.</summary>
public class KeyFilterProperties
{
    private static readonly DigitKeys[] Kinds = [DigitKeys.Number, DigitKeys.Tail, DigitKeys.Bare];

    [Property]
    public void What_was_added_may_be_there_by_its_kind(int[] numbers)
    {
        var keys = numbers.Select((n, i) => (Kind: Kinds[i % Kinds.Length], Key: (ulong)Math.Abs((long)n) + 1)).ToArray();
        var filter = new KeyFilter(keys.Length);
        foreach (var (kind, key) in keys) filter.Add(kind, key);
        Assert.All(keys, k => Assert.NotEqual(DigitKeys.None, filter.KindsOf(k.Key) & k.Kind));
    }

    [Theory]
    [InlineData((int)DigitKeys.Number)]
    [InlineData((int)DigitKeys.Tail)]
    [InlineData((int)DigitKeys.Bare)]
    public void Few_others_pass_and_few_pass_by_another_kind(int sought)
    {
        var kind = (DigitKeys)sought;
        const ulong first = 2_000_000_000;
        const int count = 30_000;
        var filter = new KeyFilter(3 * count);
        // Every other number is there; as many of each kind, elsewhere.
        for (var i = 0UL; i < count; i++)
            foreach (var other in Kinds) filter.Add(other, (other == kind ? first : first + 10 * count * (ulong)other) + 2 * i);
        var missing = Enumerable.Range(0, count).Count(i => (filter.KindsOf(first + 2 * (ulong)i + 1) & kind) != 0);
        var wrongKind = Enumerable.Range(0, count).Count(i => (filter.KindsOf(first + 2 * (ulong)i) & ~kind) != 0);
        Assert.InRange(missing, 0, count / 20);
        Assert.InRange(wrongKind, 0, count / 5);
    }

    [Fact]
    public void Nothing_outside_of_where_the_keys_of_its_size_run_passes()
    {
        var filter = new KeyFilter(2);
        filter.Add(DigitKeys.Number, 5_000);
        filter.Add(DigitKeys.Number, 6_000);
        Assert.Equal(DigitKeys.None, filter.KindsOf(4_999));
        Assert.Equal(DigitKeys.None, filter.KindsOf(6_001));
        Assert.Equal(DigitKeys.None, filter.KindsOf(891_234_567));
    }
}
