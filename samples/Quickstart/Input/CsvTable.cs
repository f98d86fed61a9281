namespace OrderToCash.Quickstart;

/// <summary>
/// A CSV file with a header: finds the columns by name in any order, and gives row by row those that can be read at all; the others go to the log.
/// Lines that begin with # before the header are comments.
/// </summary>
public sealed class CsvTable : IDisposable
{
    /// <summary>Rows of one file; what follows is not read.</summary>
    public const int MostRows = 5_000_000;

    private readonly CsvRecords records;
    private readonly RejectionLog log;
    private readonly string[] columns;
    private int[] positions = [];
    private int headerCount, rows;

    private CsvTable(string file, Stream stream, RejectionLog log, string[] columns) =>
        (File, records, this.log, this.columns) = (file, new(stream), log, columns);

    /// <summary>The file's name in messages.</summary>
    public string File { get; }

    /// <summary>The line of the row.</summary>
    public int Line => records.Line;

    /// <summary>Opens a file and reads its header; null with rejections when that is not possible.</summary>
    /// <param name="source">The file.</param>
    /// <param name="log">Where rejections go.</param>
    /// <param name="columns">The names of the columns; more than one name between bars: <c>document|InvoiceNo</c>. A ? at the end: may be missing.</param>
    public static CsvTable? Open(InputSource source, RejectionLog log, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Open(log) is not { } head) return null;
        if (FormOf(head) is { } form)
        {
            log.Add(source.Name, 0, "", form.Length == 0 ? InputErrors.Empty : InputErrors.NotText, ("form", form));
            return null;
        }
        if (source.Open(log) is not { } stream) return null;
        var table = new CsvTable(source.Name, stream, log, columns);
        if (table.ReadHeader()) return table;
        table.Dispose();
        return null;
    }

    /// <summary>The next row that has as many fields as the header; false at the end of the file.</summary>
    public bool Read()
    {
        while (records.Read())
        {
            if (++rows > MostRows)
            {
                Reject("", InputErrors.TooLarge, ("limit", MostRows));
                return false;
            }
            if (IsWhole()) return true;
        }
        if (rows == 0) log.Add(File, 0, "", InputErrors.Empty);
        return false;
    }

    /// <summary>The value of a column, by its number in the order they were asked for; empty when the file has no such column.</summary>
    public ReadOnlySpan<char> this[int column] => positions[column] < 0 ? default : records[positions[column]];

    /// <summary>The first name of a column.</summary>
    public string NameOf(int column) => columns[column].Split('|')[0].TrimEnd('?');

    /// <summary>Notes a rejection of this row.</summary>
    public void Reject(int column, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts) => Reject(NameOf(column), code, facts);

    /// <summary>Notes what the books refuse of this row.</summary>
    public void Refuse(int column, DomainError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        log.Refused(File, Line, error with { Target = NameOf(column) });
    }

    /// <summary>Notes a rejection of a row that was read before.</summary>
    public void RejectLine(int line, int column, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        log.Add(File, line, NameOf(column), code, facts);

    /// <inheritdoc/>
    public void Dispose() => records.Dispose();

    private void Reject(string field, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        log.Add(File, Line, field, code, facts);

    private bool IsWhole()
    {
        var broken = records switch
        {
            { IsTooLong: true } => InputErrors.RowTooLong,
            { End: CsvEnd.OpenQuoteAtFileEnd } => InputErrors.Truncated,
            { End: CsvEnd.OpenQuote } => InputErrors.OpenQuote,
            { End: CsvEnd.File } when records.Count < headerCount => InputErrors.Truncated,
            _ when records.Count != headerCount => InputErrors.FieldCount,
            { HasBadBytes: true } => InputErrors.WrongEncoding,
            { HasControls: true } => InputErrors.ControlCharacter,
            _ => null,
        };
        if (broken is null) return true;
        Reject("", broken, ("count", records.Count), ("expected", headerCount), ("limit", CsvRecords.LongestRow));
        return false;
    }

    private bool ReadHeader()
    {
        do
        {
            if (records.Read()) continue;
            log.Add(File, 0, "", InputErrors.Empty);
            return false;
        }
        while (records[0].StartsWith("#"));
        headerCount = records.Count;
        positions = [.. columns.Select(PositionOf)];
        var missing = columns.Where((name, at) => positions[at] < 0 && !name.EndsWith('?')).ToList();
        var all = string.Join(", ", columns.Select((_, at) => NameOf(at)));
        foreach (var name in missing)
            Reject(name.Split('|')[0], InputErrors.MissingColumn, ("column", name.Replace("|", " or ", StringComparison.Ordinal)), ("columns", all));
        return missing.Count == 0;
    }

    private int PositionOf(string column)
    {
        var names = column.TrimEnd('?').Split('|');
        for (var at = 0; at < records.Count; at++)
            foreach (var name in names)
                if (records[at].Equals(name, StringComparison.OrdinalIgnoreCase)) return at;
        return -1;
    }

    // Null for text; empty for nothing at all; else what it is.
    private static string? FormOf(Stream stream)
    {
        using var opened = stream;
        Span<byte> head = stackalloc byte[6];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..count];
        if (count == 0) return "";
        return head switch
        {
            [0xFD, (byte)'7', (byte)'z', ..] => "packed by xz",
            [0x1F, 0x8B, ..] => "packed by gzip",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive or a workbook",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
            _ when head.Contains((byte)0) => "binary, or UTF-16 without its mark",
            _ => null,
        };
    }
}
