namespace OrderToCash.Receivables;

/// <summary>What is wrong with rows of opening balances.</summary>
public static class OpeningErrors
{
    /// <summary>A column that is needed has no heading.</summary>
    public static readonly ErrorCode ColumnMissing = new("opening.column-missing", ErrorKind.Invalid,
        "The file has no column '{column}'.", "Add the heading, or name the column in the mapping.");

    /// <summary>A row has another number of fields than the headings, or a quote that never closes.</summary>
    public static readonly ErrorCode RowMalformed = new("opening.row-malformed", ErrorKind.Invalid,
        "Line {line} has {fields} fields, {expected} are expected; or a quotation mark is not closed.",
        "Put fields that hold the separator into quotation marks.");

    /// <summary>A field that is needed is empty.</summary>
    public static readonly ErrorCode FieldMissing = new("opening.field-missing", ErrorKind.Invalid,
        "Line {line} has nothing in '{column}'.", "Fill the field in.");

    /// <summary>A field is no date.</summary>
    public static readonly ErrorCode NotADate = new("opening.not-a-date", ErrorKind.Invalid,
        "Line {line}, '{column}': '{text}' is no date of the pattern.", "Write the date as the mapping says.");

    /// <summary>A field is no amount of its currency.</summary>
    public static readonly ErrorCode NotAnAmount = new("opening.not-an-amount", ErrorKind.Invalid,
        "Line {line}, '{column}': '{text}' is no amount of the currency.", "Check separators and the number of decimals.");

    /// <summary>A field is no currency that can be posted.</summary>
    public static readonly ErrorCode NotACurrency = new("opening.not-a-currency", ErrorKind.Invalid,
        "Line {line}, '{column}': '{text}' is no currency.", "Write the code of ISO 4217.");

    /// <summary>A field is no number above zero.</summary>
    public static readonly ErrorCode NotANumber = new("opening.not-a-number", ErrorKind.Invalid,
        "Line {line}, '{column}': '{text}' is no number above zero.", "Write digits.");

    /// <summary>A field is no id.</summary>
    public static readonly ErrorCode NotAnId = new("opening.not-an-id", ErrorKind.Invalid,
        "Line {line}, '{column}': '{text}' can't be an id.", "Shorten it, and leave control characters out.");

    /// <summary>A row is of a customer that is not known.</summary>
    public static readonly ErrorCode CustomerUnknown = new("opening.customer-unknown", ErrorKind.NotFound,
        "Line {line}: {item} is of customer {customer}, who is not known.", "Open the customer first, or correct his number.");

    /// <summary>An item is in the rows twice.</summary>
    public static readonly ErrorCode RowTwice = new("opening.row-twice", ErrorKind.Conflict,
        "Line {line}: {item} is on line {first} already.", "Remove the row, or give it a number of its own.");

    /// <summary>An item was taken over before, with other figures.</summary>
    public static readonly ErrorCode RowDiffers = new("opening.row-differs", ErrorKind.Conflict,
        "Line {line}: {item} was taken over before as {before}, the row says {amount}.",
        "Correct it by business events; what was taken over stays.");

    /// <summary>An open item of that id did not come from opening balances.</summary>
    public static readonly ErrorCode ItemTaken = new("opening.item-taken", ErrorKind.Conflict,
        "Line {line}: {item} is an item of the business since the books began.", "Give the row an id of its own.");

    /// <summary>A row says nothing.</summary>
    public static readonly ErrorCode AmountZero = new("opening.amount-zero", ErrorKind.Invalid,
        "Line {line}: {item} has nothing open.", "Leave settled items out.");

    /// <summary>A document is from after the books began.</summary>
    public static readonly ErrorCode DateAfterOpening = new("opening.date-after-opening", ErrorKind.Invalid,
        "Line {line}: {item} of {documentDate} is from after the books began on {date}.", "Post it as business.");

    /// <summary>A foreign amount comes without its value in the books.</summary>
    public static readonly ErrorCode ValueMissing = new("opening.value-missing", ErrorKind.Invalid,
        "Line {line}: {item} of {amount} needs a rate to {functional}, or the amount in it.",
        "Give the value it had in the old books: results of exchange are measured from it.");

    /// <summary>The two amounts of a row do not fit together.</summary>
    public static readonly ErrorCode ValueDiffers = new("opening.value-differs", ErrorKind.Invalid,
        "Line {line}: {item} says {amount} and {functional}.",
        "The signs are the same, and in the currency of the books the amounts are.");

    /// <summary>What was taken over is not what the old books had.</summary>
    public static readonly ErrorCode TotalDiffers = new("opening.total-differs", ErrorKind.Refused,
        "{customer}: the old books had {expected}, the rows have {actual}.", "Look for the rows that are missing or wrong.");
}
