using System.Buffers;
using System.Text;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    // Line ends become one line feed, references become their character: never longer than what was written.
    private void DecodeText(ReadOnlySpan<byte> raw)
    {
        textLength = Decode(raw, Scratch(raw.Length), position, isAttribute: false, references: true);
        textDecoded = true;
    }

    private void DecodeCData(int start, int length)
    {
        var raw = buffer.AsSpan(start, length);
        if (!raw.Contains((byte)'\r'))
        {
            (textStart, textLength, textDecoded) = (start, length, false);
            return;
        }
        textLength = Decode(raw, Scratch(length), start, isAttribute: false, references: false);
        textDecoded = true;
    }

    private byte[] DecodeAttribute(ReadOnlySpan<byte> raw, int start)
    {
        if (raw.IndexOf((byte)'<') is var at and >= 0) throw NotWellFormed("'<' stands in an attribute", start + at);
        var decoded = new byte[raw.Length];
        var length = Decode(raw, decoded, start, isAttribute: true, references: true);
        return decoded.AsSpan(0, length).ToArray();
    }

    private Span<byte> Scratch(int length)
    {
        if (length > TokenLimit) throw TooLarge(TokenLimit, "bytes in one text");
        if (scratch.Length < length)
        {
            if (scratch.Length > 0) ArrayPool<byte>.Shared.Return(scratch);
            scratch = ArrayPool<byte>.Shared.Rent(length);
        }
        return scratch;
    }

    private int Decode(ReadOnlySpan<byte> raw, Span<byte> target, int start, bool isAttribute, bool references)
    {
        var (read, written) = (0, 0);
        while (read < raw.Length)
        {
            var b = raw[read];
            if (b == '&' && references)
            {
                read += DecodeReference(raw[read..], target[written..], start + read, out var size);
                written += size;
                continue;
            }
            read++;
            if (b == '\r')
            {
                if (read < raw.Length && raw[read] == '\n') read++;
                b = (byte)'\n';
            }
            target[written++] = isAttribute && IsSpace(b) ? (byte)' ' : b;
        }
        return written;
    }

    private int DecodeReference(ReadOnlySpan<byte> raw, Span<byte> target, int at, out int written)
    {
        var length = raw.IndexOf((byte)';');
        if (length < 2) throw NotWellFormed("'&' stands without a reference", at);
        var name = raw[1..length];
        written = 1;
        if (name[0] == '#')
        {
            written = CharacterOf(name[1..], at).EncodeToUtf8(target);
            return length + 1;
        }
        target[0] = name switch
        {
            _ when name.SequenceEqual("amp"u8) => (byte)'&',
            _ when name.SequenceEqual("lt"u8) => (byte)'<',
            _ when name.SequenceEqual("gt"u8) => (byte)'>',
            _ when name.SequenceEqual("quot"u8) => (byte)'"',
            _ when name.SequenceEqual("apos"u8) => (byte)'\'',
            _ => throw UnknownEntity(name, at),
        };
        return length + 1;
    }

    private RefusedFileException UnknownEntity(ReadOnlySpan<byte> name, int at)
    {
        var known = name.IndexOfAnyExcept(NameBytes) < 0 && name.Length <= 64;
        return known
            ? Refuse(EInvoiceErrors.Entity, at, ("entity", Encoding.UTF8.GetString(name)))
            : NotWellFormed("'&' stands without a reference", at);
    }

    private Rune CharacterOf(ReadOnlySpan<byte> digits, int at)
    {
        var isHex = digits.StartsWith("x"u8);
        if (isHex) digits = digits[1..];
        long value = digits.IsEmpty ? -1 : 0;
        foreach (var digit in digits)
        {
            var next = isHex && char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16)
                : char.IsAsciiDigit((char)digit) ? digit - '0' : -1;
            value = next < 0 || value is < 0 or > 0x10FFFF ? -1 : value * (isHex ? 16 : 10) + next;
        }
        var allowed =
            value is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
        return allowed ? new Rune((int)value) : throw NotWellFormed("a character reference names no character of XML", at);
    }
}
