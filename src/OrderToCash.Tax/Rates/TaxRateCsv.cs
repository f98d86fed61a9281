using System.Text;

namespace OrderToCash.Tax;

/// <summary>Rates in comma-separated text. A quotation mark that never closes costs its row, not the file.</summary>
internal static class TaxRateCsv
{
    internal static TaxRateFile Read(string text)
    {
        var rows = new TaxRateRows();
        var (position, columns) = (0, (string[]?)null);
        if (text.StartsWith('\uFEFF')) position = 1;
        while (position < text.Length)
        {
            var fields = ReadRow(text, ref position, out var fault);
            if (fields is [""] && fault is null) continue;
            if (columns is null)
            {
                columns = [.. fields.Select(f => f.Trim().ToLowerInvariant())];
                var missing = TaxRateRows.Required.Except(columns).ToList();
                foreach (var column in missing) rows.Fault(TaxRateFileErrors.ColumnMissing.At("header", ("column", column)));
                if (missing.Count > 0) return rows.Done();
                continue;
            }
            if (!rows.HasRoom()) break;
            if (fault is not null) rows.Malformed(fault);
            else if (fields.Count != columns.Length) rows.Malformed($"{fields.Count} fields instead of {columns.Length}");
            else
            {
                var names = columns;
                rows.Add(name => Array.IndexOf(names, name) is >= 0 and var i ? fields[i].Trim() : "");
            }
        }
        if (columns is null)
            foreach (var column in TaxRateRows.Required)
                rows.Fault(TaxRateFileErrors.ColumnMissing.At("header", ("column", column)));
        return rows.Done();
    }

    private static List<string> ReadRow(string text, ref int position, out string? fault)
    {
        var fields = new List<string>();
        var end = text.AsSpan(position).IndexOf('\n') is >= 0 and var line ? position + line : text.Length;
        fault = null;
        while (true)
        {
            if (position < text.Length && text[position] == '"')
            {
                fields.Add(ReadQuoted(text, ref position, ref fault));
                if (fault is not null)
                {
                    position = Math.Min(end + 1, text.Length);
                    return fields;
                }
            }
            else
            {
                var start = position;
                while (position < text.Length && text[position] is not (',' or '\r' or '\n')) position++;
                fields.Add(text[start..position]);
            }
            if (position >= text.Length) return fields;
            if (text[position] == ',')
            {
                position++;
                continue;
            }
            if (text[position] == '\r') position++;
            if (position < text.Length && text[position] == '\n') position++;
            return fields;
        }
    }

    private static string ReadQuoted(string text, ref int position, ref string? fault)
    {
        var field = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '"')
            {
                if (field.Length < 1_000) field.Append(text[position]);
                else break;
            }
            else if (position + 1 < text.Length && text[position + 1] == '"') field.Append(text[position++]);
            else
            {
                position++;
                if (position < text.Length && text[position] is not (',' or '\r' or '\n'))
                    fault = "text follows a closed quotation mark";
                return field.ToString();
            }
        }
        fault = "a quotation mark is not closed";
        return "";
    }
}
