namespace OrderToCash.Banking;

/// <summary>A logical record: a physical one with its continuations (88).</summary>
internal sealed class Bai2Record(string code, int line)
{
    private readonly List<string> parts = [];
    private int length;

    public string Code { get; } = code;

    public int Line { get; } = line;

    /// <summary>How many physical records it is.</summary>
    public int Count => parts.Count;

    public void Add(string rest, int limit)
    {
        length += rest.Length;
        parts.Add(length > limit ? "" : rest);
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

    /// <summary>The first physical record, then the lines of text that continue it.</summary>
    public (string First, IEnumerable<string> Text) Parts() => (parts[0], parts.Skip(1).Select(p => p.TrimEnd('/', ' ')));
}
