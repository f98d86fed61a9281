using System.Collections.Frozen;
using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>Dates and amounts as people and banks write them in lists.</summary>
internal static class CsvText
{
    private const string Grouping = ",. '\u2019\u00a0\u202f";

    public static bool TryPattern(string text, out LocalDatePattern pattern)
    {
        try
        {
            pattern = LocalDatePattern.CreateWithInvariantCulture(text);
            return true;
        }
        catch (InvalidPatternException)
        {
            pattern = LocalDatePattern.Iso;
            return false;
        }
    }

    /// <summary>The pattern of a mapping that was checked.</summary>
    public static LocalDatePattern PatternOf(string text)
    {
        TryPattern(text, out var pattern);
        return pattern;
    }

    // Groups of thousands are separated by what is not the decimal separator: comma, point, blank or apostrophe. The last group
    // has three digits, those before it two (India) or three: "12,50" is no amount where the point is the decimal separator.
    public static bool TryMoney(string text, char decimalSeparator, Currency currency, out Money money)
    {
        money = default;
        text = Bare(text, currency, out var isBelowZero);
        Span<char> invariant = stackalloc char[40];
        var (length, digits, isGrouped, isFraction) = (0, 0, false, false);
        foreach (var c in text)
        {
            if (c != decimalSeparator && Grouping.Contains(c))
            {
                if (digits == 0 && !isGrouped && char.IsWhiteSpace(c)) continue;
                if (isFraction || digits is 0 or > 3 || isGrouped && digits < 2) return false;
                (digits, isGrouped) = (0, true);
                continue;
            }
            if (c == decimalSeparator && isGrouped && digits != 3) return false;
            if (c == decimalSeparator) isFraction = true;
            if (length == invariant.Length) return false;
            if (char.IsAsciiDigit(c)) digits++;
            invariant[length++] = c == decimalSeparator ? '.' : c == '\u2212' ? '-' : c;
        }
        if (isGrouped && !isFraction && digits != 3) return false;
        return decimal.TryParse(invariant[..length],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
            && !(isBelowZero && number < 0) && Money.TryOf(isBelowZero ? -number : number, currency, out money);
    }

    // Signs with letters, in the currency they belong to alone.
    private static readonly FrozenDictionary<string, string> OwnSigns = new Dictionary<string, string>
    {
        ["BRL"] = "R$", ["CZK"] = "Kč", ["DKK"] = "kr", ["HUF"] = "Ft", ["NOK"] = "kr", ["PLN"] = "zł", ["SEK"] = "kr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // "$1,250.00", "12,50 EUR", "(12.50)": the currency's sign or code beside the number, brackets of accountants for a minus.
    private static string Bare(string text, Currency currency, out bool isBelowZero)
    {
        var bare = text.AsSpan().Trim();
        isBelowZero = bare is ['(', .., ')'];
        if (isBelowZero) bare = bare[1..^1].Trim();
        if (bare.StartsWith(currency.Code)) bare = bare[currency.Code.Length..].TrimStart();
        else if (bare.EndsWith(currency.Code)) bare = bare[..^currency.Code.Length].TrimEnd();
        else if (OwnSigns.GetValueOrDefault(currency.Code) is { } own)
        {
            var minus = bare is ['-' or '+' or '\u2212', ..] ? 1 : 0;
            if (bare[minus..].StartsWith(own)) return string.Concat(bare[..minus], bare[(minus + own.Length)..].TrimStart());
            if (bare.EndsWith(own)) bare = bare[..^own.Length].TrimEnd();
        }
        var sign = bare.IndexOfAny("$€£¥");
        var isBeside = sign == 0 || sign > 0 && (sign == bare.Length - 1 || sign == 1 && bare[0] is '-' or '+');
        if (!isBeside) return bare.ToString();
        return string.Concat(bare[..sign].TrimEnd(), bare[(sign + 1)..].TrimStart());
    }
}
