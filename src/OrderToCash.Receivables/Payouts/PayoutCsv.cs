using System.Globalization;
using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Reads the rows of a payout from a file with headings; quotes as in RFC 4180, decimal points, no thousands marks.
/// </summary>
public static class PayoutCsv
{
    /// <summary>
    /// The rows in the order of the file. Finds all at once, with their lines: <c>payout.column-missing</c>,
    /// <c>payout.cell-invalid</c>.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="payout">The currency of the payout: of fees, nets and converted amounts.</param>
    /// <param name="mapping">Which column holds what.</param>
    public static Result<EquatableArray<PayoutRow>> Read(TextReader text, Currency payout, PayoutCsvMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mapping);
        var (rows, findings) = (new List<PayoutRow>(), new List<DomainError>());
        var headings = Record(text, mapping.Delimiter);
        if (headings is null) return Result.Failure<EquatableArray<PayoutRow>>(Missing(mapping.Reference));
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headings.Count; i++) columns.TryAdd(headings[i].Trim().TrimStart('\uFEFF'), i);
        string[] needed =
        [
            mapping.Reference, mapping.Kind, mapping.Payment, mapping.Currency, mapping.Gross, mapping.Fee, mapping.Net,
        ];
        findings.AddRange(needed.Where(c => !columns.ContainsKey(c)).Select(Missing));
        if (findings.Count > 0) return Result.Failure<EquatableArray<PayoutRow>>(findings);
        for (var line = 2; Record(text, mapping.Delimiter) is { } cells; line++)
            if (cells.Count > 1 || cells[0].Length > 0)
                if (new Row(cells, columns, line, findings).Read(payout, mapping) is { } row) rows.Add(row);
        return Result.Validated(rows.ToEquatableArray(), findings);
    }

    private static DomainError Missing(string column) => PayoutErrors.ColumnMissing.At(column, ("column", column));

    private sealed class Row(List<string> cells, Dictionary<string, int> columns, int line, List<DomainError> findings)
    {
        internal PayoutRow? Read(Currency payout, PayoutCsvMapping mapping)
        {
            var before = findings.Count;
            var kind = default(PayoutRowKind?);
            foreach (var name in mapping.Kinds)
                if (string.Equals(name.Text, Cell(mapping.Kind), StringComparison.OrdinalIgnoreCase)) kind = name.Kind;
            if (kind is null) Invalid(mapping.Kind);
            if (Cell(mapping.Reference).Length == 0) Invalid(mapping.Reference);
            var currency = payout;
            if (Cell(mapping.Currency).Length > 0 && !Currency.TryOf(Cell(mapping.Currency), out currency))
                Invalid(mapping.Currency);
            var gross = Amount(mapping.Gross, currency);
            var converted = Cell(mapping.Converted).Length == 0 ? null : Amount(mapping.Converted, payout);
            var (fee, net) = (Amount(mapping.Fee, payout, mayBeEmpty: true), Amount(mapping.Net, payout));
            return findings.Count > before ? null : new()
            {
                Reference = Cell(mapping.Reference), Kind = kind!.Value, Payment = Cell(mapping.Payment), Gross = gross!.Value,
                Converted = converted, Fee = fee!.Value, Net = net!.Value,
            };
        }

        private string Cell(string column) =>
            column.Length > 0 && columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at].Trim() : "";

        private Money? Amount(string column, Currency currency, bool mayBeEmpty = false)
        {
            var text = Cell(column);
            if (mayBeEmpty && text.Length == 0) return Money.Zero(currency);
            if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number) && Money.TryOf(number, currency, out var money))
                return money;
            Invalid(column);
            return null;
        }

        private void Invalid(string column) => findings.Add(PayoutErrors.CellInvalid.At($"line {line}",
            ("line", line), ("text", Cell(column)), ("column", column)));
    }

    // One record: cells between delimiters, quoted ones may hold delimiters, quotes and line ends.
    private static List<string>? Record(TextReader text, string delimiter)
    {
        if (text.Peek() < 0) return null;
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        while (text.Read() is var next && next >= 0)
        {
            var c = (char)next;
            if (isQuoted && c == '"' && text.Peek() == '"') cell.Append((char)text.Read());
            else if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && c == '\n') break;
            else if (!isQuoted && delimiter.Length == 1 && c == delimiter[0])
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (isQuoted || c != '\r') cell.Append(c);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
