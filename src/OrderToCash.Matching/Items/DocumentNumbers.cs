using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Canonical forms of document numbers and references. Only ASCII letters and digits count; everything else separates.
/// </summary>
internal static class DocumentNumbers
{
    /// <summary>Longer numbers are cut here; no scheme in use comes near.</summary>
    public const int MaxLength = 48;

    /// <summary>More digits do not fit into the key of a number.</summary>
    public const int MostDigitsOfKey = 19;

    /// <summary>A last run of fewer digits says nothing.</summary>
    public const int LeastTail = 5;

    /// <summary>A number without its zeros is at least this.</summary>
    public const ulong LeastBare = 1_000;

    // A reference of so many digits, RF before them or not, is its key.
    private const int MostDigitsOfReference = 17;
    private const ulong IsExact = 1UL << 63;
    private const ulong IsCreditorReference = 1UL << 62;
    private const int LengthAt = 57;

    private static readonly ulong[] Powers = MakePowers();

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

    /// <summary>Ten to a power from 0 to 19.</summary>
    public static ulong Power(int digits) => Powers[digits];

    /// <summary>How many digits a number has; none for 0.</summary>
    public static int Length(ulong number)
    {
        if (number == 0) return 0;
        var length = (BitOperations.Log2(number) + 1) * 1233 >> 12;
        return number < Powers[length] ? length : length + 1;
    }

    /// <summary>
    /// The key of a canonical text, 0 for an empty one; equal texts have equal keys. Up to seventeen digits, with RF before
    /// them or not, are the key themselves; of any other a hit is compared with the text itself (<see cref="IsExactKey"/>).
    /// </summary>
    public static ulong TextKey(ReadOnlySpan<char> text)
    {
        var (value, digits, letters, isRf) = (0UL, 0, 0, true);
        foreach (var c in text)
        {
            if ((uint)(c - '0') <= 9)
            {
                if (++digits > MostDigitsOfReference) return HashedKey(text);
                value = value * 10 + (uint)(c - '0');
            }
            else if (char.IsAsciiLetter(c))
            {
                isRf &= digits == 0 && (c | 0x20) == (letters == 0 ? 'r' : 'f');
                if (!isRf || ++letters > 2) return HashedKey(text);
            }
        }
        if (letters == 1) return HashedKey(text);
        return digits + letters == 0 ? 0
            : IsExact | (letters == 0 ? 0 : IsCreditorReference) | (ulong)digits << LengthAt | value;
    }

    /// <summary>True when no other text has the key.</summary>
    public static bool IsExactKey(ulong key) => (key & IsExact) != 0;

    /// <summary>How many letters and digits the text of a key has; of longer texts than are looked at, so many.</summary>
    public static int LengthOf(ulong key) => IsExactKey(key)
        ? (int)(key >> LengthAt & 31) + ((key & IsCreditorReference) != 0 ? 2 : 0)
        : (int)(key >> 32);

    /// <summary>True when the text has no letters; most keys say it themselves.</summary>
    public static bool IsKeyOfDigits(ulong key, string text)
    {
        if (IsExactKey(key)) return (key & IsCreditorReference) == 0;
        foreach (var c in text)
            if (char.IsAsciiLetter(c)) return false;
        return key != 0;
    }

    private static ulong HashedKey(ReadOnlySpan<char> text)
    {
        Span<char> canonical = stackalloc char[MaxLength];
        var length = Canonical(text, canonical);
        return (uint)string.GetHashCode(canonical[..length]) | (ulong)length << 32;
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
    public static NumberForm NumericKeys(ReadOnlySpan<char> number)
    {
        ulong all = 0, run = 0, bare = 0;
        int digits = 0, runDigits = 0, bareDigits = 0, runs = 0, first = -1;
        var inRun = false;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = (uint)(number[i] - '0');
            if (digit > 9)
            {
                inRun = false;
                continue;
            }
            if (first < 0) first = i;
            if (!inRun) (run, runDigits, inRun, runs) = (0, 0, true, runs + 1);
            all = unchecked(all * 10 + digit);
            run = unchecked(run * 10 + digit);
            if (run != 0) (bare, bareDigits) = (unchecked(bare * 10 + digit), bareDigits + 1);
            digits++;
            runDigits++;
        }
        return new()
        {
            All = all, Tail = runDigits >= LeastTail ? run : 0, Bare = bareDigits >= 4 ? bare : 0, Digits = digits,
            TailDigits = runDigits, FirstDigit = first, IsPlain = runs <= 2 && digits <= MostDigitsOfKey,
        };
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

    private static ulong[] MakePowers()
    {
        var powers = new ulong[MostDigitsOfKey + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}

/// <summary>What a document number is in numbers.</summary>
internal readonly struct NumberForm
{
    /// <summary>All digits as one number; beyond nineteen digits what is left of it in 64 bits.</summary>
    public required ulong All { get; init; }

    /// <summary>The last run of digits, if it has five at least; 0 otherwise.</summary>
    public required ulong Tail { get; init; }

    /// <summary>The runs without their leading zeros, if four digits are left; 0 otherwise.</summary>
    public required ulong Bare { get; init; }

    /// <summary>How many digits, leading zeros counted.</summary>
    public required int Digits { get; init; }

    /// <summary>How many of them are the last run.</summary>
    public required int TailDigits { get; init; }

    /// <summary>Where the first digit stands, or -1.</summary>
    public required int FirstDigit { get; init; }

    /// <summary>One or two runs, nineteen digits at most.</summary>
    public required bool IsPlain { get; init; }

    public void Deconstruct(out ulong all, out ulong tail, out ulong bare, out int digits, out int tailDigits) =>
        (all, tail, bare, digits, tailDigits) = (All, Tail, Bare, Digits, TailDigits);
}
