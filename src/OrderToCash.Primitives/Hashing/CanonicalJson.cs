using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OrderToCash.Primitives;

/// <summary>
/// One way to write a JSON value, after RFC 8785: properties in the order of their names' UTF-16 units, no white space, strings
/// in UTF-8
/// with the fewest escapes. Numbers differ from the RFC, which goes through binary floating point: they are exact decimals
/// without
/// exponent and trailing zeros (<c>1.50</c> and <c>15e-1</c> are <c>1.5</c>), of at most 28 significant digits. Refused with a
/// <see cref="JsonException"/>: a property twice in an object, numbers beyond that, half a surrogate pair, depth beyond 64.
/// </summary>
public static class CanonicalJson
{
    private const int MaxDigits = 28;

    /// <summary>The canonical form as UTF-8.</summary>
    /// <exception cref="JsonException">It is no JSON, or has no canonical form.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.Read()) throw new JsonException("There is more than one value.");
        return Of(document.RootElement);
    }

    /// <summary>The canonical form as UTF-8.</summary>
    /// <exception cref="JsonException">It has no canonical form.</exception>
    public static ReadOnlyMemory<byte> Of(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>(512);
        Write(output, element);
        return output.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(output, element); break;
            case JsonValueKind.Array: WriteArray(output, element); break;
            case JsonValueKind.String: WriteString(output, Text(element)); break;
            case JsonValueKind.Number: WriteNumber(output, element.GetRawText()); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            case JsonValueKind.Null: output.Write("null"u8); break;
            default: throw new JsonException("There is no value.");
        }
    }

    private static void WriteObject(ArrayBufferWriter<byte> output, JsonElement element)
    {
        var properties = new (string Name, JsonElement Value)[element.GetPropertyCount()];
        var count = 0;
        foreach (var property in element.EnumerateObject()) properties[count++] = (Name(property), property.Value);
        Array.Sort(properties, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                if (properties[i].Name == properties[i - 1].Name)
                    throw new JsonException($"The property '{properties[i].Name}' is there twice.");
                output.Write(","u8);
            }
            WriteString(output, properties[i].Name);
            output.Write(":"u8);
            Write(output, properties[i].Value);
        }
        output.Write("}"u8);
    }

    private static void WriteArray(ArrayBufferWriter<byte> output, JsonElement element)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first) output.Write(","u8);
            first = false;
            Write(output, item);
        }
        output.Write("]"u8);
    }

    private static void WriteString(ArrayBufferWriter<byte> output, string text)
    {
        output.Write("\""u8);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= ' ' && text[i] is not ('"' or '\\')) continue;
            WriteUtf8(output, text.AsSpan(start, i - start));
            WriteEscape(output, text[i]);
            start = i + 1;
        }
        WriteUtf8(output, text.AsSpan(start));
        output.Write("\""u8);
    }

    private static void WriteEscape(ArrayBufferWriter<byte> output, char c)
    {
        ReadOnlySpan<byte> escape = c switch
        {
            '"' => "\\\""u8, '\\' => "\\\\"u8,
            '\b' => "\\b"u8, '\t' => "\\t"u8, '\n' => "\\n"u8, '\f' => "\\f"u8, '\r' => "\\r"u8,
            _ => default,
        };
        if (escape.IsEmpty) WriteUtf8(output, $"\\u{(int)c:x4}");
        else output.Write(escape);
    }

    private static void WriteUtf8(ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        var span = output.GetSpan(text.Length * 3);
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, string raw)
    {
        if (long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            WriteUtf8(output, integer.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var digits = SignificantDigits(raw);
        var fits = decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && digits <= MaxDigits;
        var text = DecimalText.Write(number);
        if (!fits || SignificantDigits(text) != digits)
            throw new JsonException($"The number {raw} has no canonical form: more than {MaxDigits} digits.");
        WriteUtf8(output, text == "-0" ? "0" : text);
    }

    // Digits between the first and the last that is not zero, exponent aside.
    private static int SignificantDigits(string number)
    {
        var (count, pendingZeros) = (0, 0);
        foreach (var c in number)
        {
            if (c is 'e' or 'E') break;
            if (!char.IsAsciiDigit(c)) continue;
            if (c == '0')
            {
                if (count > 0) pendingZeros++;
                continue;
            }
            count += pendingZeros + 1;
            pendingZeros = 0;
        }
        return count;
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string is no valid Unicode.", e);
        }
    }

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A property name is no valid Unicode.", e);
        }
    }
}
