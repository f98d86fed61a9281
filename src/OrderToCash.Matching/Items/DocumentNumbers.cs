namespace OrderToCash.Matching;

/// <summary>
/// Canonical forms of document numbers and references. Only ASCII letters and digits count; everything else separates.
/// </summary>
internal static class DocumentNumbers
{
    /// <summary>Longer numbers are cut here; no scheme in use comes near.</summary>
    public const int MaxLength = 48;

    /// <summary>Upper-case letters and digits; returns how many were written.</summary>
    public static int Canonical(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            if (length == target.Length) return length;
            target[length++] = c >= 'a' ? (char)(c - 32) : c;
        }
        return length;
    }

    /// <summary>The digits alone; returns how many were written.</summary>
    public static int Digits(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (length == target.Length) return length;
            target[length++] = c;
        }
        return length;
    }

    /// <summary>The key of a canonical text; equal texts have equal keys, so a hit is compared with the text itself.</summary>
    public static ulong TextKey(ReadOnlySpan<char> text)
    {
        Span<char> canonical = stackalloc char[MaxLength];
        var length = Canonical(text, canonical);
        return length == 0 ? 0 : (uint)string.GetHashCode(canonical[..length]) | (ulong)length << 32;
    }

    /// <summary>True when both have the same letters and digits, case and separators aside.</summary>
    public static bool SameText(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right)) return true;
        var (i, j, length) = (0, 0, 0);
        while (length++ < MaxLength)
        {
            while (i < left.Length && !char.IsAsciiLetterOrDigit(left[i])) i++;
            while (j < right.Length && !char.IsAsciiLetterOrDigit(right[j])) j++;
            if (i == left.Length || j == right.Length) return i == left.Length && j == right.Length;
            if (Upper(left[i++]) != Upper(right[j++])) return false;
        }
        return true;
    }

    private static char Upper(char c) => c >= 'a' ? (char)(c - 32) : c;

    /// <summary>
    /// The numeric keys of a document number: all digits, its last run of digits, and its runs with their zeros stripped.
    /// </summary>
    public static (ulong All, ulong Tail, ulong Bare, int Digits, int TailDigits) NumericKeys(ReadOnlySpan<char> number)
    {
        ulong all = 0, run = 0, bare = 0;
        int digits = 0, runDigits = 0, bareDigits = 0;
        var inRun = false;
        foreach (var c in number)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
            {
                inRun = false;
                continue;
            }
            if (!inRun) (run, runDigits, inRun) = (0, 0, true);
            all = unchecked(all * 10 + digit);
            run = unchecked(run * 10 + digit);
            if (run != 0) (bare, bareDigits) = (unchecked(bare * 10 + digit), bareDigits + 1);
            digits++;
            runDigits++;
        }
        return (all, runDigits >= 5 ? run : 0, bareDigits >= 4 ? bare : 0, digits, runDigits);
    }

    /// <summary>
    /// True when the digits of a text are the digits of the document number: all, the last run, or runs without their zeros.
    /// </summary>
    public static bool SameDigits(ReadOnlySpan<char> text, ReadOnlySpan<char> number)
    {
        Span<char> a = stackalloc char[MaxLength];
        Span<char> b = stackalloc char[MaxLength];
        ReadOnlySpan<char> said = a[..Digits(text, a)].TrimStart('0');
        ReadOnlySpan<char> all = b[..Digits(number, b)].TrimStart('0');
        if (said.SequenceEqual(all) || (said.Length > 0 && all.EndsWith(said))) return true;
        return said.SequenceEqual(b[..BareDigits(number, b)]);
    }

    /// <summary>The digits, each run without its leading zeros.</summary>
    public static int BareDigits(ReadOnlySpan<char> number, Span<char> target)
    {
        var (length, started) = (0, false);
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c))
            {
                started = false;
                continue;
            }
            started |= c != '0';
            if (started && length < target.Length) target[length++] = c;
        }
        return length;
    }
}
