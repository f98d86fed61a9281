namespace OrderToCash.Tax;

/// <summary>Why sales tax is not computed, or a table of jurisdictions is not one.</summary>
public static class SalesTaxErrors
{
    /// <summary>The table has nothing for the state.</summary>
    public static readonly ErrorCode StateUnknown = new("sales-tax.state-unknown", ErrorKind.NotFound,
        "The table knows no state '{state}'.", "Add the state and its jurisdictions.");

    /// <summary>A place without state or post code.</summary>
    public static readonly ErrorCode PlaceIncomplete = new("sales-tax.place-incomplete", ErrorKind.Invalid,
        "The place lacks {field}.", "State it; local tax depends on it.");

    /// <summary>A jurisdiction of the place has no rate on the day.</summary>
    public static readonly ErrorCode RateMissing = new("sales-tax.rate-missing", ErrorKind.NotFound,
        "{jurisdiction} has no rate on {class} for {date}.", "Add the rate; zero where the class is exempt.");

    /// <summary>A line without a positive quantity, or with a net in another currency.</summary>
    public static readonly ErrorCode LineInvalid = new("sales-tax.line-invalid", ErrorKind.Invalid,
        "Line {line} can't be taxed: {reason}.", "Correct the line.");

    /// <summary>A row of the table is malformed, or names what is not in it.</summary>
    public static readonly ErrorCode TableInvalid = new("sales-tax.table-invalid", ErrorKind.Invalid,
        "{row} is not right: {reason}.", "Correct the row.");
}
