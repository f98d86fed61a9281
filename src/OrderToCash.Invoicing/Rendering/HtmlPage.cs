using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>Writes a document as one HTML page.</summary>
internal static class HtmlPage
{
    private const string Style = """
        @page{size:A4;margin:18mm}
        body{font:10pt/1.4 "Helvetica Neue",Arial,sans-serif;color:#1a1a1a;max-width:180mm;margin:12mm auto}
        header{display:flex;justify-content:space-between;gap:12mm;margin-bottom:8mm}
        h1{font-size:18pt;margin:0 0 6mm;font-weight:600}
        address{font-style:normal}address b{display:block}
        dl{display:grid;grid-template-columns:auto 1fr;gap:.5mm 6mm;margin:0 0 8mm}dt{color:#666}dd{margin:0}
        table{width:100%;border-collapse:collapse;margin:0 0 6mm}thead{display:table-header-group}tr{break-inside:avoid}
        th{text-align:left;font-weight:600;border-bottom:1px solid #1a1a1a;padding:1mm 2mm 1mm 0}
        td{border-bottom:1px solid #ddd;padding:1mm 2mm 1mm 0;vertical-align:top}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .totals{width:auto;margin-left:auto}.totals .due td{font-weight:600;border-bottom:2px solid #1a1a1a}
        .notes{color:#444;font-size:9pt}
        """;

    internal static string Write(PrintedDocument document)
    {
        var html = new StringBuilder(4096 + document.Lines.Count * 200);
        var title = $"{document.Title} {document.Number}";
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Text(title)
            .Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n");
        html.Append("<header>\n").Party(document.Buyer).Party(document.Seller).Append("</header>\n");
        html.Append("<h1>").Text(title).Append("</h1>\n<dl>\n");
        foreach (var (label, value) in document.Facts)
            html.Append("<dt>").Text(label).Append("</dt><dd>").Text(value).Append("</dd>\n");
        html.Append("</dl>\n");
        html.Table(PrintedDocument.LineHeads, document.Lines, "lines", firstFigure: 2);
        html.Table(PrintedDocument.TaxHeads, document.Taxes, "taxes", firstFigure: 1);
        html.Append("<table class=\"totals\">\n<tbody>\n");
        foreach (var (label, value) in document.Totals)
            html.Append(label is "Payable" or "Credited" ? "<tr class=\"due\"><td>" : "<tr><td>").Text(label)
                .Append("</td><td class=\"n\">").Text(value).Append("</td></tr>\n");
        html.Append("</tbody>\n</table>\n");
        if (document.Dues.Count > 0) html.Table(PrintedDocument.DueHeads, document.Dues, "dues", firstFigure: 1);
        foreach (var note in document.Notes) html.Append("<p class=\"notes\">").Text(note).Append("</p>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static StringBuilder Party(this StringBuilder html, IReadOnlyList<string> lines)
    {
        html.Append("<address><b>").Text(lines[0]).Append("</b>");
        for (var i = 1; i < lines.Count; i++) html.Append(i == 1 ? "" : "<br>").Text(lines[i]);
        return html.Append("</address>\n");
    }

    private static void Table(this StringBuilder html, string[] heads, IReadOnlyList<string[]> rows, string kind, int firstFigure)
    {
        html.Append("<table class=\"").Append(kind).Append("\">\n<thead><tr>");
        for (var i = 0; i < heads.Length; i++)
            html.Append(i < firstFigure ? "<th>" : "<th class=\"n\">").Text(heads[i]).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                html.Append(i < firstFigure ? "<td>" : "<td class=\"n\">").Text(row[i]).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    // Characters that HTML gives a meaning, and control characters, which it does not allow.
    private static StringBuilder Text(this StringBuilder html, string text)
    {
        foreach (var c in text)
            switch (c)
            {
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '&': html.Append("&amp;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                case '\n': html.Append("<br>"); break;
                default: html.Append(char.IsControl(c) ? ' ' : c); break;
            }
        return html;
    }
}
