using System.Buffers;

namespace OrderToCash.EInvoicing;

/// <summary>
/// Writes documents of EN 16931 as a stream, in the element order of the official schemas, UTF-8 without a byte order mark and
/// without white space between elements. <see cref="InvoiceDocument.IsCreditNote"/> decides the root element in UBL. A document
/// that lacks what the schema demands (<c>einvoice.missing</c>) or holds characters that XML cannot
/// (<c>einvoice.not-writable</c>) is refused with all findings before a byte is written. Whether it keeps the rules of EN 16931
/// is not asked here.
/// </summary>
public static class EInvoiceWriter
{
    /// <summary>Writes a document into a buffer.</summary>
    public static Result<WrittenInvoice> Write(InvoiceDocument document, EInvoiceSyntax syntax, IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(target);
        var checks = WriteChecks.Of(document, syntax);
        if (checks.IsRefused) return Result.Failure<WrittenInvoice>(checks.Findings);
        var writer = WriterOf(document, syntax);
        var output = new Utf8Output(target, Expected(document));
        writer.Head(ref output);
        foreach (var line in document.Lines.AsSpan()) writer.Line(ref output, line);
        writer.Tail(ref output);
        output.Flush();
        return Written(syntax, output.Total, checks);
    }

    /// <summary>Writes a document to a stream that stays open, with a small buffer whatever the number of lines.</summary>
    public static Result<WrittenInvoice> Write(InvoiceDocument document, EInvoiceSyntax syntax, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var buffer = new StreamBuffer(target, writesThrough: true);
        var written = Write(document, syntax, buffer);
        if (written.IsSuccess) buffer.Write();
        return written;
    }

    /// <summary>Writes a document to a stream that stays open, without blocking on it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; part of the document may have been written.</exception>
    public static async ValueTask<Result<WrittenInvoice>> WriteAsync(
        InvoiceDocument document, EInvoiceSyntax syntax, Stream target, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(target);
        var checks = WriteChecks.Of(document, syntax);
        if (checks.IsRefused) return Result.Failure<WrittenInvoice>(checks.Findings);
        var writer = WriterOf(document, syntax);
        using var buffer = new StreamBuffer(target, writesThrough: false);
        var total = 0L;
        for (var next = -1; next <= document.Lines.Count;)
        {
            total += Some(writer, document, buffer, ref next);
            await buffer.WriteAsync(cancel).ConfigureAwait(false);
        }
        return Written(syntax, total, checks);
    }

    // As many parts as fill the buffer: the head is part -1, the lines follow, the tail comes last.
    private static long Some(SyntaxWriter writer, InvoiceDocument document, StreamBuffer buffer, ref int next)
    {
        var total = 0L;
        while (next <= document.Lines.Count && !buffer.IsFull)
        {
            var output = new Utf8Output(buffer);
            if (next < 0) writer.Head(ref output);
            else if (next < document.Lines.Count) writer.Line(ref output, document.Lines[next]);
            else writer.Tail(ref output);
            output.Flush();
            total += output.Total;
            next++;
        }
        return total;
    }

    // A buffer that grows would copy a small document several times; a large one asks for its pieces.
    private static int Expected(InvoiceDocument document) => 4 * 1024 + 1024 * Math.Min(document.Lines.Count, 28);

    private static SyntaxWriter WriterOf(InvoiceDocument document, EInvoiceSyntax syntax) =>
        syntax == EInvoiceSyntax.Ubl ? new UblWriter(document) : new CiiWriter(document);

    private static Result<WrittenInvoice> Written(EInvoiceSyntax syntax, long bytes, WriteChecks checks) =>
        Result.Success(new WrittenInvoice { Syntax = syntax, Bytes = bytes, Notices = checks.Notices });
}
