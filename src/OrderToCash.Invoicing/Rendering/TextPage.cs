using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>Writes a document as plain text in columns.</summary>
internal static class TextPage
{
    private const int MaxWidth = 40;

    internal static string Write(PrintedDocument document)
    {
        var text = new StringBuilder();
        text.Line($"{document.Title.ToUpperInvariant()} {document.Number}").Line("");
        Block(text, "From", document.Seller);
        Block(text, "To", document.Buyer);
        var labels = document.Facts.Count == 0 ? 0 : document.Facts.Max(f => f.Label.Length);
        foreach (var (label, value) in document.Facts) text.Line($"{label.PadRight(labels)}  {value}");
        text.Line("");
        Table(text, PrintedDocument.LineHeads, document.Lines, firstFigure: 2);
        Table(text, PrintedDocument.TaxHeads, document.Taxes, firstFigure: 1);
        var (left, right) = (document.Totals.Max(t => t.Label.Length), document.Totals.Max(t => t.Value.Length));
        foreach (var (label, value) in document.Totals) text.Line($"{label.PadRight(left)}  {value.PadLeft(right)}");
        text.Line("");
        if (document.Dues.Count > 0) Table(text, PrintedDocument.DueHeads, document.Dues, firstFigure: 1);
        foreach (var note in document.Notes) text.Line(note);
        return text.ToString();
    }

    private static void Block(StringBuilder text, string head, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++) text.Line($"{(i == 0 ? head : "").PadRight(6)}{lines[i]}");
        text.Line("");
    }

    private static void Table(StringBuilder text, string[] heads, IReadOnlyList<string[]> rows, int firstFigure)
    {
        var widths = heads.Select(h => h.Length).ToArray();
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], Math.Min(MaxWidth, row[i].Length));
        Row(text, heads, widths, firstFigure);
        text.Line(new string('-', widths.Sum() + 2 * (widths.Length - 1)));
        foreach (var row in rows) Row(text, row, widths, firstFigure);
        text.Line("");
    }

    private static void Row(StringBuilder text, string[] cells, int[] widths, int firstFigure) =>
        text.Line(string.Join("  ",
            cells.Select((cell, i) => i < firstFigure ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));

    private static StringBuilder Line(this StringBuilder text, string line)
    {
        foreach (var c in line.TrimEnd()) text.Append(char.IsControl(c) ? ' ' : c);
        return text.Append('\n');
    }
}
