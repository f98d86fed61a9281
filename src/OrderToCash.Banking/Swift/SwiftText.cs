using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Dates, amounts and references as SWIFT messages write them.</summary>
internal static class SwiftText
{
    /// <summary>
    /// YYMMDD. Banks that count months of 30 days write a 30 February: a day that its month does not have, up to 31, is the
    /// month's last. Years 80 to 99 are of the last century.
    /// </summary>
    public static bool TryDate(ReadOnlySpan<char> text, out LocalDate date)
    {
        date = default;
        if (text.Length != 6 || text.IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        var (year, month, day) = (Pair(text), Pair(text[2..]), Pair(text[4..]));
        year += year >= 80 ? 1900 : 2000;
        if (month is < 1 or > 12 || day is < 1 or > 31) return false;
        date = new(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
        return true;
    }

    /// <summary>MMDD: the day nearest to another one, since it comes without a year.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, LocalDate near, out LocalDate date)
    {
        date = default;
        if (text.Length != 4 || text.IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        var (month, day) = (Pair(text), Pair(text[2..]));
        if (month is < 1 or > 12 || day is < 1 or > 31) return false;
        var best = int.MaxValue;
        for (var year = near.Year - 1; year <= near.Year + 1; year++)
        {
            var candidate = new LocalDate(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
            var distance = Math.Abs(Period.DaysBetween(near, candidate));
            if (distance < best) (best, date) = (distance, candidate);
        }
        return true;
    }

    /// <summary>Digits with one decimal comma (a point is taken too), without a sign.</summary>
    public static bool TryAmount(ReadOnlySpan<char> text, Currency currency, out Money money)
    {
        money = default;
        Span<char> invariant = stackalloc char[32];
        if (text.Length is 0 or > 32) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && text[i] is not (',' or '.')) return false;
            invariant[i] = text[i] == ',' ? '.' : text[i];
        }
        return decimal.TryParse(invariant[..text.Length].TrimEnd('.'), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) && Money.TryOf(number, currency, out money);
    }

    /// <summary>An amount behind its currency: <c>EUR100,00</c>; null when it is none.</summary>
    public static Money? AmountWithCurrency(string text) =>
        text.Length > 3 && Currency.TryOf(text[..3], out var currency)
        && TryAmount(text.AsSpan(3).Trim(), currency, out var money) ? money : null;

    /// <summary>A rate of exchange, such as <c>1,0834</c>; null when it is none.</summary>
    public static decimal? RateOf(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
        && rate is > 0.000001m and < 1_000_000_000m ? rate : null;

    /// <summary>
    /// A reference, or nothing where it says that there is none or that it stands elsewhere. Nothing but zeros is none: lines
    /// that share it are not the same line.
    /// </summary>
    public static string Reference(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.AsSpan().IndexOfAnyExcept('0') < 0) return "";
        return trimmed.TrimEnd('+').ToUpperInvariant() is "" or "NONREF" or "NOTPROVIDED" or "NOT PROVIDED" or "NOREF" or "N/A"
            or "NOTAVAILABLE" or "NOT AVAILABLE" or "-"
            or "EREF" or "KREF" or "PREF" or "MREF" or "MARF" or "NREF" ? "" : trimmed;
    }

    /// <summary>
    /// Country, two digits, 11 to 30 letters and digits. The check digits are not asked: it is what the bank says, and nothing
    /// is paid to it.
    /// </summary>
    public static bool LooksLikeIban(string text) => text.Length is >= 15 and <= 34
        && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])
        && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The same, and as long as the accounts of its country are.</summary>
    public static bool IsIban(string text) =>
        LooksLikeIban(text) && Iban.Make(CountryCode.Of(text[..2]), text[4..]).IsSuccess;

    private static int Pair(ReadOnlySpan<char> text) => (text[0] - '0') * 10 + text[1] - '0';
}
