using System.Text;

namespace OrderToCash.Quickstart;

/// <summary>
/// Writes the elements of a page, HTML and SVG alike: well-formed, because an element closes when its scope ends, and harmless,
/// because all text and all attributes are escaped here and nowhere else.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Opens an element; it closes when the answer is disposed.</summary>
    public Scope Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (text.Length > 0) text.Append('\n');
        Start(element, attributes).Append('>');
        depth++;
        return new(this, element);
    }

    /// <summary>An element that holds text alone.</summary>
    public Markup Element(string element, string content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes).Append('>');
        Text(content);
        text.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>An element that holds nothing: a void element of HTML, a shape of SVG.</summary>
    public Markup Leaf(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes).Append(" />");
        return this;
    }

    /// <summary>Text; what the page cannot hold, such as control characters, becomes U+FFFD.</summary>
    public Markup Text(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            var isPair = char.IsHighSurrogate(content[i]) && i + 1 < content.Length && char.IsLowSurrogate(content[i + 1]);
            if (isPair) text.Append(content[i++]).Append(content[i]);
            else Append(content[i]);
        }
        return this;
    }

    /// <summary>The style sheet of the page: our own words, which hold nothing to escape.</summary>
    public Markup Style(string sheet)
    {
        text.Append("\n<style>\n").Append(sheet).Append("</style>");
        return this;
    }

    /// <summary>The document, once every element is closed.</summary>
    public string Document() => depth == 0
        ? $"<!DOCTYPE html>\n{text}\n"
        : throw new InvalidOperationException("An element of the page is still open.");

    private StringBuilder Start(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            text.Append(' ').Append(name).Append("=\"");
            Text(value);
            text.Append('"');
        }
        return text;
    }

    private void Append(char character)
    {
        var isUnfit = character is < ' ' and not '\t' and not '\n' || char.IsSurrogate(character)
            || character is >= '\u007f' and <= '\u009f' or '\ufffe' or '\uffff';
        _ = character switch
        {
            '<' => text.Append("&lt;"),
            '>' => text.Append("&gt;"),
            '&' => text.Append("&amp;"),
            '"' => text.Append("&quot;"),
            '\'' => text.Append("&#39;"),
            _ => text.Append(isUnfit ? '\ufffd' : character),
        };
    }

    /// <summary>An open element.</summary>
    internal readonly struct Scope(Markup page, string element) : IDisposable
    {
        /// <summary>Closes the element.</summary>
        public void Dispose()
        {
            page.depth--;
            page.text.Append("</").Append(element).Append('>');
        }
    }
}
