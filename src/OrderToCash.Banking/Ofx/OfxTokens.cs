using System.Buffers;
using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// The tags of an OFX file with the text that follows each; comments, declarations and entities are dealt with.
/// </summary>
internal sealed class OfxTokens : IDisposable
{
    private readonly StreamReader reader;
    private readonly BankFileLimits limits;
    private readonly CancellationToken cancel;
    private readonly StringBuilder buffer = new();
    private readonly Stack<int> pushed = new();
    private readonly Encoding? declared;
    private long total;

    public OfxTokens(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        (this.limits, this.cancel) = (limits, cancel);
        var head = new byte[1024];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, length), stream);
        var beginning = Encoding.Latin1.GetString(head, 0, length);
        declared = EncodingOf(beginning);
        // Bytes stay bytes here and become text field by field, unless a byte order mark says what they are.
        reader = new(whole, Encoding.Latin1, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Reads the next tag: its name in capitals, with a slash in front when it ends an element, and the text after it.
    /// False at the end of the file.</summary>
    public bool TryRead(out string tag, out string text)
    {
        cancel.ThrowIfCancellationRequested();
        (tag, text) = ("", "");
        while (true)
        {
            if (!SkipTo('<')) return false;
            tag = Until('>');
            if (tag.StartsWith("!--", StringComparison.Ordinal))
            {
                while (!tag.EndsWith("--", StringComparison.Ordinal))
                {
                    if (!SkipTo('>')) return false;
                    tag = Recent;
                }
                continue;
            }
            if (tag.Length == 0 || tag[0] is '?' or '!') continue;
            break;
        }
        var blank = tag.AsSpan().IndexOfAny(' ', '\t', '\n');
        tag = (blank < 0 ? tag : tag[..blank]).ToUpperInvariant();
        text = Text();
        return true;
    }

    public void Dispose() => reader.Dispose();

    private string Recent { get; set; } = "";

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \"'\r\n<?");

    // CHARSET:1252 in the header of OFX 1, encoding="..." in the declaration of OFX 2. Many files are UTF-8 whatever they say,
    // and banks write the signs of Windows-1252 under the name of ISO-8859-1.
    private static Encoding? EncodingOf(string beginning)
    {
        var name = After(beginning, "CHARSET:") is { Length: > 0 } charset ? charset : After(beginning, "encoding=");
        return name.ToUpperInvariant() is "" or "NONE" or "UTF-8" or "ISO-8859-1" or "8859-1" or "1252" or "WINDOWS-1252"
            ? null
            : BankEncodings.Named(name);
    }

    private static string After(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return "";
        var value = text.AsSpan(at + mark.Length).TrimStart("\"' ");
        var end = value.IndexOfAny(EndOfName);
        return (end < 0 ? value : value[..end]).ToString();
    }

    private string Text()
    {
        buffer.Clear();
        var isLiteral = false;
        while (Next() is >= 0 and var c)
        {
            if (c == '<' && TakeMark("![CDATA["))
            {
                isLiteral = true;
                TakeLiteral();
                continue;
            }
            if (c == '<')
            {
                pushed.Push(c);
                break;
            }
            if (buffer.Length < limits.CharactersOfField) buffer.Append(c is '\r' or '\n' or '\t' ? ' ' : (char)c);
        }
        var raw = buffer.ToString().Trim();
        if (reader.CurrentEncoding.CodePage == Encoding.Latin1.CodePage && !Ascii.IsValid(raw))
            raw = BankEncodings.Decode(Encoding.Latin1.GetBytes(raw), declared).Trim();
        return raw.Contains('&', StringComparison.Ordinal) && !isLiteral ? System.Net.WebUtility.HtmlDecode(raw).Trim() : raw;
    }

    // What follows is taken when it is the mark, and left where it is otherwise.
    private bool TakeMark(string mark)
    {
        for (var i = 0; i < mark.Length; i++)
        {
            var c = Next();
            if (c == mark[i]) continue;
            if (c >= 0) pushed.Push(c);
            while (--i >= 0) pushed.Push(mark[i]);
            return false;
        }
        return true;
    }

    private void TakeLiteral()
    {
        while (Next() is >= 0 and var c)
        {
            if (c == ']' && TakeMark("]>")) return;
            if (buffer.Length < limits.CharactersOfField) buffer.Append(c is '\r' or '\n' or '\t' ? ' ' : (char)c);
        }
    }

    private string Until(char end)
    {
        buffer.Clear();
        while (Next() is >= 0 and var c && c != end)
            if (buffer.Length < 256) buffer.Append((char)c);
        return buffer.ToString().Trim();
    }

    private bool SkipTo(char wanted)
    {
        buffer.Clear();
        while (Next() is >= 0 and var c)
        {
            if (c == wanted)
            {
                Recent = buffer.ToString();
                return true;
            }
            if (buffer.Length > 8) buffer.Remove(0, 1);
            buffer.Append((char)c);
        }
        return false;
    }

    private int Next()
    {
        if (pushed.TryPop(out var again)) return again;
        var c = reader.Read();
        if (c == '\n') Line++;
        if (++total > limits.Characters)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.With(
                ("limit", limits.Characters), ("what", "characters"), ("line", Line), ("position", 0)));
        return c;
    }
}
