using System.Runtime.InteropServices;

namespace OrderToCash.Matching;

/// <summary>
/// How the creditor's document numbers look: the letters they begin with, how many digits they have, from which to which they
/// run. A text that has such a number names a document, also one that is not in the book.
/// </summary>
internal sealed class NumberSeries
{
    // A seller has a handful; who has more does not number in series.
    private const int MaxSeries = 32;
    private const int LeastDigits = 6;
    private const int MostDigits = 18;
    private const int MaxSeparators = 2;
    private const int MaxLetters = 8;

    // Four letters: longer is a word.
    private const ulong MostOfAKind = uint.MaxValue;

    // In a series where every hundredth number is open, a number that looks right is a document and no slip of the pen.
    private const int DenseFrom = 100;

    /// <summary>Letters that no series begins with.</summary>
    public const byte Unknown = byte.MaxValue;

    private readonly Series[] all;

    private NumberSeries(Series[] all) => this.all = all;

    /// <summary>The series of these documents; the order of the documents does not matter.</summary>
    public static NumberSeries Of(IEnumerable<string> numbers)
    {
        var found = new Dictionary<(ulong, int), Series>();
        foreach (var number in numbers)
        {
            var (key, _, _, digits, _) = DocumentNumbers.NumericKeys(number);
            if (digits is 0 or > MostDigits) continue;
            var letters = Letters(number.AsSpan(0, number.AsSpan().IndexOfAnyInRange('0', '9')), out _);
            ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(found, (letters, digits), out var isKnown);
            series = isKnown
                ? series with { Low = Math.Min(series.Low, key), High = Math.Max(series.High, key), Count = series.Count + 1 }
                : new() { Letters = letters, Digits = digits, Low = key, High = key, Count = 1 };
        }
        var ordered = found.Values.OrderByDescending(s => s.Count).ThenBy(s => s.Letters).ThenBy(s => s.Digits);
        return new([.. ordered.Take(MaxSeries)]);
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
            if (letters != 0 && IsKnown(letters)) return true;
        }
        return false;
    }

    /// <summary>Which letters a document number begins with: 0 for none, 255 for those of no series.</summary>
    public byte LettersOf(ReadOnlySpan<char> document)
    {
        var digit = document.IndexOfAnyInRange('0', '9');
        return digit <= 0 ? (byte)0 : IndexOf(Letters(document[..digit], out _));
    }

    /// <summary>
    /// Which letters stand before a number in a text. Known ones that are not the document's say that it is another document:
    /// CN-2026-0008 is not INV-2026-0008; a few unknown ones that hang on it say that it may be.
    /// </summary>
    public byte LettersBefore(ReadOnlySpan<char> text, out bool isHanging)
    {
        isHanging = false;
        text = WithoutDigits(text);
        if (text.IsEmpty) return 0;
        var letters = Letters(text, out _);
        isHanging = letters is not 0 and <= MostOfAKind && text[^1] != ' ';
        return IndexOf(letters);
    }

    private bool IsKnown(ulong letters) => IndexOf(letters) is not (0 or Unknown);

    private byte IndexOf(ulong letters)
    {
        if (letters == 0) return 0;
        for (var i = 0; i < all.Length; i++)
            if (all[i].Letters == letters) return (byte)(i + 1);
        return Unknown;
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
        foreach (var c in before[start..end]) letters = letters << 8 | (byte)(c & ~0x20);
        return letters;
    }

    private readonly record struct Series
    {
        public required ulong Letters { get; init; }
        public required int Digits { get; init; }
        public required ulong Low { get; init; }
        public required ulong High { get; init; }
        public required int Count { get; init; }
    }
}
