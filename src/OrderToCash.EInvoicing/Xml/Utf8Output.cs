using System.Buffers;
using System.Text;

namespace OrderToCash.EInvoicing;

/// <summary>Writes UTF-8 into the spans of a buffer writer: literals as they are, values escaped.</summary>
internal ref struct Utf8Output(IBufferWriter<byte> target, int expected = 0)
{
    private const int Chunk = 4096;

    // Up to here a look at each character is faster than a search and a transcoding.
    private const int Short = 48;

    private static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r");

    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r");

    private Span<byte> span = target.GetSpan(Math.Max(expected, Chunk));
    private int used;

    /// <summary>The bytes written so far.</summary>
    public long Total { get; private set; }

    /// <summary>Hands what was written to the buffer writer.</summary>
    public void Flush()
    {
        target.Advance(used);
        Total += used;
        span = default;
        used = 0;
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        if (span.Length - used < bytes.Length) Need(bytes.Length);
        bytes.CopyTo(span[used..]);
        used += bytes.Length;
    }

    /// <summary>Content of an element.</summary>
    public void Text(string text)
    {
        if (!TryPlain(text)) Escaped(text, text.AsSpan().IndexOfAny(TextSpecials), isAttribute: false);
    }

    /// <summary>A value between double quotes.</summary>
    public void Attribute(string text)
    {
        if (!TryPlain(text)) Escaped(text, text.AsSpan().IndexOfAny(AttributeSpecials), isAttribute: true);
    }

    /// <summary>An element with a text, left out when the text is absent.</summary>
    public void Element(ReadOnlySpan<byte> open, string? text, ReadOnlySpan<byte> close)
    {
        if (text is null) return;
        Raw(open);
        Text(text);
        Raw(close);
    }

    public void Number(in decimal value)
    {
        if (span.Length - used < 32) Need(32);
        used += XmlNumbers.Format(in value, span[used..]);
    }

    public void Number(ReadOnlySpan<byte> open, decimal? value, ReadOnlySpan<byte> close)
    {
        if (value is not { } number) return;
        Raw(open);
        Number(number);
        Raw(close);
    }

    /// <summary>2026-01-31, or 20260131.</summary>
    public void Date(LocalDate date, bool isCompact)
    {
        if (span.Length - used < 10) Need(10);
        var (year, month, day) = (Math.Max(0, date.Year), date.Month, date.Day);
        var at = span[used..];
        Digits(at, year, 4);
        var next = 4;
        if (!isCompact) at[next++] = (byte)'-';
        Digits(at[next..], month, 2);
        next += 2;
        if (!isCompact) at[next++] = (byte)'-';
        Digits(at[next..], day, 2);
        used += next + 2;
    }

    public void Date(ReadOnlySpan<byte> open, LocalDate? date, ReadOnlySpan<byte> close, bool isCompact = false)
    {
        if (date is not { } day) return;
        Raw(open);
        Date(day, isCompact);
        Raw(close);
    }

    public void Base64(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var piece = content[..Math.Min(content.Length, 3 * 1024)];
            if (span.Length - used < 4 * 1024) Need(4 * 1024);
            System.Buffers.Text.Base64.EncodeToUtf8(piece, span[used..], out _, out var written);
            used += written;
            content = content[piece.Length..];
        }
    }

    private static void Digits(Span<byte> at, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--, value /= 10) at[i] = (byte)('0' + value % 10);
    }

    // Short ASCII without anything that is escaped anywhere, which is nearly every value.
    private bool TryPlain(string text)
    {
        if (text.Length > Short) return false;
        if (span.Length - used < text.Length) Need(text.Length);
        var at = span.Slice(used, text.Length);
        for (var i = 0; i < at.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or > '~' or '&' or '<' or '>' or '"') return false;
            at[i] = (byte)c;
        }
        used += text.Length;
        return true;
    }

    private void Escaped(ReadOnlySpan<char> text, int special, bool isAttribute)
    {
        while (special >= 0)
        {
            Plain(text[..special]);
            Raw(text[special] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\t' => "&#9;"u8,
                '\n' => "&#10;"u8,
                _ => "&#13;"u8,
            });
            text = text[(special + 1)..];
            special = text.IndexOfAny(isAttribute ? AttributeSpecials : TextSpecials);
        }
        Plain(text);
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (text.Length > Chunk)
        {
            var piece = Chunk / 4;
            if (char.IsHighSurrogate(text[piece - 1])) piece--;
            Plain(text[..piece]);
            text = text[piece..];
        }
        if (span.Length - used < text.Length * 3) Need(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, span[used..]);
    }

    private void Need(int size)
    {
        Flush();
        span = target.GetSpan(Math.Max(size, Chunk));
    }
}
