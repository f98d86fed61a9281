using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OrderToCash.Matching;

/// <summary>
/// Reads the numbers out of a text in one walk, without regular expressions: runs of digits, neighbours joined by one
/// separator, lists and ranges. International bank account numbers and dates are left out. Work and output are bounded
/// whatever the text is.
/// </summary>
internal ref struct MentionScanner
{
    /// <summary>Text beyond is not read.</summary>
    public const int MaxText = 4_096;

    /// <summary>More mentions than these are not kept.</summary>
    public const int MaxMentions = 64;

    private const int LeastDigits = 4;
    private const int MaxRun = 30;
    private const int MaxJoined = 4;
    private const int MaxRange = 30;

    private const int BlockLength = 64;

    private static readonly ulong[] Powers = MakePowers();

    private readonly ReadOnlySpan<char> text;
    private readonly Span<NumberMention> mentions;
    private int count;

    // Which characters of a block are digits, a bit each.
    private ulong digits;
    private int block = -1;

    private MentionScanner(ReadOnlySpan<char> text, Span<NumberMention> mentions)
    {
        this.text = text;
        this.mentions = mentions;
    }

    /// <summary>Fills the mentions; returns how many there are.</summary>
    public static int Scan(ReadOnlySpan<char> text, Span<NumberMention> mentions)
    {
        var scanner = new MentionScanner(text.Length > MaxText ? text[..MaxText] : text, mentions);
        scanner.Walk();
        return scanner.count;
    }

    private void Walk()
    {
        Span<Run> recent = stackalloc Run[MaxJoined];
        var (known, at, listed) = (0, 0, default(Run));
        while (count < mentions.Length)
        {
            var start = NextDigit(at);
            if (start < 0) return;
            var word = WordStart(start, at);
            if (start - word == 2 && (word == 0 || !char.IsAsciiLetterOrDigit(text[word - 1])) && TryAccount(word, out at))
            {
                known = 0;
                continue;
            }
            var run = RunFrom(start);
            at = run.End;
            if (run.Digits > MaxRun)
            {
                known = 0;
                continue;
            }
            if (known > 0 && start - recent[known - 1].End > 1) known = 0;
            if (known == MaxJoined)
            {
                recent[1..].CopyTo(recent);
                known--;
            }
            recent[known++] = run;
            Keep(run.Key, run.Digits, run.Start, run.End, MentionKind.Number);
            if (known > 1)
            {
                Join(recent[..known]);
                Expand(recent[known - 2].Digits >= 4 ? recent[known - 2] : listed, recent[known - 2], run);
            }
            if (run.Digits >= 4 || known == 1) listed = run;
        }
    }

    private int NextDigit(int from)
    {
        while (from < text.Length)
        {
            Look(from);
            var left = digits >> from % BlockLength;
            if (left != 0) return from + BitOperations.TrailingZeroCount(left);
            from = (block + 1) * BlockLength;
        }
        return -1;
    }

    private static ulong DigitsOf(ReadOnlySpan<char> characters)
    {
        var codes = MemoryMarshal.Cast<char, ushort>(characters);
        var (found, at, last) = (0UL, 0, codes.Length - Vector256<ushort>.Count);
        for (; at <= last; at += Vector256<ushort>.Count) found |= DigitsAt(codes, at);
        // The last vector ends with the text: what two of them see, both see alike.
        if (last >= 0) return at < codes.Length ? found | DigitsAt(codes, last) : found;
        for (; at < codes.Length; at++)
            if ((uint)(codes[at] - '0') <= 9) found |= 1UL << at;
        return found;
    }

    private static ulong DigitsAt(ReadOnlySpan<ushort> codes, int at)
    {
        var values = Vector256.Create(codes[at..]) - Vector256.Create((ushort)'0');
        return (ulong)Vector256.LessThanOrEqual(values, Vector256.Create((ushort)9)).ExtractMostSignificantBits() << at;
    }

    private readonly int WordStart(int digit, int floor)
    {
        var start = digit;
        while (start > floor && digit - start < 3 && char.IsAsciiLetter(text[start - 1])) start--;
        return start;
    }

    private Run RunFrom(int start)
    {
        var (end, key) = (NextOther(start), 0UL);
        foreach (var digit in text[start..end]) key = unchecked(key * 10 + (uint)(digit - '0'));
        return new() { Key = key, Start = start, End = end };
    }

    // The first character from a digit on that is none.
    private int NextOther(int digit)
    {
        var end = digit;
        do
        {
            Look(end);
            end += BitOperations.TrailingZeroCount(~(digits >> end % BlockLength));
        }
        while (end % BlockLength == 0 && end < text.Length && char.IsAsciiDigit(text[end]));
        return end;
    }

    // At the block that a character stands in.
    private void Look(int at)
    {
        if (at / BlockLength == block) return;
        block = at / BlockLength;
        digits = DigitsOf(text.Slice(block * BlockLength, Math.Min(BlockLength, text.Length - block * BlockLength)));
    }

    // Two letters, two digits and at least eleven more characters, in one piece or in groups of four: an account number, or
    // an RF reference.
    private bool TryAccount(int word, out int end)
    {
        end = word;
        if (word + 4 > text.Length || !char.IsAsciiDigit(text[word + 3])) return false;
        var (at, length, group) = (word, 0, 0);
        while (at < text.Length && length <= 34)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                length++;
                group++;
                end = ++at;
            }
            else if (text[at] == ' ' && group == 4 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            {
                group = 0;
                at++;
            }
            else break;
        }
        if (length > 34) return false;
        if ((text[word] | 0x20) == 'r' && (text[word + 1] | 0x20) == 'f' && length >= 5)
        {
            Keep(0, length - 2, word, end, MentionKind.Reference);
            return true;
        }
        return length >= 15 && IsCheckedBy97(text[word..end]);
    }

    // ISO 7064 MOD 97-10: the first four characters moved to the end, letters as 10 to 35.
    internal static bool IsCheckedBy97(ReadOnlySpan<char> number)
    {
        Span<char> canonical = stackalloc char[34];
        var length = DocumentNumbers.Canonical(number, canonical);
        var rest = 0;
        for (var i = 0; i < length; i++)
        {
            var c = canonical[(i + 4) % length];
            rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    private void Join(scoped ReadOnlySpan<Run> runs)
    {
        var last = runs[^1];
        var (key, all, scale) = (last.Key, last.Digits, Powers[last.Digits]);
        for (var i = runs.Length - 2; i >= 0; i--)
        {
            ref readonly var run = ref runs[i];
            var separator = text[run.End];
            if (char.IsAsciiLetter(separator) || separator is ',' or '+' or '&' || all + run.Digits > MaxRun) return;
            if (separator == '.' && last.Digits == 2) return;
            key = unchecked(run.Key * scale + key);
            scale = unchecked(scale * Powers[run.Digits]);
            all += run.Digits;
            if (!IsDate(runs[i..])) Keep(key, all, run.Start, last.End, MentionKind.Number);
        }
    }

    private static bool IsDate(scoped ReadOnlySpan<Run> runs) => runs.Length == 3 && (
        (runs[0].Digits <= 2 && runs[1].Digits <= 2 && runs[2].Digits is 2 or 4 && runs[1].Key is >= 1 and <= 12
            && runs[0].Key is >= 1 and <= 31)
        || (runs[0].Digits == 4 && runs[1].Digits == 2 && runs[2].Digits == 2 && runs[1].Key is >= 1 and <= 12
            && runs[2].Key is >= 1 and <= 31));

    // From is the number the list began with: in 1001/02/03 the last digits of 1001 are replaced twice.
    private void Expand(in Run from, in Run before, in Run to)
    {
        var separator = text[before.End];
        if (from.Digits < 4 || from.Digits > 18) return;
        if (to.Digits < from.Digits && separator is '/' or ',' or '+' or '&')
        {
            var scale = Powers[to.Digits];
            Keep(from.Key / scale * scale + to.Key, from.Digits, to.Start, to.End, MentionKind.Expanded);
        }
        if (separator != '-' || to.Digits != from.Digits || to.Key <= from.Key || to.Key - from.Key > MaxRange) return;
        for (var key = from.Key + 1; key < to.Key; key++) Keep(key, from.Digits, from.Start, to.End, MentionKind.Expanded);
    }

    private void Keep(ulong key, int all, int start, int end, MentionKind kind)
    {
        if (count == mentions.Length || (all < LeastDigits && kind != MentionKind.Reference)) return;
        mentions[count++] = new() { Key = key, Digits = all, Start = start, Length = end - start, Kind = kind };
    }

    // Beyond nineteen digits what is left in 64 bits, as of the keys.
    private static ulong[] MakePowers()
    {
        var powers = new ulong[MaxRun + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = unchecked(powers[i - 1] * 10);
        return powers;
    }

    /// <summary>Digits that stand together.</summary>
    private struct Run
    {
        public ulong Key;
        public int Start;
        public int End;

        public readonly int Digits => End - Start;
    }
}
