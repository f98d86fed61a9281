using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderToCash.Accuracy;

/// <summary>A table with a head row: fields by the name of their column, quotes as in RFC 4180.</summary>
internal sealed partial class Csv
{
    private readonly string path;
    private readonly Dictionary<string, int> columns;
    private readonly List<string[]> rows;

    private Csv(string path, Dictionary<string, int> columns, List<string[]> rows) =>
        (this.path, this.columns, this.rows) = (path, columns, rows);

    public int Count => rows.Count;

    public static Csv Read(string path)
    {
        var rows = Rows(File.ReadAllText(path));
        if (rows.Count == 0) throw new InvalidDataException($"{path} has no head row.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in rows[0])
            if (!columns.TryAdd(name.Trim('\uFEFF', ' '), columns.Count)) throw new InvalidDataException($"{path} has the column '{name}' twice.");
        var odd = rows.FindIndex(r => r.Length != columns.Count);
        if (odd > 0) throw new InvalidDataException($"{path}: row {odd + 1} has {rows[odd].Length} fields, not {columns.Count}.");
        return new(path, columns, rows[1..]);
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public string Field(int row, string column) => columns.TryGetValue(column, out var at)
        ? rows[row][at]
        : throw new InvalidDataException($"{path} has no column '{column}'; it has {string.Join(", ", columns.Keys)}.");

    /// <summary>
    /// An amount in hundredths, whatever the currency, with or without commas between thousands; more digits are rounded half
    /// away from zero.
    /// </summary>
    public long Hundredths(int row, string column) =>
        decimal.TryParse(Ungrouped(Field(row, column)), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            && Math.Abs(amount) <= Money.MaxMinorUnits / 100
            ? (long)decimal.Round(amount * 100, 0, MidpointRounding.AwayFromZero)
            : throw Bad(row, column, "an amount");

    /// <summary>A share from 0 to 1.</summary>
    public decimal Share(int row, string column) =>
        decimal.TryParse(Field(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw Bad(row, column, "a share from 0 to 1");

    /// <summary>A currency by its code, in any case.</summary>
    public Primitives.Currency Currency(int row, string column) =>
        Primitives.Currency.TryOf(Field(row, column).Trim().ToUpperInvariant(), out var currency)
        ? currency
        : throw Bad(row, column, "a currency");

    /// <summary>What no two rows may share.</summary>
    public string Id(int row, string column, HashSet<string> seen) => seen.Add(Field(row, column))
        ? Field(row, column)
        : throw Bad(row, column, "an id of its own");

    /// <summary>A date as 20260320 or 2026-03-20.</summary>
    public LocalDate Date(int row, string column)
    {
        var text = Field(row, column).Replace("-", "", StringComparison.Ordinal);
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LocalDate.FromDateOnly(date)
            : throw Bad(row, column, "a date");
    }

    // Rows are counted as an editor shows them: the head is row 1.
    private InvalidDataException Bad(int row, string column, string wanted) =>
        new($"{path}: row {row + 2}: {column} '{Field(row, column)}' is not {wanted}.");

    /// <summary>The members of a list: [1, 2], 1;2, 1 2 or 1|2.</summary>
    public static string[] List(string text) =>
        text.Split(['[', ']', ',', ';', '|', ' ', '"'], StringSplitOptions.RemoveEmptyEntries);

    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // "12,5" stays what it is, which is no amount: a comma stands only in front of three digits.
    private static string Ungrouped(string text) =>
        text.Contains(',', StringComparison.Ordinal) && Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;

    [GeneratedRegex(@"^\s*-?\d{1,3}(,\d{3})+(\.\d*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

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
