using System.Text;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    private bool wasTranscoded, hasMarkup;

    // True when the file must be turned into UTF-8 first.
    private static bool IsTranscoded(ReadOnlySpan<byte> head) => SourceEncoding(head) is not null;

    private static Encoding? SourceEncoding(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Utf16LittleMark) || head.StartsWith("<\0"u8)) return new UnicodeEncoding(false, true, true);
        if (head.StartsWith(Utf16BigMark) || head.StartsWith("\0<"u8)) return new UnicodeEncoding(true, true, true);
        if (!head.StartsWith("<?xml"u8)) return null;
        var close = head.IndexOf("?>"u8);
        if (close < 0) return null;
        var name = DeclaredEncoding(head[..close]);
        return Is(name, "iso-8859-1") || Is(name, "latin1") ? Encoding.Latin1 : null;
    }

    private static ReadOnlySpan<byte> Utf16LittleMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigMark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> DeclaredEncoding(ReadOnlySpan<byte> declaration)
    {
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return default;
        var rest = declaration[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (rest.Length < 2) return default;
        var length = rest[1..].IndexOf(rest[0]);
        return length < 0 ? default : rest.Slice(1, length);
    }

    private static bool Is(ReadOnlySpan<byte> name, string expected) => Ascii.EqualsIgnoreCase(name, expected);

    private void Transcode()
    {
        var encoding = SourceEncoding(buffer.AsSpan(0, filled))!;
        if (buffer.AsSpan(0, Math.Min(4, filled)).SequenceEqual(Utf32Mark))
            throw Refuse(EInvoiceErrors.WrongEncoding, ("reason", "UTF-32 is not read"));
        var head = new MemoryStream(buffer.AsSpan(0, filled).ToArray(), writable: false);
        var whole = inputEnded ? head : (Stream)new JoinedStream(head, input!);
        transcoder = Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(false), leaveOpen: true);
        (input, inputEnded, fault, wasTranscoded) = (transcoder, false, null, true);
        (position, end, filled, tokenStart, totalRead) = (0, 0, 0, 0, 0);
        Load();
    }

    private static ReadOnlySpan<byte> Utf32Mark => [0xFF, 0xFE, 0, 0];

    private void ReadProlog()
    {
        tokenStart = position;
        if (buffer.AsSpan(position, filled - position).StartsWith(Utf8Mark)) position += 3;
        tokenStart = position;
        if (!Have(6) || !buffer.AsSpan(position, 5).SequenceEqual("<?xml"u8) || !IsSpace(buffer[position + 5])) return;
        var close = FindInToken("?>"u8, 5);
        ReadDeclaration(buffer.AsSpan(position + 5, close - position - 5));
        (position, hasMarkup) = (close + 2, true);
    }

    private void ReadDeclaration(ReadOnlySpan<byte> rest)
    {
        if (!TakePseudoAttribute(ref rest, "version"u8, out var version) || !version.SequenceEqual("1.0"u8))
            throw NotWellFormed("the XML declaration does not say version 1.0");
        if (TakePseudoAttribute(ref rest, "encoding"u8, out var encoding)) CheckEncoding(encoding);
        if (TakePseudoAttribute(ref rest, "standalone"u8, out var standalone)
            && !standalone.SequenceEqual("yes"u8) && !standalone.SequenceEqual("no"u8))
            throw NotWellFormed("standalone is neither yes nor no");
        if (!rest.TrimStart(" \t\r\n"u8).IsEmpty) throw NotWellFormed("the XML declaration has more than it may");
    }

    private bool TakePseudoAttribute(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var at = rest.TrimStart(" \t\r\n"u8);
        if (at.Length == rest.Length || !at.StartsWith(name)) return false;
        at = at[name.Length..].TrimStart(" \t\r\n"u8);
        if (!at.StartsWith("="u8)) throw NotWellFormed("the XML declaration misses an equals sign");
        at = at[1..].TrimStart(" \t\r\n"u8);
        if (at.IsEmpty || at[0] is not ((byte)'"' or (byte)'\'')) throw NotWellFormed("the XML declaration misses a quote");
        var length = at[1..].IndexOf(at[0]);
        if (length < 0) throw NotWellFormed("the XML declaration misses a quote");
        value = at.Slice(1, length);
        rest = at[(length + 2)..];
        return true;
    }

    private void CheckEncoding(ReadOnlySpan<byte> name)
    {
        if (wasTranscoded)
        {
            if (Is(name, "utf-16") || Is(name, "utf-16le") || Is(name, "utf-16be") || Is(name, "iso-8859-1")
                || Is(name, "latin1")) return;
        }
        else if (Is(name, "utf-8"))
        {
            return;
        }
        else if (Is(name, "us-ascii") || Is(name, "ascii"))
        {
            asciiOnly = true;
            if (!Ascii.IsValid(buffer.AsSpan(tokenStart, end - tokenStart)))
                throw Refuse(EInvoiceErrors.WrongEncoding, ("reason", NoAscii));
            return;
        }
        throw Refuse(EInvoiceErrors.WrongEncoding, ("reason", $"it declares {Encoding.UTF8.GetString(name)}"));
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    /// <summary>What was read to look at it, then the rest.</summary>
    private sealed class JoinedStream(Stream head, Stream rest) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => head.Read(buffer) is var count and > 0 ? count : rest.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
