using System.Globalization;
using System.Numerics;

namespace OrderToCash.EInvoicing;

/// <summary>Decimals as XML writes them, with their own scale.</summary>
internal static class XmlNumbers
{
    private static readonly ulong[] PowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Writes the number; 31 bytes are enough for any.</summary>
    public static int Format(in decimal value, Span<byte> target)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0)
        {
            value.TryFormat(target, out var written, "", CultureInfo.InvariantCulture);
            return written;
        }
        var mantissa = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return Write(mantissa, scale, bits[3] < 0 && mantissa != 0, target);
    }

    // Backwards from where the last digit will be.
    private static int Write(ulong mantissa, int scale, bool isNegative, Span<byte> target)
    {
        var digits = Math.Max(CountDigits(mantissa), scale + 1);
        var length = digits + (scale > 0 ? 1 : 0) + (isNegative ? 1 : 0);
        var at = length;
        for (var i = 0; i < digits; i++)
        {
            if (i == scale && scale > 0) target[--at] = (byte)'.';
            var rest = mantissa / 10;
            target[--at] = (byte)('0' + (uint)(mantissa - rest * 10));
            mantissa = rest;
        }
        if (isNegative) target[0] = (byte)'-';
        return length;
    }

    // Bits times log10(2), which is at most one too many.
    private static int CountDigits(ulong value)
    {
        var guess = (BitOperations.Log2(value | 1) + 1) * 1233 >> 12;
        return guess + (value >= PowersOfTen[guess] ? 1 : 0);
    }
}
