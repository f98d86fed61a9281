using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class RoundingTests
{
    private static readonly Gen<decimal> Value = Gen.Frequency(
        (3, Gen.Choose(-2_000, 2_000).Select(x => x / 1_000m)),
        (3, Gen.Choose(-200_000, 200_000).Select(x => x / 200m)),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(x => x / 2_000_003m)));

    [Theory]
    [InlineData("half-away-from-zero", "3 -3 2 -2 3 -3 1 -1")]
    [InlineData("half-to-even", "2 -2 2 -2 3 -3 1 -1")]
    [InlineData("half-toward-zero", "2 -2 2 -2 3 -3 1 -1")]
    [InlineData("away-from-zero", "3 -3 3 -3 3 -3 1 -1")]
    [InlineData("toward-zero", "2 -2 2 -2 2 -2 1 -1")]
    [InlineData("floor", "2 -3 2 -3 2 -3 1 -1")]
    [InlineData("ceiling", "3 -2 3 -2 3 -2 1 -1")]
    public void Each_strategy_has_its_own_answers(string rounding, string expected) =>
        Assert.Equal(expected.Split(' ').Select(decimal.Parse),
            new[] { 2.5m, -2.5m, 2.4m, -2.4m, 2.6m, -2.6m, 1m, -1m }.Select(v => Rounding.FromValue(rounding).Round(v, 0)));

    [Property(MaxTest = 500)]
    public Property Every_strategy_agrees_with_a_naive_exact_reference() => Prop.ForAll(
        Arb.From(from value in Value from digits in Gen.Choose(0, 5) from rounding in Gen.Elements(Rounding.List.ToArray()) select (value, digits, rounding)),
        c => c.rounding.Round(c.value, c.digits) == Naive(c.value, c.digits, c.rounding));

    [Property(MaxTest = 500)]
    public Property Fractions_round_as_decimals_do() => Prop.ForAll(
        Arb.From(from n in Gen.Choose(-100_000, 100_000) from d in Gen.Elements(1, 2, 4, 8, 5, 10, 1000) from rounding in Gen.Elements(Rounding.List.ToArray()) select (n, d, rounding)),
        c => c.rounding.Divide((BigInteger)c.n, c.d) == (BigInteger)c.rounding.Round((decimal)c.n / c.d, 0)
            && c.rounding.Divide((Int128)c.n, c.d) == (Int128)c.rounding.Round((decimal)c.n / c.d, 0));

    [Fact]
    public void They_are_stored_by_their_value()
    {
        Assert.Equal(7, Rounding.List.Count);
        foreach (var rounding in Rounding.List) StoredJson.Survives(rounding);
        Assert.Equal("\"half-to-even\"", StoredJson.Write(Rounding.HalfToEven));
        Assert.Throws<JsonException>(() => StoredJson.Read<Rounding>("\"HalfToEven\""));
        Assert.Throws<JsonException>(() => StoredJson.Read<Rounding>("1"));
    }

    // The two neighbours on the grid, then the rule in words.
    private static decimal Naive(decimal value, int digits, Rounding rounding)
    {
        var grid = 1m;
        for (var i = 0; i < digits; i++) grid /= 10;
        var below = Math.Floor(value / grid) * grid;
        if (below == value) return value;
        var above = below + grid;
        var (inner, outer) = value > 0 ? (below, above) : (above, below);
        var (toInner, toOuter) = (Math.Abs(value - inner), Math.Abs(value - outer));
        return rounding.Value switch
        {
            "floor" => below,
            "ceiling" => above,
            "toward-zero" => inner,
            "away-from-zero" => outer,
            _ when toInner != toOuter => toInner < toOuter ? inner : outer,
            "half-toward-zero" => inner,
            "half-away-from-zero" => outer,
            "half-to-even" => Math.Floor(inner / grid) % 2 == 0 ? inner : outer,
            _ => throw new InvalidOperationException($"No rule for {rounding.Value}."),
        };
    }
}
