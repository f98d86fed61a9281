using System.Numerics;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Primitives;

/// <summary>
/// Who gets the minor units that are left when each share of a sum was cut down to the grid. Every method is deterministic,
/// gives no share more than one unit of them, and none to a share of zero.
/// </summary>
[JsonConverter(typeof(SmartEnumJsonConverter<AllocationMethod>))]
public sealed class AllocationMethod : SmartEnum<AllocationMethod, string>
{
    private readonly bool byRemainder;

    private AllocationMethod(string name, string value, bool byRemainder) : base(name, value) => this.byRemainder = byRemainder;

    /// <summary>
    /// The shares that lost most by the cut, the earlier one on a tie (Hamilton's method). What we use unless told otherwise.
    /// </summary>
    public static readonly AllocationMethod LargestRemainder =
        new(nameof(LargestRemainder), "largest-remainder", byRemainder: true);

    /// <summary>The first shares in order, whatever they lost.</summary>
    public static readonly AllocationMethod FirstInOrder = new(nameof(FirstInOrder), "first-in-order", byRemainder: false);

    // Exact as long as total x the largest weight fits T. A negative total is the mirror of the positive one.
    internal void Split<T>(T total, ReadOnlySpan<T> weights, Span<T> parts) where T : struct, IBinaryInteger<T>
    {
        var whole = T.Zero;
        foreach (var weight in weights) whole += weight;
        var magnitude = T.Abs(total);
        var left = magnitude;
        var remainders = new T[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            (parts[i], remainders[i]) = T.DivRem(magnitude * weights[i], whole);
            left -= parts[i];
        }
        foreach (var i in InOrder(remainders, weights, left))
            parts[i] += T.One;
        if (!T.IsNegative(total)) return;
        foreach (ref var part in parts) part = -part;
    }

    // left is below the number of shares with a remainder, so each gets at most one unit.
    private int[] InOrder<T>(T[] remainders, ReadOnlySpan<T> weights, T left) where T : struct, IBinaryInteger<T>
    {
        if (T.IsZero(left)) return [];
        var order = new int[remainders.Length];
        var count = 0;
        for (var i = 0; i < order.Length; i++)
            if (!T.IsZero(byRemainder ? remainders[i] : weights[i])) order[count++] = i;
        if (byRemainder)
            Array.Sort(order, 0, count, Comparer<int>.Create((x, y) =>
                remainders[y].CompareTo(remainders[x]) is var difference and not 0 ? difference : x - y));
        return order[..int.CreateChecked(left)];
    }
}
