using System.Text;

namespace OrderToCash.Primitives;

/// <summary>Blanks between groups, as references and account numbers are printed.</summary>
internal static class PrintGroups
{
    /// <summary>Groups from the left; the last one may be shorter.</summary>
    internal static string FromLeft(string text, int size) => Grouped(text, size, size);

    /// <summary>Groups from the right; the first one may be shorter.</summary>
    internal static string FromRight(string text, int size) =>
        Grouped(text, size, text.Length % size == 0 ? size : text.Length % size);

    private static string Grouped(string text, int size, int first)
    {
        var grouped = new StringBuilder(text.Length + text.Length / size);
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= first && (i - first) % size == 0) grouped.Append(' ');
            grouped.Append(text[i]);
        }
        return grouped.ToString();
    }
}
