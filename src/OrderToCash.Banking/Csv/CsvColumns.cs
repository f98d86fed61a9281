using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Where the columns of a mapping are in this file; -1 for one the mapping does not name.</summary>
internal sealed class CsvColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the headings have all of these names.</summary>
    public static bool AllFound(IEnumerable<string> names, IReadOnlyList<string> headings) =>
        new CsvColumns().Locate(names, headings, hasNoHeadings: false).Count == 0;

    /// <summary>The columns of these names; the missing ones beside them.</summary>
    public static (CsvColumns Columns, IReadOnlyList<string> Missing) Of(
        IEnumerable<string> names, IReadOnlyList<string> headings, bool hasNoHeadings)
    {
        var columns = new CsvColumns();
        return (columns, columns.Locate(names, headings, hasNoHeadings));
    }

    /// <summary>The field of a row; empty when the row is shorter or the mapping names no such column.</summary>
    public string At(IReadOnlyList<string> row, string column) =>
        column.Length > 0 && places.TryGetValue(column, out var place) && place < row.Count ? row[place] : "";

    private List<string> Locate(IEnumerable<string> names, IReadOnlyList<string> headings, bool hasNoHeadings)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (name.Length == 0 || places.ContainsKey(name)) continue;
            var place = -1;
            for (var i = 0; i < headings.Count && place < 0 && !hasNoHeadings; i++)
                if (string.Equals(headings[i], name, StringComparison.OrdinalIgnoreCase)) place = i;
            var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
            if (place < 0 && isNumber && position > 0) place = position - 1;
            if (place < 0) missing.Add(name);
            else places[name] = place;
        }
        return missing;
    }
}
