using System.Globalization;

namespace OrderToCash.Matching.Tests;

public class MentionScannerTests
{
    [Theory]
    [InlineData("RE-2026-0000123", "2026 123 20260000123")]
    [InlineData("12 345 678", "12345 345678 12345678")]
    [InlineData("1001/02/03", "1001 100102 1002 203 1003")]
    [InlineData("1001-1004", "1001 1004 10011004 1002 1003")]
    [InlineData("IBAN DE89370400440532013000 ok 4711", "4711")]
    [InlineData("DE89 3704 0044 0532 0130 00", "")]
    [InlineData("RF18 5390 0754 7034", "RF18 5390 0754 7034")]
    [InlineData("12.03.2026", "2026 32026")]
    [InlineData("nothing", "")]
    public void Numbers_in_a_text(string text, string expected)
    {
        Span<NumberMention> mentions = new NumberMention[MentionScanner.MaxMentions];
        var found = mentions[..MentionScanner.Scan(text, mentions)].ToArray();
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found
            .SelectMany(m => m.Kind == MentionKind.Reference ? text.Substring(m.Start, m.Length).Split(' ') : [$"{m.Key}"]).Order());
    }

    [Theory]
    [InlineData("1234567", "1234567", false)]
    [InlineData("123567", "1234567", true)]
    [InlineData("12344567", "1234567", true)]
    [InlineData("1243567", "1234567", true)]
    [InlineData("34567", "1234567", true)]
    [InlineData("12345", "1234567", true)]
    [InlineData("1234568", "1234567", false)]
    [InlineData("4567", "1234567", false)]
    [InlineData("000123", "RE-2026-0000123", true)]
    [InlineData("", "", false)]
    public void Damaged_numbers(string said, string number, bool expected) => Assert.Equal(expected, NearHit.IsDamaged(said, number));

    // Sixteen characters are looked at at once, and sixty-four kept: runs lie across both. One letter alone: two of them with a
    // check that happens to hold are an account.
    [Property(MaxTest = 2_000)]
    public void Every_run_of_digits_is_found_wherever_it_stands(byte[] shape)
    {
        var text = string.Concat(shape.Select((b, i) => b % 4 == 0 ? " x" : new string((char)('0' + i % 10), 1 + b % 9)));
        Span<NumberMention> mentions = new NumberMention[MentionScanner.MaxMentions];
        var found = mentions[..MentionScanner.Scan(text, mentions)].ToArray();
        if (found.Length == MentionScanner.MaxMentions) return;
        Assert.Equal(
            System.Text.RegularExpressions.Regex.Matches(text, "[0-9]+").Where(r => r.Length is >= 4 and <= 30).Select(r => (r.Index, r.Value.TrimStart('0'))),
            found.Where(m => m.Kind == MentionKind.Number && m.Digits == m.Length)
                .Select(m => (m.Start, text.Substring(m.Start, m.Length).TrimStart('0'))));
    }

    // Figures of the book instead of its text: the number is what was said but for a few digits, or anything.
    [Property(MaxTest = 3_000)]
    public void A_number_is_judged_by_its_figures_as_by_its_text(ulong any, byte digits, byte tail, byte edit, byte place, byte digit)
    {
        var length = 4 + digits % 16;
        var number = (any % 1_000_000_007 * 97_409 + digit).ToString("D19", CultureInfo.InvariantCulture)[^length..];
        var last = 1 + tail % length;
        var at = place % length;
        var said = (edit % 8) switch
        {
            0 => number.Remove(at, 1),
            1 => number.Insert(at, number[at].ToString()),
            2 when at + 1 < length => string.Concat(number.AsSpan(0, at), number.AsSpan(at + 1, 1), number.AsSpan(at, 1), number.AsSpan(at + 2)),
            3 => number[at..],
            4 => number[..^Math.Min(at, 4)],
            5 => number[^last..].Remove(Math.Min(at, last - 1), 1),
            6 => number[^last..],
            _ => (any % 100_000 * 31 + place).ToString(CultureInfo.InvariantCulture),
        };
        var text = last == length ? number : $"{number[..^last]}-{number[^last..]}";
        ulong Key(string figures) => figures.Length == 0 ? 0 : ulong.Parse(figures, CultureInfo.InvariantCulture);
        Assert.Equal(NearHit.IsDamaged(said, text), NearHit.IsDamaged(Key(said), said.Length, Key(number), length, last));
    }
}
