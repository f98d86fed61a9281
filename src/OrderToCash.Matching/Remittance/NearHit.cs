namespace OrderToCash.Matching;

/// <summary>
/// Whether digits in a text are a damaged document number: one dropped, one doubled, two neighbours swapped, cut short, or
/// the front lost. Another digit in a place is not enough: the next number of the series looks like that.
/// </summary>
internal static class NearHit
{
    private const int LeastDigits = 5;
    private const int MostCutShort = 3;

    /// <summary>True when the text's digits may stand for the number.</summary>
    public static bool IsDamaged(ReadOnlySpan<char> said, ReadOnlySpan<char> number)
    {
        Span<char> a = stackalloc char[DocumentNumbers.MaxLength];
        Span<char> b = stackalloc char[DocumentNumbers.MaxLength];
        ReadOnlySpan<char> digits = a[..DocumentNumbers.Digits(said, a)];
        ReadOnlySpan<char> all = b[..DocumentNumbers.Digits(number, b)];
        if (digits.Length < LeastDigits || all.Length < LeastDigits) return false;
        if (IsClose(digits, all)) return true;
        var tail = TailStart(number, all.Length);
        return tail > 0 && all.Length - tail >= LeastDigits && IsClose(digits, all[tail..]);
    }

    /// <summary>The same of a number in figures: all its digits, how many, and how many of them are the last run.</summary>
    public static bool IsDamaged(ulong said, int saidDigits, ulong number, int digits, int tailDigits)
    {
        if (saidDigits < LeastDigits || digits < LeastDigits) return false;
        return IsClose(said, saidDigits, number, digits) || (tailDigits < digits && tailDigits >= LeastDigits
            && IsClose(said, saidDigits, number % DocumentNumbers.Power(tailDigits), tailDigits));
    }

    /// <summary>
    /// True when two texts of digits and letters have the same length and differ in one place: a reference typed wrong.
    /// </summary>
    public static bool IsOneDigitOff(ReadOnlySpan<char> said, ReadOnlySpan<char> reference)
    {
        Span<char> a = stackalloc char[DocumentNumbers.MaxLength];
        Span<char> b = stackalloc char[DocumentNumbers.MaxLength];
        var length = DocumentNumbers.Canonical(said, a);
        if (length < 8 || length != DocumentNumbers.Canonical(reference, b)) return false;
        var different = 0;
        for (var i = 0; i < length; i++) different += a[i] == b[i] ? 0 : 1;
        return different == 1 || (different == 2 && IsSwapped(a[..length], b[..length]));
    }

    // In figures: the front lost, cut short; then the digits that both end with are taken away, and what differs is looked at.
    private static bool IsClose(ulong said, int saidDigits, ulong number, int digits)
    {
        if (saidDigits > digits + 1) return false;
        if (saidDigits < digits && (number % DocumentNumbers.Power(saidDigits) == said
            || (saidDigits >= digits - MostCutShort && number / DocumentNumbers.Power(digits - saidDigits) == said))) return true;
        if (saidDigits < digits - 1 || (saidDigits == digits && said == number)) return false;
        var (left, after) = (Math.Min(saidDigits, digits), 10UL);
        for (; left > 0 && said % 10 == number % 10; left--, said /= 10, number /= 10) after = said % 10;
        if (saidDigits < digits) return number / 10 == said;
        if (saidDigits > digits) return said / 10 == number && said % 10 == after;
        return left > 1 && said / 100 == number / 100 && said / 10 % 10 == number % 10 && said % 10 == number / 10 % 10;
    }

    private static bool IsClose(ReadOnlySpan<char> said, ReadOnlySpan<char> number)
    {
        if (said.Length == number.Length) return IsSwapped(said, number);
        if (said.Length == number.Length - 1)
            return IsWithoutOne(said, number) || number.EndsWith(said) || number.StartsWith(said);
        if (said.Length == number.Length + 1) return IsDoubled(said, number);
        return said.Length < number.Length
            && (number.EndsWith(said) || (number.StartsWith(said) && said.Length >= number.Length - MostCutShort));
    }

    private static bool IsSwapped(ReadOnlySpan<char> said, ReadOnlySpan<char> number)
    {
        var at = said.CommonPrefixLength(number);
        return at + 1 < said.Length && said[at] == number[at + 1] && said[at + 1] == number[at]
            && said[(at + 2)..].SequenceEqual(number[(at + 2)..]);
    }

    private static bool IsWithoutOne(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var at = shorter.CommonPrefixLength(longer);
        return shorter[at..].SequenceEqual(longer[(at + 1)..]);
    }

    private static bool IsDoubled(ReadOnlySpan<char> said, ReadOnlySpan<char> number)
    {
        var at = said.CommonPrefixLength(number);
        return at > 0 && said[at] == said[at - 1] && said[(at + 1)..].SequenceEqual(number[at..]);
    }

    // Where the last run of digits begins, counted in digits.
    private static int TailStart(ReadOnlySpan<char> number, int digits)
    {
        var end = number.Length;
        while (end > 0 && !char.IsAsciiDigit(number[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(number[start - 1])) start--;
        return digits - (end - start);
    }
}
