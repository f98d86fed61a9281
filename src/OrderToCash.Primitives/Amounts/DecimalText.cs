using System.Globalization;

namespace OrderToCash.Primitives;

/// <summary>Decimals without a memory of how they were typed: 1.50 and 1.5 are one value and one text.</summary>
internal static class DecimalText
{
    internal static decimal Normalized(this decimal value) => value / 1.000000000000000000000000000000m;

    /// <summary>The digits without the point: the value x 10^scale.</summary>
    internal static Int128 Mantissa(this decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (Int128)new UInt128((uint)bits[2], (ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        return bits[3] < 0 ? -magnitude : magnitude;
    }

    internal static string Write(decimal value) => value.Normalized().ToString(CultureInfo.InvariantCulture);

    internal static bool TryRead(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
}
