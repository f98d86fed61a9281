namespace OrderToCash.Banking;

/// <summary>Rows of a CSV whose columns a mapping names.</summary>
/// <param name="rows">The rows.</param>
/// <param name="names">The columns that the mapping names.</param>
/// <param name="linesToSkip">Rows in front of the headings.</param>
/// <param name="hasNoHeadings">True when columns are named by position only.</param>
internal abstract class CsvWalk<T>(CsvRows rows, IEnumerable<string> names, int linesToSkip, bool hasNoHeadings) : FileWalk<T>
    where T : notnull
{
    private CsvColumns? columns;

    protected CsvRows Rows => rows;

    protected abstract void TakeRow();

    protected abstract void EndFile();

    protected string Field(string column) => columns!.At(rows.Fields, column);

    protected sealed override bool Step()
    {
        if (columns is null && !TryBegin()) return false;
        if (rows.TryRead())
        {
            if (rows.Fields.Any(f => f.Length > 0)) TakeRow();
            return true;
        }
        EndFile();
        return false;
    }

    private bool TryBegin()
    {
        for (var i = 0; i < linesToSkip; i++)
            if (!rows.TryRead()) break;
        if (!hasNoHeadings && !rows.TryRead())
        {
            Refusal = BankFileErrors.Empty.With(("line", 1), ("position", 1));
            return false;
        }
        var (found, missing) = CsvColumns.Of(names, rows.Fields, hasNoHeadings);
        columns = found;
        if (missing.Count == 0) return true;
        Refusal = BankFileErrors.ColumnMissing.With(
            ("columns", string.Join(", ", missing)), ("line", Math.Max(1, rows.Line)), ("position", 1));
        return false;
    }
}
