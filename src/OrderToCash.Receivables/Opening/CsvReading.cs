using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Rows of comma-separated text, each with the line it begins on. Fields in quotes may hold separators, doubled quotes and line
/// ends; a quote that never closes costs its own line, not the rest.
/// </summary>
internal sealed class CsvReading(string text, char delimiter)
{
    private int position = text.StartsWith('\uFEFF') ? 1 : 0;
    private int line = 1;

    internal List<string> Fields { get; } = [];

    /// <summary>The line the row began on, from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>False when a quote was not closed, or something followed it.</summary>
    internal bool IsWhole { get; private set; }

    internal bool TryRead()
    {
        Fields.Clear();
        if (position >= text.Length) return false;
        (Line, IsWhole) = (line, true);
        var start = position;
        while (true)
        {
            var isRead = position < text.Length && text[position] == '"' ? TryQuoted() : Plain();
            if (!isRead) return SkipLine(start);
            if (position >= text.Length) return true;
            if (text[position++] == delimiter)
            {
                if (position < text.Length) continue;
                Fields.Add("");
                return true;
            }
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n') position++;
            line++;
            return true;
        }
    }

    private bool Plain()
    {
        var end = text.AsSpan(position).IndexOfAny(delimiter, '\r', '\n');
        end = end < 0 ? text.Length : position + end;
        Fields.Add(text[position..end].Trim());
        position = end;
        return true;
    }

    private bool TryQuoted()
    {
        var field = new StringBuilder();
        var at = position + 1;
        var lines = 0;
        while (true)
        {
            var next = text.AsSpan(at).IndexOf('"');
            if (next < 0) return false;
            var part = text.AsSpan(at, next);
            lines += part.Count('\n');
            field.Append(part);
            at += next + 1;
            if (at >= text.Length || text[at] != '"') break;
            field.Append('"');
            at++;
        }
        if (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n')) return false;
        Fields.Add(field.ToString());
        (position, line) = (at, line + lines);
        return true;
    }

    private bool SkipLine(int start)
    {
        var end = text.AsSpan(start).IndexOf('\n');
        (position, line, IsWhole) = (end < 0 ? text.Length : start + end + 1, Line + 1, false);
        return true;
    }
}
