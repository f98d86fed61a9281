using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class AllocationTests
{
    private const string File = "collections/allocation.json";

    public static TheoryData<string> Cases => VectorFile.Ids(File, "allocation");

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Allocation_vector(string id)
    {
        var c = VectorFile.Case(File, id, "allocation");
        var currency = Grid(c.GetProperty("exponent").GetInt32());
        var total = Money.Of(Number(c.GetProperty("total")), currency);
        var weights = c.GetProperty("weights").EnumerateArray().Select(Number).ToArray();
        var method = c.GetProperty("method").GetString() switch
        {
            "largestRemainder" => AllocationMethod.LargestRemainder,
            "firstInOrder" => AllocationMethod.FirstInOrder,
            var other => throw new InvalidOperationException($"No method {other}."),
        };
        if (c.TryGetProperty("expectError", out _))
        {
            Assert.Throws<ArgumentException>(() => total.Allocate(method, weights.AsSpan()));
            return;
        }
        var expected = c.GetProperty("expect").EnumerateArray().Select(e => Money.Of(Number(e), currency));
        Assert.Equal(expected, total.Allocate(method, weights.AsSpan()));
    }

    [Fact]
    public void Three_equal_shares_of_a_hundred_euros_give_the_cent_to_the_first() =>
        Assert.Equal("[33.34 EUR, 33.33 EUR, 33.33 EUR]", Money.Of(100m, Currency.Eur).Allocate(1, 1, 1).ToString());

    [Fact]
    public void A_credit_is_split_as_the_mirror_of_the_debit() =>
        Assert.Equal("[-33.34 EUR, -33.33 EUR, -33.33 EUR]", Money.Of(-100m, Currency.Eur).Allocate(1, 1, 1).ToString());

    [Fact]
    public void Percentages_need_not_make_a_hundred() =>
        Assert.Equal("[66.67 EUR, 33.33 EUR]", Money.Of(100m, Currency.Eur).Allocate(Percentage.Of(40), Percentage.Of(20)).ToString());

    [Fact]
    public void Decimal_weights_of_the_finest_kind_stay_exact() =>
        Assert.Equal("[0.01 EUR, 0.02 EUR]",
            Money.Of(0.03m, Currency.Eur).Allocate(0.4999999999999999999999999999m, 0.5000000000000000000000000001m).ToString());

    [Fact]
    public void The_largest_amount_and_the_largest_weights_do_not_overflow()
    {
        var most = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur);
        Assert.Equal(most, Money.Sum(most.Allocate(long.MaxValue, long.MaxValue, 1), Currency.Eur));
        Assert.Equal(most, Money.Sum(most.Allocate(decimal.MaxValue, decimal.MaxValue, 1e-28m), Currency.Eur));
    }

    [Fact]
    public void Weights_that_say_nothing_are_a_bug_of_the_caller()
    {
        var money = Money.Of(1m, Currency.Eur);
        Assert.Throws<ArgumentException>(() => money.Allocate(0L, 0L));
        Assert.Throws<ArgumentException>(() => money.Allocate(0m, 0.00m));
        Assert.Throws<ArgumentException>(() => money.Allocate(Percentage.Zero));
        Assert.Throws<ArgumentException>(() => money.Allocate(ReadOnlySpan<long>.Empty));
        Assert.Throws<ArgumentException>(() => money.Allocate(ReadOnlySpan<decimal>.Empty));
        Assert.Throws<ArgumentException>(() => money.Allocate(2L, -1L));
        Assert.Throws<ArgumentException>(() => money.Allocate(2m, -0.1m));
        Assert.Throws<ArgumentException>(() => Money.Zero(Currency.Eur).Allocate(0L));
    }

    [Fact]
    public void Equal_parts_differ_by_one_cent_at_most()
    {
        Assert.Equal("[0.02 EUR, 0.02 EUR, 0.01 EUR]", Money.Of(0.05m, Currency.Eur).Split(3).ToString());
        Assert.Equal("[-0.02 EUR, -0.02 EUR, -0.01 EUR]", Money.Of(-0.05m, Currency.Eur).Split(3).ToString());
        Assert.Equal("[1 JPY, 0 JPY]", Money.Of(1m, Currency.Jpy).Split(2).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Of(1m, Currency.Jpy).Split(0));
    }

    [Fact]
    public void Methods_are_stored_by_their_value()
    {
        foreach (var method in AllocationMethod.List) StoredJson.Survives(method);
        Assert.Equal("\"largest-remainder\"", StoredJson.Write(AllocationMethod.LargestRemainder));
        Assert.Throws<JsonException>(() => StoredJson.Read<AllocationMethod>("\"best\""));
    }

    internal static Currency Grid(int digits) => digits switch
    {
        0 => Currency.Jpy,
        2 => Currency.Eur,
        3 => Currency.Of("KWD"),
        _ => Currency.Custom("PTS", digits),
    };

    internal static decimal Number(JsonElement text) =>
        decimal.Parse(text.GetString()!, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}
