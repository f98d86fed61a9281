using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Tax;

/// <summary>
/// How the cents by which a rounded document differs from its rounded lines go back to the lines, so that the lines add up to the
/// document. Totals never depend on it.
/// </summary>
[JsonConverter(typeof(SmartEnumJsonConverter<DeltaDistribution>))]
public sealed class DeltaDistribution : SmartEnum<DeltaDistribution, string>
{
    private DeltaDistribution(string name, string value, bool even) : base(name, value) => SpreadsNetEvenly = even;

    /// <summary>In proportion to the lines, what does not divide to the largest remainders. The default.</summary>
    public static readonly DeltaDistribution LargestRemainder = new(nameof(LargestRemainder), "largest-remainder", even: false);

    /// <summary>
    /// In proportion to the lines, each share rounded, from the biggest line on; what is left one by one from the biggest on.
    /// </summary>
    public static readonly DeltaDistribution Smooth = new(nameof(Smooth), "smooth", even: false);

    /// <summary>
    /// In proportion to the lines, each share rounded up, from the biggest line on until nothing is left; nets a cent a line.
    /// Odoo's habit in version 18.
    /// </summary>
    public static readonly DeltaDistribution BiggestFirst = new(nameof(BiggestFirst), "biggest-first", even: true);

    /// <summary>True when differences of net amounts are spread evenly instead of by the size of the lines.</summary>
    public bool SpreadsNetEvenly { get; }

    // The weights stand in descending order and are not below zero; the parts add up to the delta whatever they are.
    internal void Split(long delta, ReadOnlySpan<long> weights, Span<long> parts)
    {
        parts.Clear();
        if (delta == 0 || parts.Length == 0) return;
        var whole = Int128.Zero;
        foreach (var weight in weights) whole += weight;
        var magnitude = Int128.Abs(delta);
        var left = this == LargestRemainder
            ? ByRemainder(magnitude, whole, weights, parts)
            : InOrder(magnitude, whole, weights, parts);
        for (var i = 0; left > 0; i = (i + 1) % parts.Length, left--) parts[i]++;
        if (delta < 0) foreach (ref var part in parts) part = -part;
    }

    private Int128 InOrder(Int128 magnitude, Int128 whole, ReadOnlySpan<long> weights, Span<long> parts)
    {
        var left = magnitude;
        for (var i = 0; i < parts.Length && left > 0 && whole > 0; i++)
        {
            var (share, rest) = Int128.DivRem(magnitude * weights[i], whole);
            var up = this == BiggestFirst ? rest > 0 : rest * 2 > whole || rest * 2 == whole && Int128.IsOddInteger(share);
            parts[i] = (long)Int128.Min(up ? share + 1 : share, left);
            left -= parts[i];
        }
        return left;
    }

    private static Int128 ByRemainder(Int128 magnitude, Int128 whole, ReadOnlySpan<long> weights, Span<long> parts)
    {
        if (whole == 0) return magnitude;
        var left = magnitude;
        var rests = new (Int128 LostNegated, int Index)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (share, rest) = Int128.DivRem(magnitude * weights[i], whole);
            (parts[i], rests[i]) = ((long)share, (-rest, i));
            left -= share;
        }
        Array.Sort(rests);
        foreach (var (_, index) in rests.AsSpan(0, (int)left)) parts[index]++;
        return 0;
    }
}
