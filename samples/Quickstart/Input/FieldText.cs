using System.Globalization;

namespace OrderToCash.Quickstart;

/// <summary>Reads numbers and dates strictly and invariantly, without strings.</summary>
internal static class FieldText
{
    /// <summary>Digits with an optional sign and decimal point.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>
    /// <c>2010-12-31</c>, <c>2010-12-31T17:30</c>, <c>2010-12-31 17:30:59</c>, or as the first publication of Online Retail has it: <c>12/31/2010 17:30</c>.
    /// </summary>
    public static bool TryMoment(ReadOnlySpan<char> text, out LocalDateTime moment)
    {
        moment = default;
        var split = text.IndexOfAny('T', ' ');
        var day = split < 0 ? text : text[..split];
        if (!TryDay(day, out var date)) return false;
        var time = LocalTime.Midnight;
        if (split >= 0 && !TryTime(text[(split + 1)..], out time)) return false;
        moment = date + time;
        return true;
    }

    /// <summary>A day that exists, between 1900 and 2199.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, out LocalDate date)
    {
        date = default;
        Span<int> parts = stackalloc int[3];
        if (text.Length == 10 && text[4] == '-' && TryParts(text, '-', parts)) return TryDay(parts[0], parts[1], parts[2], out date);
        return text.Contains('/') && TryParts(text, '/', parts) && TryDay(parts[2], parts[0], parts[1], out date);
    }

    private static bool TryDay(int year, int month, int day, out LocalDate date)
    {
        date = default;
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out LocalTime time)
    {
        time = default;
        Span<int> parts = stackalloc int[3];
        if (!TryParts(text, ':', parts) && !TryParts(text, ':', parts[..2])) return false;
        if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return false;
        time = new(parts[0], parts[1], parts[2]);
        return true;
    }

    // Exactly as many whole numbers of up to four digits as there are places.
    private static bool TryParts(ReadOnlySpan<char> text, char separator, Span<int> parts)
    {
        parts.Clear();
        var (at, digits) = (0, 0);
        foreach (var c in text)
        {
            if (c == separator && digits > 0 && at < parts.Length - 1) (at, digits) = (at + 1, 0);
            else if (char.IsAsciiDigit(c) && ++digits <= 4) parts[at] = parts[at] * 10 + (c - '0');
            else return false;
        }
        return digits > 0 && at == parts.Length - 1;
    }
}
