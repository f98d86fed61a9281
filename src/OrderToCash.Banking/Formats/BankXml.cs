using System.Text;
using System.Xml;

namespace OrderToCash.Banking;

/// <summary>The XML of a bank file, pulled within limits: no document type, no entities of its own, nothing resolved.</summary>
internal sealed class BankXml(Stream stream, BankFileLimits limits, CancellationToken cancel) : IDisposable
{
    private const int BytesOfDeclaration = 256;

    private readonly XmlReaderSettings settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.Characters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private XmlReader? opened;

    private readonly char[] chunk = new char[Math.Max(1, limits.CharactersOfField)];

    // Opened by the first Read, because opening already looks at the bytes and may refuse them.
    private XmlReader Xml => opened ??= Open();

    public BankFileLimits Limits => limits;

    public int Line => opened is IXmlLineInfo info ? info.LineNumber : 0;

    public int Position => opened is IXmlLineInfo info ? info.LinePosition : 0;

    public int Depth => Xml.Depth;

    public string Name => Xml.LocalName;

    public bool IsElement => Xml.NodeType == XmlNodeType.Element;

    public bool IsEmptyElement => Xml.IsEmptyElement;

    /// <summary>The next node; false at the end.</summary>
    public bool Read()
    {
        cancel.ThrowIfCancellationRequested();
        if (!Xml.Read()) return false;
        if (Xml.Depth > limits.Depth) throw TooLarge(limits.Depth, "levels");
        return true;
    }

    /// <summary>Reads the element it stands on with all that is in it; stands on its end afterwards.</summary>
    public BankElement ReadTree()
    {
        var root = Start();
        if (Xml.IsEmptyElement) return root;
        var open = new Stack<BankElement>([root]);
        var count = 1;
        while (open.Count > 0 && (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? TakeText(open.Peek()) : Read()))
        {
            if (Xml.NodeType == XmlNodeType.EndElement) open.Pop();
            if (Xml.NodeType != XmlNodeType.Element) continue;
            if (++count > limits.ElementsOfEntry) throw TooLarge(limits.ElementsOfEntry, "elements in one entry");
            var child = Start();
            open.Peek().Add(child);
            if (!Xml.IsEmptyElement) open.Push(child);
        }
        return root;
    }

    public BankFileRefusedException TooLarge(long limit, string what) =>
        new(BankFileErrors.TooLarge.With(("limit", limit), ("what", what), ("line", Line), ("position", Position)));

    public void Dispose() => opened?.Dispose();

    private BankElement Start() => new(Xml.LocalName, Line, Position)
    {
        Currency = Xml.HasAttributes ? Xml.GetAttribute("Ccy") ?? AttributeNamed("DocumentCurrency") : "",
    };

    private string AttributeNamed(string localName)
    {
        var value = "";
        for (var has = Xml.MoveToFirstAttribute(); has; has = Xml.MoveToNextAttribute())
            if (Xml.LocalName == localName) value = Xml.Value;
        Xml.MoveToElement();
        return value;
    }

    // A byte order mark says more than the declaration, which programs leave as it was when they save a file anew; and the code
    // pages of Windows and DOS are not known to readers of XML. Everything else they know best themselves.
    private XmlReader Open()
    {
        var head = new byte[BytesOfDeclaration];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, length), stream);
        var declared = DeclaredEncoding(Encoding.Latin1.GetString(head, 0, length));
        var encoding = head.AsSpan(0, length) switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [0xEF, 0xBB, 0xBF, ..] when BankEncodings.IsOther(declared) => Encoding.UTF8,
            _ => BankEncodings.Named(declared),
        };
        return encoding is null
            ? XmlReader.Create(whole, settings)
            : XmlReader.Create(
                new StreamReader(whole, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), settings);
    }

    // <?xml version="1.0" encoding="windows-1252"?>
    private static string DeclaredEncoding(string beginning)
    {
        var end = beginning.IndexOf("?>", StringComparison.Ordinal);
        var at = beginning.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0 || end < at) return "";
        var value = beginning[(at + 8)..end].TrimStart(' ', '=', '\t', '\r', '\n');
        var close = value.Length == 0 ? -1 : value.IndexOf(value[0], 1);
        return close < 0 ? "" : value[1..close];
    }

    // XmlException has no codes; the framework's messages are English everywhere, and tests hold each of these.
    public static DomainError Named(XmlException e, BankFileLimits limits)
    {
        var (line, position) = (e.LineNumber, e.LinePosition);
        if (e.Message.StartsWith("Root element is missing", StringComparison.Ordinal))
            return BankFileErrors.Empty.With(("line", line), ("position", position));
        if (e.Message.Contains("DTD is prohibited", StringComparison.Ordinal))
            return BankFileErrors.DocumentType.With(("line", line), ("position", position));
        if (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
            return BankFileErrors.TooLarge.With(
                ("limit", limits.Characters), ("what", "characters"), ("line", line), ("position", position));
        if (e.Message.Contains("ncoding", StringComparison.Ordinal)
            || e.Message.Contains("byte order mark", StringComparison.OrdinalIgnoreCase))
            return BankFileErrors.WrongEncoding.With(("line", line), ("position", position));
        return e.Message.Contains("Unexpected end of file", StringComparison.Ordinal)
            ? BankFileErrors.Truncated.With(("line", line), ("position", position))
            : BankFileErrors.NotXml.With(("line", line), ("position", position), ("reason", e.Message));
    }

    // Long texts are cut at the limit; what follows is skipped without being kept.
    private bool TakeText(BankElement element)
    {
        var length = Xml.ReadValueChunk(chunk, 0, chunk.Length);
        element.Text = (element.Text
            + chunk.AsSpan(0, Math.Min(length, Math.Max(0, chunk.Length - element.Text.Length))).ToString()).Trim();
        return Read();
    }
}
