using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Where the columns of a mapping are in this file; -1 for one the mapping does not name.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False with the names that are missing among the headings.</summary>
    public static bool TryFind(CsvMapping mapping, IReadOnlyList<string> headings, out IReadOnlyList<string> missing)
    {
        var columns = new CsvColumns();
        missing = columns.Locate(mapping, headings);
        return missing.Count == 0;
    }

    public static (CsvColumns Columns, IReadOnlyList<string> Missing) Of(CsvMapping mapping, IReadOnlyList<string> headings)
    {
        var columns = new CsvColumns();
        return (columns, columns.Locate(mapping, headings));
    }

    /// <summary>The field of a row; empty when the row is shorter or the mapping names no such column.</summary>
    public string At(IReadOnlyList<string> row, string column) =>
        column.Length > 0 && places.TryGetValue(column, out var place) && place < row.Count ? row[place] : "";

    private List<string> Locate(CsvMapping mapping, IReadOnlyList<string> headings)
    {
        var missing = new List<string>();
        foreach (var name in Names(mapping))
        {
            if (name.Length == 0 || places.ContainsKey(name)) continue;
            var place = -1;
            for (var i = 0; i < headings.Count && place < 0 && !mapping.HasNoHeadings; i++)
                if (string.Equals(headings[i], name, StringComparison.OrdinalIgnoreCase)) place = i;
            var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
            if (place < 0 && isNumber && position > 0) place = position - 1;
            if (place < 0) missing.Add(name);
            else places[name] = place;
        }
        return missing;
    }

    private static IEnumerable<string> Names(CsvMapping m) =>
    [
        m.BookedOn, m.ValueOn, m.Amount, m.Credit, m.Debit, m.Direction, m.AccountColumn, m.CurrencyColumn, m.Balance,
        m.CounterpartyName, m.CounterpartyAccount, .. m.Text, m.BankReference, m.EndToEndId, m.TransactionCode,
    ];
}
