namespace OrderToCash.Banking;

/// <summary>A logical record: a physical one with its continuations (88).</summary>
internal sealed class Bai2Record(string code, int line)
{
    private readonly List<string> parts = [];
    private int length;

    public string Code { get; } = code;

    public int Line { get; } = line;

    /// <summary>How many physical records it is.</summary>
    public int Count { get; private set; }

    // What is beyond the limit is counted and not kept; the first always is.
    public void Add(string rest, int limit)
    {
        Count++;
        if (parts.Count > 0 && (length + rest.Length > limit || parts.Count > limit)) return;
        length += rest.Length;
        parts.Add(rest);
    }

    /// <summary>
    /// The fields of a record without text: the slash ends each physical record, continuations go on with fields.
    /// </summary>
    public List<string> Fields()
    {
        var fields = new List<string>();
        foreach (var part in parts)
        {
            var end = part.IndexOf('/');
            fields.AddRange((end < 0 ? part : part[..end]).Split(',').Select(f => f.Trim()));
        }
        return fields;
    }

    /// <summary>
    /// The fields of a detail, and the lines of text that continue it. A physical record that the slash ends before its fields
    /// are complete goes on in the next one, unless that is a line of text (<c>KEY: value</c>, or nothing to separate).
    /// </summary>
    /// <param name="needed">How many fields stand in front of the text, by what is known of them.</param>
    public (string[] Fields, IEnumerable<string> Text) Detail(Func<string[], int> needed)
    {
        var (fields, next) = (parts[0].Split(','), 1);
        while (next < parts.Count && parts[next - 1].TrimEnd().EndsWith('/') && fields.Length < needed(fields)
            && IsFields(parts[next]))
        {
            fields[^1] = fields[^1].TrimEnd('/', ' ');
            fields = [.. fields, .. parts[next++].Split(',')];
        }
        return (fields, parts.Skip(next).Select(p => p.TrimEnd('/', ' ')));
    }

    private static bool IsFields(string part)
    {
        var comma = part.IndexOf(',');
        return comma >= 0 && !part.AsSpan(0, comma).Contains(": ", StringComparison.Ordinal);
    }
}
