namespace OrderToCash.Accuracy;

/// <summary>What can be wrong with a table. A finding refuses its row, unless it is about the file; the other rows are decided.</summary>
internal static class CsvErrors
{
    /// <summary>The row has not as many fields as the head.</summary>
    public static readonly ErrorCode FieldCount = new("csv.field-count", ErrorKind.Invalid,
        "The row has {fields} fields, the head has {columns}.", "Quote fields that hold commas.");

    /// <summary>A quote is never closed.</summary>
    public static readonly ErrorCode OpenQuote = new("csv.open-quote", ErrorKind.Invalid,
        "A quoted field of the row does not end.", "Close the quote, or double it where it is meant.");

    /// <summary>No amount.</summary>
    public static readonly ErrorCode Amount = new("csv.amount", ErrorKind.Invalid, "'{value}' is not an amount.", "Write 1234.56 or 1,234.56.");

    /// <summary>No date.</summary>
    public static readonly ErrorCode Date = new("csv.date", ErrorKind.Invalid, "'{value}' is not a date.", "Write 2026-03-20 or 20260320.");

    /// <summary>No currency.</summary>
    public static readonly ErrorCode Currency = new("csv.currency", ErrorKind.Invalid, "'{value}' is not a currency.", "Write the code of ISO 4217.");

    /// <summary>No share.</summary>
    public static readonly ErrorCode Share = new("csv.share", ErrorKind.Invalid, "'{value}' is not a share.", "Write a number from 0 to 1.");

    /// <summary>No rank.</summary>
    public static readonly ErrorCode Rank = new("csv.rank", ErrorKind.Invalid, "'{value}' is not a rank.", "Write 1 for the best.");

    /// <summary>No id.</summary>
    public static readonly ErrorCode Id = new("csv.id", ErrorKind.Invalid, "'{value}' is not an id.",
        "An id has 1 to 128 characters, no control characters and no blanks at its ends.");

    /// <summary>No word that is known here.</summary>
    public static readonly ErrorCode Word = new("csv.word", ErrorKind.Invalid, "'{value}' is none of {known}.", "Write one of them.");

    /// <summary>An id is there twice.</summary>
    public static readonly ErrorCode Twice = new("csv.id-twice", ErrorKind.Invalid, "'{value}' is there twice.", "The first row counts; remove one.");

    /// <summary>The file has no head row.</summary>
    public static readonly ErrorCode Empty = new("csv.empty", ErrorKind.Invalid, "The file has no head row.", "Export it again.");

    /// <summary>The file lacks a column.</summary>
    public static readonly ErrorCode MissingColumn = new("csv.missing-column", ErrorKind.Invalid,
        "The head has no column {column}; it has {columns}.", "Use the columns of the documentation.");

    /// <summary>A column is there twice.</summary>
    public static readonly ErrorCode ColumnTwice = new("csv.column-twice", ErrorKind.Invalid, "The head has the column {column} twice.", "Remove one.");
}
