namespace OrderToCash.Primitives.Tests;

public sealed class EquatableArrayTests
{
    private sealed record Holder(EquatableArray<string> Items);

    [Fact]
    public void Equal_content_is_equal()
    {
        EquatableArray<int> one = [1, 2, 3], same = [1, 2, 3], other = [3, 2, 1];
        Assert.True(one == same && one != other && one.Equals((object)same) && !one.Equals("x"));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(new Holder(["a"]), new Holder(["a"]));
        Assert.NotEqual(new Holder(["a"]), new Holder(["a", "b"]));
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        EquatableArray<int> empty = [];
        Assert.Equal(default, empty);
        Assert.Equal(default(EquatableArray<int>).GetHashCode(), empty.GetHashCode());
        Assert.True(default(EquatableArray<int>).IsEmpty);
        Assert.Empty(default(EquatableArray<int>));
        Assert.Equal(-1, default(EquatableArray<int>).FindIndex(_ => true));
        Assert.Equal("[]", default(EquatableArray<int>).ToString());
    }

    [Fact]
    public void Items_can_be_written_in_place()
    {
        Assert.Equal([10, 11, 12], EquatableArray.Create<int, int>(3, 10, static (items, first) =>
        {
            for (var i = 0; i < items.Length; i++) items[i] = first + i;
        }));
        Assert.True(EquatableArray.Create<int, int>(0, 0, static (_, _) => Assert.Fail()).IsEmpty);
        Assert.Throws<ArgumentNullException>(() => EquatableArray.Create<int, int>(1, 0, null!));
    }

    [Fact]
    public void Changing_makes_another_list()
    {
        EquatableArray<int> list = [1, 2];
        Assert.Equal([1, 2, 3], list.Add(3));
        Assert.Equal([1, 2, 3, 4], list.AddRange([3, 4]));
        Assert.Equal([1, 9], list.SetItem(1, 9));
        Assert.Equal([1, 2], list);
        Assert.Equal(1, list.FindIndex(x => x == 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.SetItem(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.SetItem(-1, 0));
    }

    [Fact]
    public void A_copy_is_not_the_callers_array()
    {
        var source = new[] { 1, 2 };
        var list = source.ToEquatableArray();
        var created = EquatableArray.Create<int>(source);
        source[0] = 9;
        Assert.Equal([1, 2], list);
        Assert.Equal([1, 2], created);
    }

    [Fact]
    public void It_is_stored_as_a_json_array()
    {
        EquatableArray<Money> list = [Money.Of(1m, Currency.Eur), Money.Of(2m, Currency.Jpy)];
        Assert.Equal("[\"1.00 EUR\",\"2 JPY\"]", StoredJson.Write(list));
        StoredJson.Survives(list);
        StoredJson.Survives(default(EquatableArray<Money>));
        StoredJson.Survives<EquatableArray<EquatableArray<int>>>([[1], [], [2, 3]]);
        Assert.Equal(default, StoredJson.Read<EquatableArray<int>>("null"));
        Assert.Throws<System.Text.Json.JsonException>(() => StoredJson.Read<EquatableArray<int>>("{}"));
        Assert.Equal(new Holder(["a", "b"]), StoredJson.Read<Holder>("""{"items":["a","b"]}"""));
    }
}
