using System.Text;

namespace OrderToCash.Quickstart;

/// <summary>How a row ended.</summary>
public enum CsvEnd
{
    /// <summary>With a line break.</summary>
    LineBreak,

    /// <summary>With the file; a whole row, or one that was cut.</summary>
    File,

    /// <summary>With a line break between quotation marks: the mark was never closed.</summary>
    OpenQuote,

    /// <summary>With the file between quotation marks: it was cut.</summary>
    OpenQuoteAtFileEnd,
}

/// <summary>
/// The rows of a comma separated UTF-8 file, forward, without a string per field. Quoted fields may hold commas and doubled quotation marks but no
/// line breaks, so that one forgotten mark costs one row and not the rest of the file. Bytes that are no UTF-8 become U+FFFD and mark their row.
/// </summary>
public sealed class CsvRecords : IDisposable
{
    /// <summary>Characters of one row; the rest of a longer row is skipped.</summary>
    public const int LongestRow = 100_000;

    private const int NoCharacter = -1;

    private readonly StreamReader reader;
    private readonly char[] block = new char[1 << 16];
    private readonly List<(int Start, int Length)> fields = [];
    private char[] row = new char[1 << 10];
    private int length, at, filled, nextLine = 1;

    /// <summary>Reads from a stream that it closes.</summary>
    public CsvRecords(Stream stream) => reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), true, 1 << 16);

    /// <summary>The line the row began on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the row has.</summary>
    public int Count => fields.Count;

    /// <summary>How the row ended.</summary>
    public CsvEnd End { get; private set; }

    /// <summary>True when the row had bytes that are no UTF-8.</summary>
    public bool HasBadBytes { get; private set; }

    /// <summary>True when the row had control characters, or others that no text has. A tabulator is read as a blank.</summary>
    public bool HasControls { get; private set; }

    /// <summary>True when the row was longer than <see cref="LongestRow"/>.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The field at a position, from 0, without blanks at its ends; empty when the row is shorter.</summary>
    public ReadOnlySpan<char> this[int index] =>
        (uint)index < (uint)fields.Count ? row.AsSpan(fields[index].Start, fields[index].Length).Trim() : default;

    /// <summary>A value as a field: quoted where it has to be.</summary>
    public static string Quote(string value) => value.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;

    /// <summary>The next row that is not blank; false at the end of the file.</summary>
    public bool Read()
    {
        while (ReadRow())
            if (Count > 1 || Count == 1 && !this[0].IsEmpty) return true;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private bool ReadRow()
    {
        fields.Clear();
        (length, Line, HasBadBytes, HasControls, IsTooLong) = (0, nextLine, false, false, false);
        var (start, quoted, wasQuoted) = (0, false, false);
        for (var any = false; ; any = true)
        {
            var c = Next();
            if (c == NoCharacter)
            {
                if (!any) return false;
                End = quoted ? CsvEnd.OpenQuoteAtFileEnd : CsvEnd.File;
                fields.Add((start, length - start));
                return true;
            }
            if (c is '\n' or '\r')
            {
                if (c == '\r' && Peek() == '\n') Next();
                nextLine++;
                End = quoted ? CsvEnd.OpenQuote : CsvEnd.LineBreak;
                fields.Add((start, length - start));
                return true;
            }
            if (c == '"' && quoted && Peek() == '"') Keep((char)Next());
            else if (c == '"' && quoted) quoted = false;
            else if (c == '"' && !wasQuoted && length == start) (quoted, wasQuoted) = (true, true);
            else if (c == ',' && !quoted)
            {
                fields.Add((start, length - start));
                (start, wasQuoted) = (length, false);
            }
            else Keep(c == '\t' ? ' ' : (char)c);
        }
    }

    private void Keep(char c)
    {
        HasBadBytes |= c == '\uFFFD';
        HasControls |= char.IsControl(c) || c >= '\uFFFE';
        if (length == LongestRow)
        {
            IsTooLong = true;
            return;
        }
        if (length == row.Length) Array.Resize(ref row, Math.Min(LongestRow, row.Length * 2));
        row[length++] = c;
    }

    private int Next()
    {
        if (at == filled && !Fill()) return NoCharacter;
        return block[at++];
    }

    private int Peek() => at == filled && !Fill() ? NoCharacter : block[at];

    private bool Fill()
    {
        (at, filled) = (0, reader.Read(block, 0, block.Length));
        return filled > 0;
    }
}
