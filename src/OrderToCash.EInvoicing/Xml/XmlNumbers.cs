using System.Globalization;

namespace OrderToCash.EInvoicing;

/// <summary>Decimals as XML writes them, with their own scale.</summary>
internal static class XmlNumbers
{
    /// <summary>Writes the number; 31 bytes are enough for any.</summary>
    public static int Format(decimal value, Span<byte> target)
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
        Span<byte> digits = stackalloc byte[40];
        var at = digits.Length;
        for (var i = 0; mantissa != 0 || i <= scale; i++)
        {
            if (i == scale && scale > 0) digits[--at] = (byte)'.';
            digits[--at] = (byte)('0' + mantissa % 10);
            mantissa /= 10;
        }
        if (bits[3] < 0 && value != 0) digits[--at] = (byte)'-';
        digits[at..].CopyTo(target);
        return digits.Length - at;
    }
}
