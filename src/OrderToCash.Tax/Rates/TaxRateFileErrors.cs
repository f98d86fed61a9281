namespace OrderToCash.Tax;

/// <summary>Why a row of a file of rates, or the file, is not what it should be. Rows count from 1, without the header.</summary>
public static class TaxRateFileErrors
{
    /// <summary>The header lacks a column that every row needs.</summary>
    public static readonly ErrorCode ColumnMissing = new("tax-rate-file.column-missing", ErrorKind.Invalid,
        "The header has no column {column}.", "Name country, class, rate and from in the first line.");

    /// <summary>A row has too few or too many fields, an open quotation mark, or is no object.</summary>
    public static readonly ErrorCode RowMalformed = new("tax-rate-file.row-malformed", ErrorKind.Invalid,
        "Row {row} is not one: {reason}.", "Correct the row.");

    /// <summary>A field does not hold what its column says.</summary>
    public static readonly ErrorCode FieldInvalid = new("tax-rate-file.field-invalid", ErrorKind.Invalid,
        "Row {row}: '{value}' is no {field}.", "Correct the field.");

    /// <summary>An earlier row of the file holds for the same place, class and day.</summary>
    public static readonly ErrorCode RowOverlaps = new("tax-rate-file.row-overlaps", ErrorKind.Invalid,
        "Row {row}: another {class} rate of {country} holds on {date} already.", "Remove one, or correct the dates.");

    /// <summary>The file goes on after the last row that is read.</summary>
    public static readonly ErrorCode TooManyRows = new("tax-rate-file.too-many-rows", ErrorKind.Invalid,
        "The file has more than {limit} rows.", "Split it.");

    /// <summary>The text is no JSON, or holds no list of rates.</summary>
    public static readonly ErrorCode JsonMalformed = new("tax-rate-file.json-malformed", ErrorKind.Invalid,
        "The file is no JSON list of rates: {reason}.", "Write an array of objects, or an object with an array 'rates'.");
}
