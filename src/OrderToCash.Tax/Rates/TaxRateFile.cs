namespace OrderToCash.Tax;

/// <summary>
/// What a file of rates held: the good rows, and every fault of the others with its row. Nothing good is lost for something bad;
/// whether faults are acceptable is for the host to say.
/// </summary>
public sealed record TaxRateFile
{
    /// <summary>The most rows a file may have; further ones are refused (<see cref="TaxRateFileErrors.TooManyRows"/>).</summary>
    public const int MaxRows = 100_000;

    /// <summary>The most faults that are listed; the rest is only counted (<see cref="RowsRefused"/>).</summary>
    public const int MaxFindings = 1_000;

    /// <summary>The good rows, in the order of the file; never overlapping.</summary>
    public EquatableArray<TaxRate> Rates { get; init; }

    /// <summary>The faults, in the order of the file.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>How many rows the file had, header and blank lines not counted.</summary>
    public int RowsRead { get; init; }

    /// <summary>How many of them were refused.</summary>
    public int RowsRefused { get; init; }

    /// <summary>The good rows as a table.</summary>
    /// <param name="asOf">The last day they were compared with the law.</param>
    public TaxRateTable ToTable(LocalDate asOf) => TaxRateTable.Create(Rates, asOf).Value;

    /// <summary>
    /// Reads comma-separated text (RFC 4180) with a header that names the columns in any order: <c>country</c>, <c>class</c>,
    /// <c>rate</c> (percent, with a point), <c>from</c> (ISO 8601), and if wanted <c>territory</c>, <c>until</c> (inclusive),
    /// <c>source</c>. Faults: <see cref="TaxRateFileErrors.ColumnMissing"/>, <see cref="TaxRateFileErrors.RowMalformed"/>,
    /// <see cref="TaxRateFileErrors.FieldInvalid"/>, <see cref="TaxRateFileErrors.RowOverlaps"/>,
    /// <see cref="TaxRateFileErrors.TooManyRows"/>. O(rows log rows).
    /// </summary>
    public static TaxRateFile ReadCsv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TaxRateCsv.Read(text);
    }

    /// <summary>
    /// Reads a JSON array of objects with the names of the CSV columns, or an object with such an array in <c>rates</c>; rates
    /// are strings or numbers in percent. Faults as for CSV, and <see cref="TaxRateFileErrors.JsonMalformed"/>.
    /// </summary>
    public static TaxRateFile ReadJson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TaxRateJson.Read(text);
    }
}
