namespace OrderToCash.Matching;

/// <summary>
/// How the creditor's document numbers look: the letters they begin with, how many digits they have, from which to which they
/// run. A text that has such a number names a document, also one that is not in the book.
/// </summary>
internal sealed class NumberSeries
{
    // A seller has a handful; who has more does not number in series.
    public const int MaxSeries = 32;
    public const int LeastDigits = 6;
    public const int MostDigits = 18;
    private const int MaxSeparators = 2;
    private const int MaxLetters = 8;
    private const int LetterBits = 5;

    // Four letters: longer is a word.
    private const ulong MostOfAKind = (1UL << 4 * LetterBits) - 1;

    // In a series where every hundredth number is open, a number that looks right is a document and no slip of the pen.
    private const int DenseFrom = 100;

    /// <summary>Letters that no series begins with.</summary>
    public const int Unknown = BookItem.UnknownLetters;

    private readonly Series[] all;

    private NumberSeries(Series[] all, bool isByText) => (this.all, IsByText) = (all, isByText);

    /// <summary>The letters of items are to be read from their texts: they are not numbered once for all books of a
    /// line.</summary>
    public bool IsByText { get; }

    /// <summary>The largest of these groups of documents.</summary>
    /// <param name="groups">Documents of the same letters and the same number of digits; the order does not matter.</param>
    /// <param name="ordered">All groups, the largest first.</param>
    public static NumberSeries Of(List<Series> groups, out Series[] ordered)
    {
        ordered = [.. groups];
        Array.Sort(ordered, (left, right) => left.IsBefore(right) ? -1 : right.IsBefore(left) ? 1 : 0);
        Number(ordered.AsSpan(0, Math.Min(ordered.Length, MaxSeries)));
        return new(ordered.Length > MaxSeries ? ordered[..MaxSeries] : ordered, isByText: false);
    }

    /// <summary>Series whose letters have their numbers.</summary>
    public static NumberSeries Numbered(Series[] ordered) => new(ordered, isByText: false);

    /// <summary>Series whose letters have no numbers yet.</summary>
    public static NumberSeries ByText(Series[] ordered)
    {
        foreach (ref var series in ordered.AsSpan()) series.Id = 0;
        Number(ordered);
        return new(ordered, isByText: true);
    }

    private static void Number(Span<Series> ordered)
    {
        for (var i = 0; i < ordered.Length; i++)
        {
            var (letters, first) = (ordered[i].Letters, 0);
            while (ordered[first].Letters != letters) first++;
            if (letters != 0) ordered[i].Id = (byte)(first + 1);
        }
    }

    /// <summary>
    /// True when digits have the length of a series and lie where it runs, or not far from there: closed documents lie around
    /// the open ones. Dense when almost any number there is a document.
    /// </summary>
    public bool Holds(ulong key, int digits, out bool isDense)
    {
        isDense = false;
        if (digits < LeastDigits) return false;
        foreach (ref readonly var series in all.AsSpan())
        {
            if (series.Digits != digits) continue;
            var width = series.High - series.Low + 1;
            if (key < series.Low - Math.Min(series.Low, width) || key > series.High + width) continue;
            isDense = width / (ulong)series.Count < DenseFrom;
            return true;
        }
        return false;
    }

    /// <summary>
    /// The letters of a series and digits behind them, from some place in the text on: "INV-2026", "INV 0815". What is written
    /// like that names a document, however damaged the digits are.
    /// </summary>
    public bool TryFindLettered(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        (start, end) = (0, 0);
        for (var at = from; at < text.Length;)
        {
            var offset = text[at..].IndexOfAnyInRange('0', '9');
            if (offset < 0) return false;
            var digit = at + offset;
            end = digit;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            at = end;
            var letters = Letters(text[..digit], out start);
            if (LettersOf(letters) is not (0 or Unknown)) return true;
        }
        return false;
    }

    /// <summary>
    /// Which letters a document number begins with: 0 for none, <see cref="Unknown"/> for those of no series.
    /// </summary>
    public int LettersOf(ulong letters)
    {
        if (letters == 0) return 0;
        foreach (ref readonly var series in all.AsSpan())
            if (series.Letters == letters) return series.Id;
        return Unknown;
    }

    /// <summary>The letters a document number begins with, packed; 0 when there are fewer than two or more than eight.</summary>
    public static ulong LettersBefore(ReadOnlySpan<char> document, int firstDigit) =>
        firstDigit <= 0 ? 0 : Letters(document[..firstDigit], out _);

    /// <summary>
    /// Which letters stand before a number in a text. Known ones that are not the document's say that it is another document:
    /// CN-2026-0008 is not INV-2026-0008; a few unknown ones that hang on it say that it may be.
    /// </summary>
    public int LettersBefore(ReadOnlySpan<char> text, out bool isHanging)
    {
        isHanging = false;
        text = WithoutDigits(text);
        if (text.IsEmpty) return 0;
        var letters = Letters(text, out _);
        isHanging = letters is not 0 and <= MostOfAKind && text[^1] != ' ';
        return LettersOf(letters);
    }

    // Digits in front are the beginning of the number, when a hyphen, slash or point parts them.
    private static ReadOnlySpan<char> WithoutDigits(ReadOnlySpan<char> before)
    {
        while (true)
        {
            var end = before.Length;
            if (end > 1 && before[end - 1] is ('-' or '/' or '.') && char.IsAsciiDigit(before[end - 2])) end--;
            var start = end;
            while (start > 0 && char.IsAsciiDigit(before[start - 1])) start--;
            if (start == end) return before;
            before = before[..start];
        }
    }

    // The letters right before a digit, at most two separators between; 0 when there are fewer than two or more than eight.
    private static ulong Letters(ReadOnlySpan<char> before, out int start)
    {
        var end = before.Length;
        for (var i = 0; i < MaxSeparators && end > 0 && !char.IsAsciiLetterOrDigit(before[end - 1]); i++) end--;
        start = end;
        while (start > 0 && char.IsAsciiLetter(before[start - 1])) start--;
        if (end - start is < 2 or > MaxLetters) return 0;
        var letters = 0UL;
        foreach (var c in before[start..end]) letters = letters << LetterBits | (uint)c & 31;
        return letters;
    }
}

/// <summary>Documents whose numbers begin with the same letters and have the same number of digits.</summary>
internal struct Series
{
    /// <summary>The letters, five bits each; 0 for none.</summary>
    public ulong Letters;

    /// <summary>The least number, all its digits.</summary>
    public ulong Low;

    /// <summary>The greatest number.</summary>
    public ulong High;

    /// <summary>How many documents are open.</summary>
    public int Count;

    public int Digits;

    /// <summary>The number of the letters, from 1; 0 for none.</summary>
    public byte Id;

    /// <summary>What tells it from others.</summary>
    public readonly ulong Key => Letters << 5 | (uint)Digits;

    /// <summary>True when this comes first: the larger, then by letters and digits.</summary>
    public readonly bool IsBefore(in Series other) => Count != other.Count ? Count > other.Count
        : Letters != other.Letters ? Letters < other.Letters : Digits < other.Digits;
}
