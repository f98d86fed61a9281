using System.Numerics;

namespace OrderToCash.Primitives;

public readonly partial struct Money
{
    /// <summary>Parts in proportion to whole-number weights, by largest remainder; they add up to this amount exactly.</summary>
    /// <param name="weights">At least one, none negative, not all zero; a zero weight gets nothing.</param>
    /// <exception cref="ArgumentException">There is no weight, a negative one, or all are zero.</exception>
    public EquatableArray<Money> Allocate(params ReadOnlySpan<long> weights) =>
        Allocate(AllocationMethod.LargestRemainder, weights);

    /// <summary>Parts in proportion to decimal weights, by largest remainder; they add up to this amount exactly.</summary>
    /// <param name="weights">At least one, none negative, not all zero; a zero weight gets nothing. They need not add up to
    /// anything.</param>
    /// <exception cref="ArgumentException">There is no weight, a negative one, or all are zero.</exception>
    public EquatableArray<Money> Allocate(params ReadOnlySpan<decimal> weights) =>
        Allocate(AllocationMethod.LargestRemainder, weights);

    /// <summary>
    /// Parts in proportion to percentages, by largest remainder; they add up to this amount exactly, whatever the percentages add
    /// up to.
    /// </summary>
    /// <param name="weights">At least one, none negative, not all zero; a zero weight gets nothing.</param>
    /// <exception cref="ArgumentException">There is no weight, a negative one, or all are zero.</exception>
    public EquatableArray<Money> Allocate(params ReadOnlySpan<Percentage> weights)
    {
        var values = new decimal[weights.Length];
        for (var i = 0; i < values.Length; i++) values[i] = weights[i].Value;
        return Allocate(AllocationMethod.LargestRemainder, values.AsSpan());
    }

    /// <summary>Parts in proportion to whole-number weights, the left-over units given by a named method.</summary>
    /// <exception cref="ArgumentException">There is no weight, a negative one, or all are zero.</exception>
    public EquatableArray<Money> Allocate(AllocationMethod method, params ReadOnlySpan<long> weights)
    {
        ArgumentNullException.ThrowIfNull(method);
        var exact = new Int128[weights.Length];
        for (var i = 0; i < exact.Length; i++) exact[i] = weights[i];
        return Split<Int128>(method, exact);
    }

    /// <summary>Parts in proportion to decimal weights, the left-over units given by a named method.</summary>
    /// <exception cref="ArgumentException">There is no weight, a negative one, or all are zero.</exception>
    public EquatableArray<Money> Allocate(AllocationMethod method, params ReadOnlySpan<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(method);
        var scale = 0;
        foreach (var weight in weights) scale = Math.Max(scale, weight.Normalized().Scale);
        var exact = new BigInteger[weights.Length];
        for (var i = 0; i < exact.Length; i++)
        {
            var weight = weights[i].Normalized();
            exact[i] = weight.Mantissa() * BigInteger.Pow(10, scale - weight.Scale);
        }
        return Split<BigInteger>(method, exact);
    }

    /// <summary>Equal parts; the units that do not divide go to the first ones.</summary>
    /// <param name="parts">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are less than one parts.</exception>
    public EquatableArray<Money> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (each, left) = Math.DivRem(MinorUnits, parts);
        var result = new Money[parts];
        for (var i = 0; i < parts; i++)
            result[i] = new(each + (i < Math.Abs(left) ? Math.Sign(left) : 0), Currency);
        return new(result);
    }

    private EquatableArray<Money> Split<T>(AllocationMethod method, T[] weights) where T : struct, IBinaryInteger<T>
    {
        if (Array.Exists(weights, T.IsNegative)) throw new ArgumentException("A weight is negative.", nameof(weights));
        if (Array.TrueForAll(weights, T.IsZero))
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
        var parts = new T[weights.Length];
        method.Split<T>(T.CreateChecked(MinorUnits), weights, parts);
        var result = new Money[parts.Length];
        for (var i = 0; i < parts.Length; i++) result[i] = new(long.CreateChecked(parts[i]), Currency);
        return new(result);
    }
}
