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
    private long total;
    private int pushed = -1;

    public OfxTokens(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        (this.limits, this.cancel) = (limits, cancel);
        var head = new byte[1024];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, length), stream);
        var beginning = Encoding.Latin1.GetString(head, 0, length);
        reader = new(whole, EncodingOf(beginning), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
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

    // OFX 1 says CHARSET:1252 or ISO-8859-1 in its header, OFX 2 is XML. Banks write the signs of Windows-1252 under either name.
    private static Encoding EncodingOf(string beginning)
    {
        var isXml = beginning.Contains("<?xml", StringComparison.OrdinalIgnoreCase);
        var isUtf8 = beginning.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
            || isXml && !beginning.Contains("8859", StringComparison.Ordinal)
                && !beginning.Contains("1252", StringComparison.Ordinal);
        return isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private string Text()
    {
        buffer.Clear();
        while (Next() is >= 0 and var c)
        {
            if (c == '<')
            {
                pushed = c;
                break;
            }
            if (buffer.Length < limits.CharactersOfField) buffer.Append(c is '\r' or '\n' or '\t' ? ' ' : (char)c);
        }
        var raw = buffer.ToString().Trim();
        return raw.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(raw).Trim() : raw;
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
        if (pushed >= 0)
        {
            var again = pushed;
            pushed = -1;
            return again;
        }
        var c = reader.Read();
        if (c == '\n') Line++;
        if (++total > limits.Characters)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.With(
                ("limit", limits.Characters), ("what", "characters"), ("line", Line), ("position", 0)));
        return c;
    }
}
