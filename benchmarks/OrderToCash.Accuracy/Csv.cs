using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderToCash.Accuracy;

/// <summary>
/// A table with a head row: fields by the name of their column in any order and case, quotes as in RFC 4180. A field that is not what it should be refuses
/// its row and answers with nothing; the rest of the table is read.
/// </summary>
internal sealed partial class Csv
{
    // A quote that is closed only after so many characters is one that somebody forgot.
    private const int MostCharactersOfRow = 200_000;

    private readonly string file;
    private readonly string text;
    private readonly bool hasLineFeeds;
    private readonly Rejections rejections;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string[] Fields, int Line)> rows = [];
    private readonly HashSet<int> refused = [];

    private Csv(string path, Rejections rejections)
    {
        (file, text, this.rejections) = (Path.GetFileName(path), File.ReadAllText(path), rejections);
        hasLineFeeds = text.Contains('\n', StringComparison.Ordinal);
        ReadRows();
        if (rows.Count == 0) throw new UnreadableException(file, CsvErrors.Empty.With());
        foreach (var name in rows[0].Fields.Select(n => n.Trim('\uFEFF', ' ')))
            if (!columns.TryAdd(name, columns.Count)) throw new UnreadableException(file, CsvErrors.ColumnTwice.With(("column", name)));
        rows.RemoveAt(0);
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Fields.Length != columns.Count)
                Refuse(i, CsvErrors.FieldCount.With(("fields", rows[i].Fields.Length), ("columns", columns.Count)));
    }

    public int Count => rows.Count;

    /// <param name="path">The file.</param>
    /// <param name="rejections">Takes what is refused.</param>
    /// <param name="needed">The columns it has to have.</param>
    /// <exception cref="UnreadableException">There is no head row, or it lacks a column or has one twice.</exception>
    public static Csv Read(string path, Rejections rejections, params ReadOnlySpan<string> needed)
    {
        var table = new Csv(path, rejections);
        foreach (var column in needed) table.Place(column);
        return table;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>True when something of a row is not what it should be.</summary>
    public bool IsRefused(int row) => refused.Contains(row);

    /// <summary>A field as it is; empty where the row is too short.</summary>
    public string Field(int row, string column) => Place(column) is var at && at < rows[row].Fields.Length ? rows[row].Fields[at] : "";

    /// <summary>
    /// An amount in hundredths, whatever the currency, with or without commas between thousands; more digits are rounded half
    /// away from zero.
    /// </summary>
    public long Hundredths(int row, string column) =>
        decimal.TryParse(Ungrouped(Field(row, column)), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            && Math.Abs(amount) <= Money.MaxMinorUnits / 100
            ? (long)decimal.Round(amount * 100, 0, MidpointRounding.AwayFromZero)
            : Bad<long>(row, column, CsvErrors.Amount);

    /// <summary>A share from 0 to 1.</summary>
    public decimal Share(int row, string column) =>
        decimal.TryParse(Field(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : Bad<decimal>(row, column, CsvErrors.Share);

    /// <summary>A place in an order, from 1.</summary>
    public int Rank(int row, string column) =>
        int.TryParse(Field(row, column), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank is > 0 and < 1_000_000
            ? rank
            : Bad<int>(row, column, CsvErrors.Rank);

    /// <summary>A currency by its code, in any case.</summary>
    public Primitives.Currency Currency(int row, string column) =>
        Primitives.Currency.TryOf(Field(row, column).Trim().ToUpperInvariant(), out var currency)
        ? currency
        : Bad<Primitives.Currency>(row, column, CsvErrors.Currency);

    /// <summary>An id, of something else or of the row.</summary>
    public string Id(int row, string column) => IsId(Field(row, column)) ? Field(row, column) : Bad<string>(row, column, CsvErrors.Id) ?? "";

    /// <summary>An id that no two rows may share; the first row that is good counts.</summary>
    public string Id(int row, string column, HashSet<string> seen)
    {
        var id = Id(row, column);
        if (!IsRefused(row) && !seen.Add(id)) Bad<string>(row, column, CsvErrors.Twice);
        return id;
    }

    /// <summary>A date, or another where the field is empty.</summary>
    public LocalDate Date(int row, string column, LocalDate otherwise) =>
        Field(row, column).Trim().Length == 0 ? otherwise : Date(row, column);

    /// <summary>One of some words.</summary>
    public string Word(int row, string column, params ReadOnlySpan<string> known)
    {
        if (known.Contains(Field(row, column))) return Field(row, column);
        Refuse(row, CsvErrors.Word.At(column, ("value", Field(row, column)), ("known", string.Join(", ", known.ToArray()))));
        return "";
    }

    /// <summary>A date as 20260320 or 2026-03-20.</summary>
    public LocalDate Date(int row, string column)
    {
        var date = Field(row, column).Replace("-", "", StringComparison.Ordinal);
        return DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            ? LocalDate.FromDateOnly(found)
            : Bad<LocalDate>(row, column, CsvErrors.Date);
    }

    /// <summary>Refuses a row.</summary>
    public void Refuse(int row, DomainError error)
    {
        // A row of too few or too many fields says nothing else for sure.
        if (rows[row].Fields.Length != columns.Count && error.Code != CsvErrors.FieldCount.Code) return;
        refused.Add(row);
        rejections.Add(file, rows[row].Line, error);
    }

    /// <summary>The members of a list: [1, 2], 1;2, 1 2 or 1|2.</summary>
    public static string[] List(string text) =>
        text.Split(['[', ']', ',', ';', '|', ' ', '"'], StringSplitOptions.RemoveEmptyEntries);

    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private T? Bad<T>(int row, string column, ErrorCode code)
    {
        Refuse(row, code.At(column, ("value", Field(row, column))));
        return default;
    }

    private int Place(string column) => columns.TryGetValue(column, out var at)
        ? at
        : throw new UnreadableException(file, CsvErrors.MissingColumn.With(("column", column), ("columns", string.Join(", ", columns.Keys))));

    private static bool IsId(string id) => id.Length is > 0 and <= 128 && !id.Any(char.IsControl)
        && !char.IsWhiteSpace(id[0]) && !char.IsWhiteSpace(id[^1]);

    // "12,5" stays what it is, which is no amount: a comma stands only in front of three digits.
    private static string Ungrouped(string text) =>
        text.Contains(',', StringComparison.Ordinal) && Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;

    [GeneratedRegex(@"^\s*-?\d{1,3}(,\d{3})+(\.\d*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    private void ReadRows()
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (fields, end) = ReadRow(at);
            if (fields is null)
            {
                // The quote was forgotten: the row is lost, what is behind its line is not.
                rejections.Add(file, line, CsvErrors.OpenQuote.With());
                end = text.IndexOf('\n', at) is >= 0 and var next ? next + 1 : text.Length;
            }
            else if (fields.Count > 1 || fields[0].Length > 0) rows.Add(([.. fields], line));
            line += text.AsSpan(at, end - at).Count('\n');
            at = end;
        }
    }

    // A return without a line feed behind it ends a row too, where the file has no others.
    private bool IsEnd(int at) => !hasLineFeeds && (at + 1 == text.Length || text[at + 1] != '\n');

    // A quote opens only at the begin of a field; elsewhere it is a character like others.
    private (List<string>? Fields, int End) ReadRow(int at)
    {
        var (fields, field, isQuoted, isBegin) = (new List<string>(), new StringBuilder(), false, true);
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (isQuoted && c == '"') isQuoted = false;
            else if (isQuoted)
            {
                if (i - at > MostCharactersOfRow) return (null, i);
                field.Append(c);
            }
            else if (isBegin && c == '"') (isQuoted, isBegin) = (true, false);
            else if (c is ',' or '\n' || c == '\r' && IsEnd(i))
            {
                fields.Add(field.ToString());
                field.Clear();
                isBegin = true;
                if (c != ',') return (fields, i + 1);
            }
            else if (c != '\r')
            {
                field.Append(c);
                isBegin = false;
            }
        }
        if (isQuoted) return (null, text.Length);
        fields.Add(field.ToString());
        return (fields, text.Length);
    }
}
