using System.Globalization;
using System.Text;

namespace OrderToCash.Accuracy;

/// <summary>A table with a head row: fields by the name of their column, quotes as in RFC 4180.</summary>
internal sealed class Csv
{
    private readonly Dictionary<string, int> columns;
    private readonly List<string[]> rows;

    private Csv(Dictionary<string, int> columns, List<string[]> rows) => (this.columns, this.rows) = (columns, rows);

    public int Count => rows.Count;

    public static Csv Read(string path)
    {
        var rows = Rows(File.ReadAllText(path));
        if (rows.Count == 0) throw new InvalidDataException($"{path} has no head row.");
        var columns = rows[0].Select((name, at) => (name, at)).ToDictionary(c => c.name.Trim('\uFEFF', ' '), c => c.at, StringComparer.Ordinal);
        var short_ = rows.FindIndex(r => r.Length != columns.Count);
        if (short_ > 0) throw new InvalidDataException($"{path}: row {short_ + 1} has {rows[short_].Length} fields, not {columns.Count}.");
        return new(columns, rows[1..]);
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public string Field(int row, string column) => columns.TryGetValue(column, out var at)
        ? rows[row][at]
        : throw new InvalidDataException($"There is no column '{column}'; there are {string.Join(", ", columns.Keys)}.");

    /// <summary>An amount in hundredths, whatever the currency; more digits are rounded half away from zero.</summary>
    public long Hundredths(int row, string column) => (long)decimal.Round(
        decimal.Parse(Field(row, column), NumberStyles.Float, CultureInfo.InvariantCulture) * 100, 0, MidpointRounding.AwayFromZero);

    /// <summary>A date as 20260320 or 2026-03-20.</summary>
    public LocalDate Date(int row, string column)
    {
        var text = Field(row, column).Replace("-", "", StringComparison.Ordinal);
        int Part(int start, int length) => int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
        return new(Part(0, 4), Part(4, 2), Part(6, 2));
    }

    /// <summary>The members of a list: [1, 2], 1;2, 1 2 or 1|2.</summary>
    public static string[] List(string text) =>
        text.Split(['[', ']', ',', ';', '|', ' ', '"'], StringSplitOptions.RemoveEmptyEntries);

    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string[]> Rows(string text)
    {
        var (rows, fields, field, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted) EndField();
            else if (c == '\n' && !isQuoted) EndRow();
            else if (c != '\r' || isQuoted) field.Append(c);
        }
        if (field.Length > 0 || fields.Count > 0) EndRow();
        return rows;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRow()
        {
            EndField();
            if (fields.Count > 1 || fields[0].Length > 0) rows.Add([.. fields]);
            fields.Clear();
        }
    }
}
