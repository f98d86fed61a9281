namespace OrderToCash.EInvoicing;

/// <summary>Values as XML Schema writes them.</summary>
internal static class XmlValues
{
    /// <summary>xs:decimal, exactly: the scale is what was written; more than a decimal can hold is refused.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out decimal number)
    {
        text = text.Trim(" \t\r\n"u8);
        number = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        if (negative || (!text.IsEmpty && text[0] == '+')) text = text[1..];
        if (text.Length > 18) return TryLongNumber(text, negative, out number);
        var value = 0ul;
        var (digits, scale, point) = (0, 0, false);
        foreach (var b in text)
        {
            if (b == '.' && !point)
            {
                point = true;
                continue;
            }
            if (b is < (byte)'0' or > (byte)'9') return false;
            digits++;
            if (point) scale++;
            value = value * 10 + (uint)(b - '0');
        }
        if (digits == 0) return false;
        number = new decimal((int)(uint)value, (int)(uint)(value >> 32), 0, negative && value != 0, (byte)scale);
        return true;
    }

    // More digits than 64 bits hold for sure.
    private static bool TryLongNumber(ReadOnlySpan<byte> text, bool negative, out decimal number)
    {
        number = 0;
        UInt128 value = 0;
        var (digits, scale, point) = (0, 0, false);
        foreach (var b in text)
        {
            if (b == '.' && !point)
            {
                point = true;
                continue;
            }
            if (b is < (byte)'0' or > (byte)'9') return false;
            digits++;
            if (point) scale++;
            value = value * 10 + (uint)(b - '0');
            if (value > MaxMantissa) return false;
        }
        // Nothing is nothing, however many zeros follow the point.
        if (value == 0) scale = Math.Min(scale, 28);
        if (digits == 0 || scale > 28) return false;
        number = new decimal(
            (int)(uint)value, (int)(uint)(value >> 32), (int)(uint)(value >> 64), negative && value != 0, (byte)scale);
        return true;
    }

    /// <summary>xs:date; a time zone is allowed and says nothing.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out LocalDate date)
    {
        text = text.Trim(" \t\r\n"u8);
        date = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || !IsZone(text[10..])) return false;
        return TryDate(text[..4], text.Slice(5, 2), text.Slice(8, 2), out date);
    }

    /// <summary>UNTDID 2379 format 102: 20260131.</summary>
    public static bool TryCompactDate(ReadOnlySpan<byte> text, out LocalDate date)
    {
        text = text.Trim(" \t\r\n"u8);
        date = default;
        return text.Length == 8 && TryDate(text[..4], text.Slice(4, 2), text.Slice(6, 2), out date);
    }

    /// <summary>At most so many bytes, never within a character.</summary>
    public static int Cut(ReadOnlySpan<byte> text, int limit)
    {
        if (text.Length <= limit) return text.Length;
        while (limit > 0 && (text[limit] & 0xC0) == 0x80) limit--;
        return limit;
    }

    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;

    private static bool TryDate(ReadOnlySpan<byte> year, ReadOnlySpan<byte> month, ReadOnlySpan<byte> day, out LocalDate date)
    {
        date = default;
        if (!TryDigits(year, out var y) || !TryDigits(month, out var m) || !TryDigits(day, out var d)) return false;
        if (y < 1 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return false;
        date = new LocalDate(y, m, d);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + b - '0';
        }
        return true;
    }

    private static bool IsZone(ReadOnlySpan<byte> text) =>
        text.IsEmpty || text.SequenceEqual("Z"u8)
        || (text.Length == 6 && text[0] is (byte)'+' or (byte)'-' && text[3] == ':'
            && TryDigits(text.Slice(1, 2), out var hours) && TryDigits(text.Slice(4, 2), out var minutes)
            && (hours < 14 && minutes < 60 || hours == 14 && minutes == 0));
}
