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

    private const int MaxRun = 30;
    private const int MaxJoined = 4;
    private const int MaxRange = 30;

    private readonly ReadOnlySpan<char> text;
    private readonly Span<NumberMention> mentions;
    private int count;

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
        Span<NumberMention> recent = stackalloc NumberMention[MaxJoined];
        var (known, at, listed) = (0, 0, default(NumberMention));
        while (count < mentions.Length)
        {
            var offset = text[at..].IndexOfAnyInRange('0', '9');
            if (offset < 0) return;
            var start = at + offset;
            var word = WordStart(start, at);
            if (start - word == 2 && (word == 0 || !char.IsAsciiLetterOrDigit(text[word - 1])) && TryAccount(word, out at))
            {
                known = 0;
                continue;
            }
            var run = Run(start);
            at = run.Start + run.Length;
            if (run.Digits > MaxRun)
            {
                known = 0;
                continue;
            }
            if (known > 0 && start - (recent[known - 1].Start + recent[known - 1].Length) > 1) known = 0;
            if (known == MaxJoined)
            {
                recent[1..].CopyTo(recent);
                known--;
            }
            recent[known++] = run;
            Keep(run);
            Join(recent[..known]);
            if (known > 1) Expand(recent[known - 2].Digits >= 4 ? recent[known - 2] : listed, recent[known - 2], run);
            if (run.Digits >= 4 || known == 1) listed = run;
        }
    }

    private readonly int WordStart(int digit, int floor)
    {
        var start = digit;
        while (start > floor && digit - start < 3 && char.IsAsciiLetter(text[start - 1])) start--;
        return start;
    }

    private readonly NumberMention Run(int start)
    {
        var (end, key) = (start, 0UL);
        while (end < text.Length && (uint)(text[end] - '0') <= 9) key = unchecked(key * 10 + (uint)(text[end++] - '0'));
        return new() { Key = key, Start = start, Length = end - start, Digits = end - start };
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
            Keep(new() { Start = word, Length = end - word, Digits = length - 2, Kind = MentionKind.Reference });
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

    private void Join(scoped ReadOnlySpan<NumberMention> runs)
    {
        var last = runs[^1];
        var (key, digits, scale) = (last.Key, last.Digits, Power(last.Digits));
        for (var i = runs.Length - 2; i >= 0; i--)
        {
            var separator = text[runs[i].Start + runs[i].Length];
            if (char.IsAsciiLetter(separator) || separator is ',' or '+' or '&' || digits + runs[i].Digits > MaxRun) return;
            if (separator == '.' && last.Digits == 2) return;
            key = unchecked(runs[i].Key * scale + key);
            scale = unchecked(scale * Power(runs[i].Digits));
            digits += runs[i].Digits;
            if (!IsDate(runs[i..]))
                Keep(new() { Key = key, Start = runs[i].Start, Length = last.Start + last.Length - runs[i].Start,
                    Digits = digits });
        }
    }

    private static bool IsDate(scoped ReadOnlySpan<NumberMention> runs) => runs.Length == 3 && (
        (runs[0].Digits <= 2 && runs[1].Digits <= 2 && runs[2].Digits is 2 or 4 && runs[1].Key is >= 1 and <= 12
            && runs[0].Key is >= 1 and <= 31)
        || (runs[0].Digits == 4 && runs[1].Digits == 2 && runs[2].Digits == 2 && runs[1].Key is >= 1 and <= 12
            && runs[2].Key is >= 1 and <= 31));

    // From is the number the list began with: in 1001/02/03 the last digits of 1001 are replaced twice.
    private void Expand(NumberMention from, NumberMention before, NumberMention to)
    {
        var separator = text[before.Start + before.Length];
        if (from.Digits < 4 || from.Digits > 18) return;
        if (to.Digits < from.Digits && separator is '/' or ',' or '+' or '&')
        {
            var scale = Power(to.Digits);
            Keep(new() { Key = from.Key / scale * scale + to.Key, Start = to.Start, Length = to.Length, Digits = from.Digits,
                Kind = MentionKind.Expanded });
        }
        if (separator != '-' || to.Digits != from.Digits || to.Key <= from.Key || to.Key - from.Key > MaxRange) return;
        for (var key = from.Key + 1; key < to.Key; key++)
            Keep(new() { Key = key, Start = from.Start, Length = to.Start + to.Length - from.Start, Digits = from.Digits,
                Kind = MentionKind.Expanded });
    }

    private void Keep(NumberMention mention)
    {
        if (count < mentions.Length && (mention.Digits >= 4 || mention.Kind == MentionKind.Reference))
            mentions[count++] = mention;
    }

    private static ulong Power(int digits)
    {
        var power = 1UL;
        for (var i = 0; i < digits; i++) power = unchecked(power * 10);
        return power;
    }
}
