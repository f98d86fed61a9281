namespace OrderToCash.Banking;

/// <summary>A field of a SWIFT message: tag, first line, the lines that continue it.</summary>
internal sealed class Mt940Field(string tag, string first, int line, int limit)
{
    // What MT940 and MT942 have. Anything else that looks like a tag is text: ":26:37" in the middle of a remittance is a time.
    private static readonly string[] Tags =
    [
        "20", "21", "25", "25P", "28", "28C", "60F", "60M", "61", "86", "62F", "62M", "64", "65",
        "34F", "13", "13D", "90C", "90D", "NS",
    ];

    // What cuts its text at the width of the line keeps the blank at its end; everywhere else it is nothing.
    private readonly List<string> lines = [tag == "86" ? first : first.TrimEnd()];
    private int length = first.Length;

    public string Tag { get; } = tag;

    public int Line { get; } = line;

    public string First => lines[0];

    public IReadOnlyList<string> Lines => lines;

    public void Continue(string text)
    {
        if (length + text.Length > limit) return;
        length += text.Length;
        lines.Add(Tag == "86" ? text : text.TrimEnd());
    }

    /// <summary>Goes on with another field of the same tag.</summary>
    public void Continue(Mt940Field more)
    {
        foreach (var text in more.lines) Continue(text);
    }

    /// <summary>The tag a line begins with; empty when it begins with none.</summary>
    public static string TagOf(ReadOnlySpan<char> line)
    {
        if (line.Length < 4 || line[0] != ':') return "";
        var end = line[1..Math.Min(line.Length, 6)].IndexOf(':');
        if (end is not (2 or 3)) return "";
        foreach (var tag in Tags)
            if (line.Slice(1, end).SequenceEqual(tag)) return tag;
        return "";
    }
}
