namespace OrderToCash.Receivables;

/// <summary>Finds what looks like a card number: it must not be stored (PCI DSS 3.5), a token is.</summary>
public static class CardNumbers
{
    /// <summary>
    /// True when a text has 13 to 19 digits in a row, blanks and hyphens between them allowed, whose check digit holds (Luhn,
    /// ISO/IEC 7812-1). Runs inside of longer runs of digits or letters don't count.
    /// </summary>
    public static bool IsIn(string? text)
    {
        if (text is null) return false;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                at++;
                continue;
            }
            var (digits, end) = Run(text, at);
            var isWhole = end == text.Length || !char.IsAsciiLetterOrDigit(text[end]);
            if (isWhole && digits.Length is >= 13 and <= 19 && HasLuhnDigit(digits)) return true;
            at = end;
        }
        return false;
    }

    private static (string Digits, int End) Run(string text, int from)
    {
        var (digits, end) = (new System.Text.StringBuilder(), from);
        for (var i = from; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                end = i + 1;
            }
            else if (text[i] is not (' ' or '-')) break;
        return (digits.ToString(), end);
    }

    private static bool HasLuhnDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
