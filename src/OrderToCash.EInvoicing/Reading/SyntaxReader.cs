using System.Buffers;
using System.Text;

namespace OrderToCash.EInvoicing;

/// <summary>What the readers of both syntaxes share: walking elements, taking terms, keeping findings.</summary>
internal abstract partial class SyntaxReader(Utf8XmlReader xml, EInvoiceLimits limits)
{
    private readonly List<DomainError> findings = [];
    private readonly List<DomainError> notices = [];
    private readonly string?[] interned = new string?[128];
    private byte[] pieces = [];

    protected Utf8XmlReader Xml { get; } = xml;

    public EquatableArray<DomainError> Findings => [.. findings];

    public EquatableArray<DomainError> Notices => [.. notices];

    /// <summary>Reads the root element that has just started, to its end.</summary>
    public abstract InvoiceDocument Read();

    /// <summary>What to do with an attribute that no term wants.</summary>
    protected virtual void NoticeAttribute(int index)
    {
    }

    /// <summary>Goes to the next child of the element that is being read; false at its end.</summary>
    protected bool NextChild()
    {
        while (true)
        {
            Xml.SkipSpace();
            switch (Xml.Read())
            {
                case XmlToken.Start:
                    if (Xml.AttributeCount > 0) LookAtAttributes();
                    return true;
                case XmlToken.End:
                    return false;
                case XmlToken.Text when Xml.Text.IndexOfAnyExcept(" \t\r\n"u8) >= 0:
                    Notice(EInvoiceErrors.StrayText);
                    break;
            }
        }
    }

    /// <summary>Passes over an element that has no term.</summary>
    protected void Unknown()
    {
        Notice(EInvoiceErrors.NotInModel, ("element", Xml.QualifiedName));
        Xml.Skip();
    }

    /// <summary>The value of an attribute of the element that just started, or null.</summary>
    protected string? Attribute(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Xml.AttributeCount; i++)
            if (Xml.AttributeNamespace(i) == XmlNamespace.None && Xml.AttributeName(i).SequenceEqual(name))
                return Intern(Xml.AttributeValue(i));
        return null;
    }

    /// <summary>The content of an element that holds text only; valid until the next move.</summary>
    protected ReadOnlySpan<byte> Content(int limit = 0)
    {
        if (!Xml.TryReadPlainText(out var text)) text = ReadPieces(limit == 0 ? limits.TextBytes : Xml.TokenLimit);
        if (limit == 0 && text.Length > limits.TextBytes) throw TooLarge(limits.TextBytes, "bytes in one text");
        return text;
    }

    protected string Text()
    {
        var content = Content();
        return content.IsEmpty ? "" : Encoding.UTF8.GetString(content);
    }

    /// <summary>A short text that comes again and again, made once.</summary>
    protected string Code() => Intern(Content());

    /// <summary>Takes a text for a term; the first one is kept.</summary>
    protected void Take(ref string? term, string? rule = null)
    {
        if (term is not null)
        {
            Again(rule);
            return;
        }
        term = Text();
    }

    protected void TakeCode(ref string? term, string? rule = null)
    {
        if (term is not null)
        {
            Again(rule);
            return;
        }
        term = Code();
    }

    /// <summary>Takes a date for a term; true when something stood there that is no date.</summary>
    protected bool TakeDate(ref LocalDate? term)
    {
        if (term is not null)
        {
            Again(null);
            return false;
        }
        var content = Content();
        if (XmlValues.TryDate(content, out var date))
        {
            term = date;
            return false;
        }
        var isFilled = content.IndexOfAnyExcept(" \t\r\n"u8) >= 0;
        Bad(EInvoiceErrors.BadDate, content);
        return isFilled;
    }

    protected void TakeNumber(ref decimal? term)
    {
        if (term is not null)
        {
            Again(null);
            return;
        }
        var content = Content();
        if (XmlValues.TryNumber(content, out var number)) term = number;
        else Bad(EInvoiceErrors.BadNumber, content);
    }

    protected void TakeIndicator(ref bool? term)
    {
        if (term is not null)
        {
            Again(null);
            return;
        }
        var content = Content();
        var value = content.Trim(" \t\r\n"u8);
        if (value.SequenceEqual("true"u8) || value.SequenceEqual("1"u8)) term = true;
        else if (value.SequenceEqual("false"u8) || value.SequenceEqual("0"u8)) term = false;
        else Bad(EInvoiceErrors.BadIndicator, content);
    }

    protected void TakeId(ref DocumentId? term, string? rule = null)
    {
        if (term is not null)
        {
            Again(rule);
            return;
        }
        var scheme = Attribute("schemeID"u8);
        term = new DocumentId { Value = Text(), Scheme = scheme };
    }

    protected byte[]? ReadBase64()
    {
        var content = Content(limits.AttachmentBytes);
        if (content.Length / 4L * 3 > limits.AttachmentBytes + limits.AttachmentBytes / 16L)
            throw TooLarge(limits.AttachmentBytes, "bytes in one attachment");
        var decoded = ArrayPool<byte>.Shared.Rent(System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(content.Length));
        try
        {
            var status = System.Buffers.Text.Base64.DecodeFromUtf8(content, decoded, out _, out var written);
            if (status == OperationStatus.Done && written <= limits.AttachmentBytes) return decoded.AsSpan(0, written).ToArray();
            if (status == OperationStatus.Done) throw TooLarge(limits.AttachmentBytes, "bytes in one attachment");
            Find(EInvoiceErrors.BadAttachment);
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    protected void Again(string? rule)
    {
        if (rule is not null) Rule(rule, "it stands more than once");
        Find(EInvoiceErrors.Duplicate, ("element", Xml.QualifiedName));
        Xml.Skip();
    }

    protected void Rule(string rule, string reason) => Find(EInvoiceErrors.SyntaxRule, ("rule", rule), ("reason", reason));

    protected void Warning(string rule, string reason) => Notice(EInvoiceErrors.SyntaxRule, ("rule", rule), ("reason", reason));

    protected void Find(ErrorCode code, params ReadOnlySpan<(string, object?)> facts) => Add(findings, code, facts);

    protected void Notice(ErrorCode code, params ReadOnlySpan<(string, object?)> facts) => Add(notices, code, facts);

    protected void Bad(ErrorCode code, ReadOnlySpan<byte> content) =>
        Find(code, ("value", Encoding.UTF8.GetString(content[..XmlValues.Cut(content, 100)])));

    public void Dispose()
    {
        if (pieces.Length > 0) ArrayPool<byte>.Shared.Return(pieces);
        pieces = [];
    }

    private void Add(List<DomainError> list, ErrorCode code, ReadOnlySpan<(string, object?)> facts)
    {
        if (findings.Count + notices.Count >= limits.Findings) throw TooLarge(limits.Findings, "findings");
        var (line, position) = Xml.Place;
        list.Add(code.At(Xml.Path(), [.. facts, ("line", line), ("position", position)]));
    }

    private RefusedFileException TooLarge(long limit, string what)
    {
        var (line, position) = Xml.Place;
        return new(EInvoiceErrors.TooLarge.At(
            Xml.Path(), ("limit", limit), ("what", what), ("line", line), ("position", position)));
    }

    // Text with references, CDATA, comments or stray elements in it.
    private ReadOnlySpan<byte> ReadPieces(long limit)
    {
        var usual = Xml.TokenLimit;
        Xml.TokenLimit = limit;
        var length = 0;
        while (Xml.Read() is var token && token != XmlToken.End)
        {
            if (token == XmlToken.Start)
            {
                Unknown();
                continue;
            }
            var piece = Xml.Text;
            if (length + piece.Length > limit)
                throw limit > limits.TextBytes
                    ? TooLarge(limits.AttachmentBytes, "bytes in one attachment")
                    : TooLarge(limits.TextBytes, "bytes in one text");
            if (pieces.Length < length + piece.Length) Enlarge(length, length + piece.Length);
            piece.CopyTo(pieces.AsSpan(length));
            length += piece.Length;
        }
        Xml.TokenLimit = usual;
        return pieces.AsSpan(0, length);
    }

    private void Enlarge(int used, int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, pieces.Length * 2));
        pieces.AsSpan(0, used).CopyTo(larger);
        if (pieces.Length > 0) ArrayPool<byte>.Shared.Return(pieces);
        pieces = larger;
    }

    private string Intern(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return "";
        if (value.Length > 24) return Encoding.UTF8.GetString(value);
        var slot = (value[0] * 31 + value[^1] * 7 + value[value.Length / 2] + value.Length * 131) & (interned.Length - 1);
        if (interned[slot] is { } known && Ascii.Equals(value, known)) return known;
        return interned[slot] = Encoding.UTF8.GetString(value);
    }

    private void LookAtAttributes()
    {
        for (var i = 0; i < Xml.AttributeCount; i++) NoticeAttribute(i);
    }
}
