namespace OrderToCash.Receivables;

/// <summary>What was read from a file of opening balances: the rows that can be read, and why the others can't.</summary>
public sealed record OpeningFile
{
    /// <summary>The rows, in the order of the file.</summary>
    public EquatableArray<OpeningRow> Rows { get; init; }

    /// <summary>Everything that can't be read, each with line and column, in that order.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>
    /// Reads comma-separated text (RFC 4180) with headings. A bad field costs its row, not the file: every bad field of every row
    /// is found (<see cref="OpeningErrors"/>: column-missing, row-malformed, field-missing, not-a-date, not-an-amount,
    /// not-a-currency, not-a-number, not-an-id). Columns the mapping does not name are passed over.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="columns">Which column is what.</param>
    /// <param name="functionalCurrency">The currency of the books.</param>
    /// <param name="date">The day the books begin: the date of the rates.</param>
    public static OpeningFile Read(string text, OpeningColumns columns, Currency functionalCurrency, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(columns);
        var reader = new OpeningReader(columns, functionalCurrency, date);
        reader.Read(text);
        return new() { Rows = reader.Rows.ToEquatableArray(), Findings = reader.Findings.ToEquatableArray() };
    }
}
