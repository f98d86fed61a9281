using System.Text;

namespace OrderToCash.Banking;

/// <summary>Rows of a CSV file (RFC 4180): fields in quotes may hold separators, doubled quotes and line ends.</summary>
internal sealed class CsvRows(BankLines lines, char delimiter)
{
    private const int LinesOfRow = 100;

    private readonly List<string> fields = [];

    /// <summary>The fields of the row read last, without blanks around them.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The line the row began on.</summary>
    public int Line { get; private set; }

    /// <summary>False when a quote was never closed: the row is the text as far as it came.</summary>
    public bool IsWhole { get; private set; }

    public int LinesRead => lines.Number;

    public bool TryRead()
    {
        fields.Clear();
        if (!lines.TryRead(out var text)) return false;
        (Line, IsWhole) = (lines.Number, true);
        var (at, field, more) = (0, new StringBuilder(), 0);
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                at++;
                while (true)
                {
                    if (at >= text.Length)
                    {
                        if (++more > LinesOfRow || !lines.TryRead(out text))
                        {
                            (text, IsWhole) = ("", false);
                            break;
                        }
                        (at, _) = (0, field.Append(' '));
                        continue;
                    }
                    if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"') (at, _) = (at + 2, field.Append('"'));
                    else if (text[at] == '"') break;
                    else field.Append(text[at++]);
                }
                at++;
            }
            while (at < text.Length && text[at] != delimiter) field.Append(text[at++]);
            fields.Add(field.ToString().Trim());
            field.Clear();
            if (at++ >= text.Length) return true;
        }
    }
}
