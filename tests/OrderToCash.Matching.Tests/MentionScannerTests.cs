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
}
