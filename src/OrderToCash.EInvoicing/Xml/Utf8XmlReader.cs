using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace OrderToCash.EInvoicing;

/// <summary>
/// A forward pull reader over UTF-8 with well-formedness and namespaces checked as XML 1.0 asks, without document types and
/// with strict limits. Names and values are spans of the buffer, valid until the next move. Comments and processing instructions
/// are checked and passed over. It refuses by <see cref="RefusedFileException"/>.
/// </summary>
internal sealed partial class Utf8XmlReader : IDisposable
{
    // The bytes that end the plain part of a text.
    private static readonly SearchValues<byte> TextStops = SearchValues.Create("<&\r]"u8);

    // The names of the syntaxes have fewer than a hundred; paths in findings are made of them.
    private const int LongestName = 256;

    private readonly EInvoiceLimits limits;
    private Frame[] frames = new Frame[16];
    private byte[] names = new byte[512];
    private int namesLength;
    private bool pendingEnd, rootClosed;
    private long elements;
    private int textStart, textLength;
    private bool textDecoded;
    private byte[] scratch = [];

    public Utf8XmlReader(EInvoiceLimits limits, Stream? stream, ReadOnlyMemory<byte> file)
    {
        this.limits = limits;
        TokenLimit = Math.Max(limits.TextBytes, limits.AttachmentBytes / 3L * 4 + limits.AttachmentBytes / 16L);
        Open(stream, file);
    }

    public XmlToken Token { get; private set; }

    /// <summary>The number of open elements.</summary>
    public int Depth { get; private set; }

    /// <summary>The namespace of the innermost open element.</summary>
    public int Namespace => frames[Depth - 1].Namespace;

    /// <summary>The name of the innermost open element without its prefix.</summary>
    public ReadOnlySpan<byte> LocalName
    {
        get
        {
            ref var frame = ref frames[Depth - 1];
            return names.AsSpan(frame.NameStart + frame.LocalStart, frame.NameLength - frame.LocalStart);
        }
    }

    /// <summary>The text of a <see cref="XmlToken.Text"/>; one of several when comments or CDATA stand between.</summary>
    public ReadOnlySpan<byte> Text =>
        textDecoded ? scratch.AsSpan(0, textLength) : buffer.AsSpan(textStart, textLength);

    /// <summary>True when the element that just started has no content and no end tag.</summary>
    public bool IsEmptyElement => pendingEnd;

    /// <summary>Goes to the next start, text or end.</summary>
    public XmlToken Read()
    {
        if (pendingEnd)
        {
            pendingEnd = false;
            return Close();
        }
        while (true)
        {
            tokenStart = position;
            if (position == end && !Fill()) return EndOfInput();
            if (buffer[position] != '<')
            {
                if (Depth > 0) return Token = ReadText();
                SkipOutsideRoot();
                continue;
            }
            hasMarkup = true;
            if (!Have(2)) throw Truncated();
            switch (buffer[position + 1])
            {
                case (byte)'/':
                    return ReadEndTag();
                case (byte)'?':
                    SkipInstruction();
                    continue;
                case (byte)'!':
                    if (!ReadDeclarationOrCData()) continue;
                    return Token = XmlToken.Text;
                default:
                    return ReadStartTag();
            }
        }
    }

    /// <summary>Past spaces before a tag, where text says nothing.</summary>
    public void SkipSpace()
    {
        if (pendingEnd || Depth == 0 || position == end || buffer[position] > ' ') return;
        var at = buffer.AsSpan(position, end - position).IndexOfAnyExcept(" \t\r\n"u8);
        if (at > 0 && buffer[position + at] == '<') position += at;
    }

    /// <summary>From a start to its end, past all it holds.</summary>
    public void Skip()
    {
        var depth = Depth;
        while (Read() != XmlToken.End || Depth >= depth)
        {
        }
    }

    /// <summary>From the end of the root to the end of the file: nothing but comments may stand there.</summary>
    public void ReadToEnd()
    {
        while (Read() != XmlToken.EndOfFile)
        {
        }
    }

    /// <summary>
    /// The whole text of an element that has just started, when it stands in the buffer as it is; then the reader is at the
    /// end of the element. False leaves the reader where it was.
    /// </summary>
    public bool TryReadPlainText(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (pendingEnd)
        {
            Read();
            return true;
        }
        var rest = buffer.AsSpan(position, end - position);
        var at = rest.IndexOfAny(TextStops);
        if (at < 0 || rest[at] != '<') return false;
        ref var frame = ref frames[Depth - 1];
        var close = rest[(at + 1)..];
        if (close.Length < frame.NameLength + 2 || close[0] != '/' || close[frame.NameLength + 1] != '>'
            || !close.Slice(1, frame.NameLength).SequenceEqual(names.AsSpan(frame.NameStart, frame.NameLength)))
            return false;
        text = rest[..at];
        tokenStart = position;
        position += at + frame.NameLength + 3;
        Close();
        return true;
    }

    private XmlToken ReadText()
    {
        var at = 0;
        var decode = false;
        while (true)
        {
            var rest = buffer.AsSpan(position, end - position);
            var stop = at < rest.Length ? rest[at..].IndexOfAny(TextStops) : -1;
            if (stop < 0)
            {
                at = rest.Length;
                if (!Fill()) throw Truncated();
                continue;
            }
            at += stop;
            if (rest[at] == '<') break;
            if (rest[at] == ']')
            {
                if (rest.Length - at < 3 && Fill()) continue;
                if (rest[at..].StartsWith("]]>"u8)) throw NotWellFormed("']]>' stands in a text", position + at);
            }
            else
            {
                decode = true;
            }
            at++;
        }
        var raw = buffer.AsSpan(position, at);
        if (decode) DecodeText(raw);
        else (textStart, textLength, textDecoded) = (position, at, false);
        position += at;
        return XmlToken.Text;
    }

    private XmlToken ReadEndTag()
    {
        if (Depth > 0)
        {
            ref var open = ref frames[Depth - 1];
            var tail = buffer.AsSpan(position + 2, end - position - 2);
            if (tail.Length > open.NameLength && tail[open.NameLength] == '>'
                && tail[..open.NameLength].SequenceEqual(names.AsSpan(open.NameStart, open.NameLength)))
            {
                position += open.NameLength + 3;
                return Close();
            }
        }
        var close = FindInToken((byte)'>', 2);
        var name = buffer.AsSpan(position + 2, close - position - 2).TrimEnd(" \t\r\n"u8);
        if (Depth == 0) throw NotWellFormed("an end tag stands outside the root element");
        ref var frame = ref frames[Depth - 1];
        if (!name.SequenceEqual(names.AsSpan(frame.NameStart, frame.NameLength)))
            throw NotWellFormed($"the end tag does not match '{NameOf(frame)}'");
        position = close + 1;
        return Close();
    }

    private XmlToken Close()
    {
        ref var frame = ref frames[--Depth];
        namesLength = frame.NameStart;
        if (bindingCount > 0 && bindings[bindingCount - 1].Depth > Depth) Unbind();
        if (Depth == 0) rootClosed = true;
        return Token = XmlToken.End;
    }

    private XmlToken EndOfInput()
    {
        if (Depth > 0) throw Truncated();
        if (!rootClosed) throw hasMarkup ? Truncated() : Refuse(EInvoiceErrors.Empty);
        return Token = XmlToken.EndOfFile;
    }

    private void SkipOutsideRoot()
    {
        var rest = buffer.AsSpan(position, end - position);
        var at = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (at == 0) throw NotWellFormed("text stands outside the root element");
        position = at < 0 ? end : position + at;
    }

    // Opens an element on the stack; its siblings are counted as long as the same name follows itself.
    private ref Frame Push(ReadOnlySpan<byte> name, int localStart)
    {
        if (Depth == limits.Depth) throw TooLarge(limits.Depth, "nested elements");
        if (++elements > limits.Elements) throw TooLarge(limits.Elements, "elements");
        if (name.Length > LongestName) throw TooLarge(LongestName, "bytes in one name");
        if (Depth == frames.Length) Array.Resize(ref frames, frames.Length * 2);
        if (namesLength + name.Length > names.Length)
            Array.Resize(ref names, Math.Max(names.Length * 2, namesLength + name.Length));
        var sibling = 1;
        if (Depth > 0)
        {
            ref var parent = ref frames[Depth - 1];
            if (parent.LastChildLength == name.Length && name.SequenceEqual(names.AsSpan(namesLength, name.Length)))
                sibling = parent.Sibling + 1;
            (parent.Sibling, parent.LastChildLength) = (sibling, name.Length);
        }
        name.CopyTo(names.AsSpan(namesLength));
        ref var frame = ref frames[Depth++];
        frame = new Frame { NameStart = namesLength, NameLength = name.Length, LocalStart = localStart, Index = sibling };
        namesLength += name.Length;
        return ref frame;
    }

    public void Dispose()
    {
        if (rented) ArrayPool<byte>.Shared.Return(buffer);
        if (scratch.Length > 0) ArrayPool<byte>.Shared.Return(scratch);
        (buffer, scratch, rented, position, end) = ([], [], false, 0, 0);
        transcoder?.Dispose();
    }

    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    private struct Frame
    {
        public int NameStart, NameLength, LocalStart, Namespace, Index, Sibling, LastChildLength;
    }
}
