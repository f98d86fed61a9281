using System.Text;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    private int line = 1, lineStart, checkedTo;
    private int columnAt = -1, columnChars;

    /// <summary>The line and the position in it where the current token starts, from 1.</summary>
    public (int Line, int Position) Place => PlaceOf(tokenStart);

    /// <summary>
    /// The names and numbers of the open elements, with the one that was just closed:
    /// <c>Invoice/cac:InvoiceLine[3]/cbc:ID</c>.
    /// </summary>
    public string Path()
    {
        var path = new StringBuilder();
        var depth = Token == XmlToken.End ? Depth + 1 : Depth;
        for (var i = 0; i < depth; i++)
        {
            if (i > 0) path.Append('/');
            path.Append(NameOf(frames[i]));
            if (frames[i].Index > 1) path.Append('[').Append(frames[i].Index).Append(']');
        }
        return path.ToString();
    }

    /// <summary>The name of the innermost open element as it is written.</summary>
    public string QualifiedName => Depth == 0 ? "" : NameOf(frames[Depth - 1]);

    private string NameOf(in Frame frame) => Encoding.UTF8.GetString(names.AsSpan(frame.NameStart, frame.NameLength));

    // Lines are counted when somebody asks, from where the last one asked.
    private void CountLines(int to)
    {
        if (to <= checkedTo) return;
        var rest = buffer.AsSpan(checkedTo, to - checkedTo);
        if (!rest.Contains((byte)'\r'))
        {
            line += rest.Count((byte)'\n');
            var last = rest.LastIndexOf((byte)'\n');
            if (last >= 0) lineStart = checkedTo + last + 1;
        }
        else
        {
            for (var i = checkedTo; i < to; i++)
            {
                if (buffer[i] != '\n' && (buffer[i] != '\r' || (i + 1 < filled && buffer[i + 1] == '\n'))) continue;
                line++;
                lineStart = i + 1;
            }
        }
        checkedTo = to;
    }

    private (int Line, int Position) PlaceOf(int at)
    {
        CountLines(at);
        var start = Math.Max(0, lineStart);
        if (at < start) return (line, 1);
        // From where the last one asked in this line: many invoices are one line.
        if (columnAt < start || columnAt > at) (columnAt, columnChars) = (start, 0);
        columnChars += Encoding.UTF8.GetCharCount(buffer, columnAt, at - columnAt);
        columnAt = at;
        return (line, columnChars + 1 + start - lineStart);
    }

    private RefusedFileException NotWellFormed(string reason, int at = -1) =>
        Refuse(EInvoiceErrors.NotXml, at < 0 ? tokenStart : at, ("reason", reason));

    private RefusedFileException Truncated() => Refuse(EInvoiceErrors.Truncated, end);

    private RefusedFileException TooLarge(long limit, string what) =>
        Refuse(EInvoiceErrors.TooLarge, tokenStart, ("limit", limit), ("what", what));

    private RefusedFileException Refuse(ErrorCode code, params ReadOnlySpan<(string, object?)> facts) =>
        Refuse(code, tokenStart, facts);

    private RefusedFileException Refuse(ErrorCode code, int at, params ReadOnlySpan<(string, object?)> facts)
    {
        var place = PlaceOf(Math.Clamp(at, 0, filled));
        return new(code.At(Depth == 0 ? null : Path(), [.. facts, ("line", place.Line), ("position", place.Position)]));
    }
}
