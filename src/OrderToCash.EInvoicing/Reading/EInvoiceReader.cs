using System.Xml;

namespace OrderToCash.EInvoicing;

/// <summary>
/// Reads e-invoices of EN 16931 in either syntax as a stream: nothing is resolved or fetched, document types are refused, memory
/// and time are bounded by <see cref="EInvoiceLimits"/>. The root element decides the syntax. Fragments are read like whole
/// documents: what is absent is null, and whether it may be is for the rules to say.
/// </summary>
public static class EInvoiceReader
{
    /// <summary>
    /// Reads a file from a stream. A success is a file that was read to its end: the document, what is wrong in it and what was
    /// skipped. A file that is no XML, breaks off, is too large or no invoice is refused with everything found so far
    /// (<c>einvoice.empty</c>, <c>einvoice.not-xml</c>, <c>einvoice.wrong-encoding</c>, <c>einvoice.truncated</c>,
    /// <c>einvoice.document-type</c>, <c>einvoice.entity</c>, <c>einvoice.too-large</c>, <c>einvoice.not-an-invoice</c>).
    /// Exceptions of the stream itself pass through.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="EInvoiceLimits.Default"/> when null.</param>
    public static Result<ReadInvoice> Read(Stream stream, EInvoiceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream, default, limits ?? EInvoiceLimits.Default);
    }

    /// <summary>Reads a file that is in memory; refusals as in <see cref="Read(Stream, EInvoiceLimits?)"/>.</summary>
    public static Result<ReadInvoice> Read(ReadOnlyMemory<byte> file, EInvoiceLimits? limits = null) =>
        Read(null, file, limits ?? EInvoiceLimits.Default);

    /// <summary>
    /// Reads an invoice that stands inside another document, such as a business document envelope. Lines and positions in findings
    /// count from the element.
    /// </summary>
    /// <param name="reader">A reader that stands on the start of the invoice's root element; afterwards it stands behind it.</param>
    /// <param name="limits">How much to read; <see cref="EInvoiceLimits.Default"/> when null.</param>
    public static Result<ReadInvoice> Read(XmlReader reader, EInvoiceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.NodeType != XmlNodeType.Element)
            throw new ArgumentException("The reader must stand on the start of an element.", nameof(reader));
        var bounds = limits ?? EInvoiceLimits.Default;
        using var copy = new BoundedStream(bounds.Bytes);
        try
        {
            using (var writer = XmlWriter.Create(copy, new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
                writer.WriteNode(reader, defattr: false);
        }
        catch (RefusedFileException refused)
        {
            return Result.Failure<ReadInvoice>(refused.Error);
        }
        catch (XmlException broken)
        {
            return Result.Failure<ReadInvoice>(EInvoiceErrors.NotXml.With(
                ("line", broken.LineNumber), ("position", broken.LinePosition), ("reason", broken.Message)));
        }
        return Read(copy.GetBuffer().AsMemory(0, (int)copy.Length), bounds);
    }

    /// <summary>
    /// Reads a file from a stream without blocking on it: the bytes are awaited first, up to the limit, and then read as one.
    /// Refusals as in <see cref="Read(Stream, EInvoiceLimits?)"/>.
    /// </summary>
    public static async ValueTask<Result<ReadInvoice>> ReadAsync(
        Stream stream, EInvoiceLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bounds = limits ?? EInvoiceLimits.Default;
        using var copy = new BoundedStream(bounds.Bytes);
        try
        {
            await stream.CopyToAsync(copy, cancel).ConfigureAwait(false);
        }
        catch (RefusedFileException refused)
        {
            return Result.Failure<ReadInvoice>(refused.Error);
        }
        return Read(copy.GetBuffer().AsMemory(0, (int)copy.Length), bounds);
    }

    private static Result<ReadInvoice> Read(Stream? stream, ReadOnlyMemory<byte> file, EInvoiceLimits limits)
    {
        Utf8XmlReader? xml = null;
        SyntaxReader? reader = null;
        try
        {
            xml = new(limits, stream, file);
            xml.Read();
            var syntax = SyntaxOf(xml);
            reader = syntax == EInvoiceSyntax.Ubl ? new UblReader(xml, limits) : new CiiReader(xml, limits);
            var document = reader.Read();
            xml.ReadToEnd();
            return Result.Success(new ReadInvoice
            {
                Syntax = syntax, Document = document, Findings = reader.Findings, Notices = reader.Notices,
            });
        }
        catch (RefusedFileException refused)
        {
            return Result.Failure<ReadInvoice>([.. reader?.Findings ?? [], refused.Error]);
        }
        finally
        {
            reader?.Dispose();
            xml?.Dispose();
        }
    }

    private static EInvoiceSyntax SyntaxOf(Utf8XmlReader xml)
    {
        var name = xml.LocalName;
        if (xml.Namespace == XmlNamespace.UblInvoice && name.SequenceEqual("Invoice"u8)) return EInvoiceSyntax.Ubl;
        if (xml.Namespace == XmlNamespace.UblCreditNote && name.SequenceEqual("CreditNote"u8)) return EInvoiceSyntax.Ubl;
        if (xml.Namespace == XmlNamespace.Rsm && name.SequenceEqual("CrossIndustryInvoice"u8)) return EInvoiceSyntax.Cii;
        var (line, position) = xml.Place;
        throw new RefusedFileException(EInvoiceErrors.NotAnInvoice.At(xml.QualifiedName, ("element", xml.QualifiedName),
            ("namespace", xml.NamespaceUri(xml.Namespace)), ("line", line), ("position", position)));
    }
}
