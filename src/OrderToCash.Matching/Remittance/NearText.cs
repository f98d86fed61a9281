namespace OrderToCash.Matching;

/// <summary>
/// The digits of a text in one row, runs parted: where a number is looked for that is damaged, or glued to others. A walk per
/// number, no backtracking; 64 digits of a number at once (Myers' bit-vector algorithm for approximate string
/// matching, J. ACM 46, 1999; swapped neighbours as in Hyyro, "A bit-vector algorithm for
/// computing Levenshtein and Damerau edit distances", Nordic J. Computing 10, 2003).
/// </summary>
internal ref struct NearText
{
    /// <summary>More digits are not looked at.</summary>
    public const int MaxLength = 256;

    private const int LeastRun = 3;
    private const byte Gap = 10;

    // The shortest number that may be damaged has six digits, of which one may be wrong.
    private const int LeastSegment = 5;

    // Wider than any number is damaged: what lies apart is not read as one.
    private const int GapWidth = 3;

    private readonly Span<byte> digits;
    private readonly Span<int> places;
    private readonly Span<ulong> grams;
    private int length;

    // The most digits that no gap parts: a number that is longer by more than may be wrong is not there.
    private int longest;

    /// <param name="digits">Room for the digits.</param>
    /// <param name="places">Room for where they stand in the text.</param>
    /// <param name="grams">Room for which three digits follow each other: sixteen words.</param>
    public NearText(Span<byte> digits, Span<int> places, Span<ulong> grams)
    {
        this.digits = digits;
        this.places = places;
        this.grams = grams;
    }

    public readonly int Length => length;

    /// <summary>Reads a text; false when it holds no digits that a number could be read from.</summary>
    public bool Read(ReadOnlySpan<char> text)
    {
        (length, longest) = (0, 0);
        var segment = 0;
        grams.Clear();
        for (var at = 0; at < text.Length && length < MaxLength - 1;)
        {
            var offset = text[at..].IndexOfAnyInRange('0', '9');
            if (offset < 0) break;
            var (start, end) = (at + offset, at + offset);
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            at = end;
            if (end - start < LeastRun) continue;
            if (length > 0 && !IsJoined(text, places[length - 1] + 1, start))
            {
                for (var i = 0; i < GapWidth && length < MaxLength - 1; i++) Add(Gap, start);
                segment = length;
            }
            for (var i = start; i < end && length < MaxLength - 1; i++) Add((byte)(text[i] - '0'), i);
            longest = Math.Max(longest, length - segment);
        }
        if (longest < LeastSegment) return false;
        MarkPieces();
        return true;
    }

    /// <summary>So many digits of a number may be wrong; below zero when it is too short to be told from others.</summary>
    public static int MostWrong(int digitCount) => digitCount is < 6 or > 19 ? -1 : digitCount < 9 ? digitCount / 3 - 1 : 2;

    /// <summary>False when the number is not in the text, nor nearly: quick, and right for most numbers.</summary>
    public readonly bool MayHold(ulong number, int digitCount) => MostWrong(digitCount) is >= 0 and var most
        && digitCount - most <= longest && (HoldsPiece(number, most) || (digitCount >= 10 && HoldsPiece(number / 10, most)));

    /// <summary>
    /// How many digits of the number have to be added, dropped, replaced or swapped to find it in the text; more than
    /// <paramref name="most"/> when it is too many. The place is where in the text it stands, about.
    /// </summary>
    public readonly int Distance(ulong number, int digitCount, int most, out int start, out int end)
    {
        (start, end) = (0, 0);
        if (digitCount - most > longest) return most + 1;
        if (!HoldsPiece(number, most) && (digitCount < 10 || !HoldsPiece(number / 10, most))) return most + 1;
        Span<ulong> masks = stackalloc ulong[Gap + 1];
        masks.Clear();
        var rest = number;
        for (var i = digitCount - 1; i >= 0; i--, rest /= 10) masks[(int)(rest % 10)] |= 1UL << i;
        var (last, positive, negative, diagonal, before) = (1UL << digitCount - 1, ~0UL, 0UL, 0UL, 0UL);
        var (distance, best, bestAt) = (digitCount, most + 1, 0);
        for (var at = 0; at < length; at++)
        {
            var equal = masks[digits[at]];
            var swapped = (~diagonal & equal) << 1 & before;
            diagonal = (unchecked((equal & positive) + positive) ^ positive) | equal | negative | swapped;
            before = equal;
            var plus = negative | ~(diagonal | positive);
            var minus = positive & diagonal;
            if ((plus & last) != 0) distance++;
            else if ((minus & last) != 0) distance--;
            (plus, minus) = (plus << 1, minus << 1);
            (positive, negative) = (minus | ~(diagonal | plus), plus & diagonal);
            if (distance >= best) continue;
            (best, bestAt) = (distance, at);
        }
        if (best > most) return best;
        while (bestAt > 0 && digits[bestAt] == Gap) bestAt--;
        (start, end) = (places[Math.Max(0, bestAt - digitCount + 1)], places[bestAt] + 1);
        return best;
    }

    // Three digits at a time: so many mistakes leave one of one more pieces whole, but for a swap between two pieces.
    private readonly bool HoldsPiece(ulong number, int most)
    {
        for (var piece = 0; piece <= most; piece++, number /= 1_000)
        {
            var gram = (int)(number % 1_000);
            if ((grams[gram >> 6] >> (gram & 63) & 1) != 0) return true;
        }
        return false;
    }

    // One separator parts the pieces of a number as often as it parts two numbers.
    private static bool IsJoined(ReadOnlySpan<char> text, int end, int start) =>
        start - end == 1 && text[end] is (' ' or '-' or '/' or '.');

    private void Add(byte digit, int place)
    {
        digits[length] = digit;
        places[length++] = place;
    }

    // Of digits that are too few for a number, years mostly, none is a piece of one.
    private readonly void MarkPieces()
    {
        for (var (start, end) = (0, 0); start < length; start = end + 1)
        {
            for (end = start; end < length && digits[end] < Gap; end++)
            {
            }
            if (end - start < LeastSegment) continue;
            for (var i = start; i + 2 < end; i++) Mark(digits[i] * 100 + digits[i + 1] * 10 + digits[i + 2]);
        }
    }

    private readonly void Mark(int gram) => grams[gram >> 6] |= 1UL << (gram & 63);
}
