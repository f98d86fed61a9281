using System.Buffers;
using System.Text;
using System.Xml;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    // The bytes of names in ASCII, with the colon; others are looked at one by one.
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:"u8);

    private static readonly SearchValues<byte> ValueSpecials = SearchValues.Create("<&\t\n\r"u8);

    private static readonly SearchValues<byte> TagStops = SearchValues.Create(">\"'"u8);

    private Attribute[] attributes = new Attribute[8];
    private int attributeCount;

    /// <summary>The number of attributes of the element that just started, namespace declarations not counted.</summary>
    public int AttributeCount => attributeCount;

    /// <summary>The name of an attribute without its prefix.</summary>
    public ReadOnlySpan<byte> AttributeName(int index)
    {
        ref var attribute = ref attributes[index];
        return buffer.AsSpan(attribute.NameStart + attribute.LocalStart, attribute.NameLength - attribute.LocalStart);
    }

    /// <summary>The namespace of an attribute; none without a prefix.</summary>
    public int AttributeNamespace(int index) => attributes[index].Namespace;

    /// <summary>The value of an attribute, normalized as XML asks.</summary>
    public ReadOnlySpan<byte> AttributeValue(int index)
    {
        ref var attribute = ref attributes[index];
        return attribute.Decoded ?? buffer.AsSpan(attribute.ValueStart, attribute.ValueLength);
    }

    private XmlToken ReadStartTag()
    {
        if (rootClosed) throw NotWellFormed("a second root element");
        if (TryReadPlainStart()) return Token = XmlToken.Start;
        var close = FindTagEnd();
        var empty = buffer[close - 1] == '/' && close - 1 > position;
        var tag = buffer.AsSpan(position + 1, close - position - 1 - (empty ? 1 : 0));
        var nameLength = ReadName(tag, out var localStart);
        ref var frame = ref Push(tag[..nameLength], localStart);
        attributeCount = 0;
        if (nameLength < tag.Length) ReadAttributes(tag, nameLength);
        frame.Namespace = Resolve(tag[..Math.Max(0, localStart - 1)], isAttribute: false);
        if (attributeCount > 0) CheckAttributes();
        position = close + 1;
        pendingEnd = empty;
        return Token = XmlToken.Start;
    }

    // <name> and nothing else, which is what most tags are: one search for the end of the name is also one for the tag's.
    private bool TryReadPlainStart()
    {
        var rest = buffer.AsSpan(position + 1, end - position - 1);
        var length = rest.IndexOfAnyExcept(NameBytes);
        if (length <= 0 || rest[length] != '>') return false;
        var name = rest[..length];
        var colon = name.IndexOf((byte)':');
        var local = name[(colon + 1)..];
        if (local.IsEmpty || colon == 0 || !StartsName(name) || !StartsName(local) || local.Contains((byte)':')) return false;
        ref var frame = ref Push(name, colon + 1);
        attributeCount = 0;
        frame.Namespace = Resolve(name[..Math.Max(0, colon)], isAttribute: false);
        position += length + 2;
        return true;
    }

    // The '>' that closes the tag: quotes may hold others.
    private int FindTagEnd()
    {
        var at = 1;
        while (true)
        {
            var start = position + at;
            var found = start < end ? buffer.AsSpan(start, end - start).IndexOfAny(TagStops) : -1;
            if (found < 0)
            {
                at = end - position;
                if (!Fill()) throw Truncated();
                continue;
            }
            if (buffer[start + found] == '>') return start + found;
            at += found + 1;
            at = FindInToken(buffer[start + found], at) - position + 1;
        }
    }

    private void ReadAttributes(ReadOnlySpan<byte> tag, int at)
    {
        var tagStart = position + 1;
        while (true)
        {
            var space = at;
            while (at < tag.Length && IsSpace(tag[at])) at++;
            if (at == tag.Length) return;
            if (at == space) throw NotWellFormed("a space is missing before an attribute", tagStart + at);
            var nameStart = at;
            var nameLength = ReadName(tag[at..], out var localStart);
            at += nameLength;
            while (at < tag.Length && IsSpace(tag[at])) at++;
            if (at == tag.Length || tag[at] != '=') throw NotWellFormed("an attribute has no value", tagStart + at);
            at++;
            while (at < tag.Length && IsSpace(tag[at])) at++;
            if (at == tag.Length || tag[at] is not ((byte)'"' or (byte)'\''))
                throw NotWellFormed("an attribute value has no quotes", tagStart + at);
            var length = tag[(at + 1)..].IndexOf(tag[at]);
            if (length < 0) throw NotWellFormed("an attribute value has no end", tagStart + at);
            AddAttribute(tag, nameStart, nameLength, localStart, at + 1, length);
            at += length + 2;
        }
    }

    private void AddAttribute(ReadOnlySpan<byte> tag, int nameStart, int nameLength, int localStart, int valueStart, int length)
    {
        var tagStart = position + 1;
        if (length > limits.TextBytes) throw TooLarge(limits.TextBytes, "bytes in one text");
        var name = tag.Slice(nameStart, nameLength);
        if (nameLength > LongestName) throw TooLarge(LongestName, "bytes in one name");
        var raw = tag.Slice(valueStart, length);
        var decoded = raw.IndexOfAny(ValueSpecials) < 0 ? null : DecodeAttribute(raw, tagStart + valueStart);
        var value = decoded ?? raw;
        if (name.SequenceEqual("xmlns"u8))
        {
            Bind(default, value);
        }
        else if (localStart == 6 && name.StartsWith("xmlns"u8))
        {
            Bind(name[6..], value);
        }
        else
        {
            if (attributeCount == limits.Attributes) throw TooLarge(limits.Attributes, "attributes of one element");
            if (attributeCount == attributes.Length) Array.Resize(ref attributes, attributes.Length * 2);
            attributes[attributeCount++] = new Attribute
            {
                NameStart = tagStart + nameStart, NameLength = nameLength, LocalStart = localStart,
                ValueStart = tagStart + valueStart, ValueLength = length, Decoded = decoded,
            };
        }
    }

    // Prefixes are resolved when all declarations of the element are known; no two attributes may be the same.
    private void CheckAttributes()
    {
        for (var i = 0; i < attributeCount; i++)
        {
            ref var attribute = ref attributes[i];
            if (attribute.LocalStart > 0)
                attribute.Namespace = Resolve(buffer.AsSpan(attribute.NameStart, attribute.LocalStart - 1), isAttribute: true);
            for (var j = 0; j < i; j++)
                if (attributes[j].Namespace == attribute.Namespace && AttributeName(j).SequenceEqual(AttributeName(i)))
                    throw NotWellFormed($"the attribute '{Encoding.UTF8.GetString(AttributeName(i))}' stands twice",
                        attribute.NameStart);
        }
    }

    // The length of the qualified name at the start, and where its local part begins.
    private int ReadName(ReadOnlySpan<byte> text, out int localStart)
    {
        var length = text.IndexOfAnyExcept(NameBytes);
        if (length < 0) length = text.Length;
        else if (text[length] >= 0x80) length = ReadWideName(text);
        var name = text[..length];
        var colon = name.IndexOf((byte)':');
        localStart = colon + 1;
        if (length == 0 || !StartsName(name) || (colon >= 0 && (colon + 1 == length || !StartsName(name[(colon + 1)..])
            || name[(colon + 1)..].Contains((byte)':'))))
            throw NotWellFormed("no name where one must be");
        return length;
    }

    private static bool StartsName(ReadOnlySpan<byte> name) =>
        name[0] switch
        {
            (byte)'_' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') => true,
            < 0x80 => false,
            _ => Rune.DecodeFromUtf8(name, out var rune, out _) == OperationStatus.Done
                && rune.IsBmp && XmlConvert.IsStartNCNameChar((char)rune.Value),
        };

    private static int ReadWideName(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && Rune.DecodeFromUtf8(text[length..], out var rune, out var used) == OperationStatus.Done
            && rune.IsBmp && (rune.Value == ':' || XmlConvert.IsNCNameChar((char)rune.Value)))
            length += used;
        return length;
    }

    private void SkipInstruction()
    {
        var close = FindInToken("?>"u8, 2);
        var content = buffer.AsSpan(position + 2, close - position - 2);
        var length = ReadName(content, out var localStart);
        if (localStart > 0) throw NotWellFormed("a processing instruction has a colon in its name");
        if (Ascii.EqualsIgnoreCase(content[..length], "xml"u8)) throw NotWellFormed("an XML declaration stands inside the file");
        if (length < content.Length && !IsSpace(content[length]))
            throw NotWellFormed("a processing instruction has no proper name");
        position = close + 2;
    }

    // True for CDATA, which is text; comments are passed over.
    private bool ReadDeclarationOrCData()
    {
        if (Have(4) && buffer.AsSpan(position, 4).SequenceEqual("<!--"u8))
        {
            var close = FindInToken("--"u8, 4);
            while (end - close < 3)
            {
                var offset = close - position;
                if (!Fill()) throw Truncated();
                close = position + offset;
            }
            if (buffer[close + 2] != '>') throw NotWellFormed("'--' stands in a comment", close);
            position = close + 3;
            return false;
        }
        if (Have(9) && buffer.AsSpan(position, 9).SequenceEqual("<![CDATA["u8))
        {
            if (Depth == 0) throw NotWellFormed("CDATA stands outside the root element");
            var close = FindInToken("]]>"u8, 9);
            DecodeCData(position + 9, close - position - 9);
            position = close + 3;
            return true;
        }
        var rest = buffer.AsSpan(position, end - position);
        if (rest.StartsWith("<!DOCTYPE"u8)) throw Refuse(EInvoiceErrors.DocumentType);
        throw inputEnded && (IsStartOf(rest, "<!DOCTYPE"u8) || IsStartOf(rest, "<!--"u8) || IsStartOf(rest, "<![CDATA["u8))
            ? Truncated()
            : NotWellFormed("a markup declaration stands in the file");
    }

    private static bool IsStartOf(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> whole) =>
        rest.Length < whole.Length && whole.StartsWith(rest);

    private struct Attribute
    {
        public int NameStart, NameLength, LocalStart, ValueStart, ValueLength, Namespace;
        public byte[]? Decoded;
    }
}
