namespace OrderToCash.Quickstart;

/// <summary>What can be wrong with the sample's input files. A finding concerns one row, unless it says "the file".</summary>
public static class InputErrors
{
    /// <summary>The file is not there, or may not be read.</summary>
    public static readonly ErrorCode Missing = new("input.missing", ErrorKind.NotFound,
        "The file {path} can't be opened: {reason}", "Check the path and the permissions.");

    /// <summary>The file has no rows.</summary>
    public static readonly ErrorCode Empty = new("input.empty", ErrorKind.Invalid,
        "The file has no rows.", "Export it again; it needs a header and at least one row.");

    /// <summary>The file is no text: packed, UTF-16, a workbook.</summary>
    public static readonly ErrorCode NotText = new("input.not-text", ErrorKind.Invalid,
        "The file is {form}, not UTF-8 text.", "Unpack it, or save it as CSV in UTF-8.");

    /// <summary>Bytes of the row are no UTF-8.</summary>
    public static readonly ErrorCode WrongEncoding = new("input.wrong-encoding", ErrorKind.Invalid,
        "The row has bytes that are not UTF-8.", "Save the file as UTF-8; it looks like Windows-1252 or ISO 8859-1.");

    /// <summary>The header lacks a column.</summary>
    public static readonly ErrorCode MissingColumn = new("input.missing-column", ErrorKind.Invalid,
        "The header has no column {column}.", "Use commas between columns, and the columns {columns}.");

    /// <summary>The file ends inside a row.</summary>
    public static readonly ErrorCode Truncated = new("input.truncated", ErrorKind.Invalid,
        "The file breaks off inside this row.", "Copy the file again; the rows before are kept.");

    /// <summary>The file is larger than what is read.</summary>
    public static readonly ErrorCode TooLarge = new("input.too-large", ErrorKind.Refused,
        "The file has more than {limit} rows.", "Split the file; what follows is not read.");

    /// <summary>A row is longer than what is read; the rows after it are read.</summary>
    public static readonly ErrorCode RowTooLong = new("input.row-too-long", ErrorKind.Refused,
        "The row has more than {limit} characters.", "Look for a line break that is missing.");

    /// <summary>Characters that no text has: codes of terminals, zero bytes.</summary>
    public static readonly ErrorCode ControlCharacter = new("input.control-character", ErrorKind.Invalid,
        "The row has control characters.", "Remove them; they come from terminals, or from a file that was damaged.");

    /// <summary>A value that is longer than its column may be.</summary>
    public static readonly ErrorCode TooLong = new("input.too-long", ErrorKind.Invalid,
        "The {field} has {length} characters, more than {limit}.", "Shorten it.");

    /// <summary>A customer number that the books use themselves.</summary>
    public static readonly ErrorCode Reserved = new("input.reserved", ErrorKind.Refused,
        "'{value}' is a number the books use themselves.", "Give the customer another number; leave it empty for a cash sale.");

    /// <summary>A day without a rate in the week before it: the report values at an older one.</summary>
    public static readonly ErrorCode OldRate = new("input.old-rate", ErrorKind.NotFound,
        "There is no rate {from}/{to} for {on}: the report uses that of {used}.", "Add rates up to that day, or look back from an earlier one (--as-of).");

    /// <summary>A quotation mark is not closed on its line.</summary>
    public static readonly ErrorCode OpenQuote = new("input.open-quote", ErrorKind.Invalid,
        "A quotation mark is not closed in this row.", "Double quotation marks inside quoted text; no column holds line breaks.");

    /// <summary>Fewer or more columns than the header.</summary>
    public static readonly ErrorCode FieldCount = new("input.field-count", ErrorKind.Invalid,
        "The row has {count} columns, the header {expected}.", "Put text that holds commas between quotation marks.");

    /// <summary>A value that must be there is not.</summary>
    public static readonly ErrorCode Required = new("input.required", ErrorKind.Invalid,
        "There is no {field}.", "Fill it in.");

    /// <summary>Not a number.</summary>
    public static readonly ErrorCode BadNumber = new("input.bad-number", ErrorKind.Invalid,
        "'{value}' is no number.", "Write digits with a decimal point, no thousands marks, no currency.");

    /// <summary>A number beyond what an order can hold.</summary>
    public static readonly ErrorCode OutOfRange = new("input.out-of-range", ErrorKind.Invalid,
        "{value} is beyond {limit}.", "Check the number; it looks like two columns run together.");

    /// <summary>Not a date, or one that does not exist.</summary>
    public static readonly ErrorCode BadDate = new("input.bad-date", ErrorKind.Invalid,
        "'{value}' is no date that exists.", "Write 2010-12-31, or 2010-12-31T17:30 with a time.");

    /// <summary>A country nobody knows.</summary>
    public static readonly ErrorCode UnknownCountry = new("input.unknown-country", ErrorKind.Invalid,
        "'{value}' is no country.", "Write its ISO 3166 code or English name.");

    /// <summary>A currency that ISO 4217 does not have.</summary>
    public static readonly ErrorCode UnknownCurrency = new("input.unknown-currency", ErrorKind.Invalid,
        "'{value}' is no currency.", "Write its ISO 4217 code: EUR.");

    /// <summary>A price below zero.</summary>
    public static readonly ErrorCode NegativePrice = new("input.negative-price", ErrorKind.Refused,
        "The price {value} is below zero.", "Enter money given back as a cancellation, not as a negative price.");

    /// <summary>A price of zero without a customer.</summary>
    public static readonly ErrorCode NoPrice = new("input.no-price", ErrorKind.Refused,
        "No price and no customer: a movement of stock, not a sale.", "Book it in the warehouse; free goods need a customer.");

    /// <summary>A quantity of zero.</summary>
    public static readonly ErrorCode ZeroQuantity = new("input.zero-quantity", ErrorKind.Refused,
        "The quantity is zero.", "Leave the row away, or correct the quantity.");

    /// <summary>A quantity below zero on a sale.</summary>
    public static readonly ErrorCode NegativeQuantity = new("input.negative-quantity", ErrorKind.Refused,
        "The quantity {value} is below zero on a sale.", "Enter it as a cancellation (a number that begins with C).");

    /// <summary>A quantity above zero on a cancellation.</summary>
    public static readonly ErrorCode PositiveCancellation = new("input.positive-cancellation", ErrorKind.Refused,
        "The quantity {value} is above zero on a cancellation.", "Write what is taken back as a negative quantity.");

    /// <summary>A document number that is taken: by another customer, another day, or the same document once more.</summary>
    public static readonly ErrorCode DuplicateDocument = new("input.duplicate-document", ErrorKind.Conflict,
        "Document {document} stands in line {first} already{difference}.", "Give the second document a number of its own, or remove it.");

    /// <summary>A customer that is there twice.</summary>
    public static readonly ErrorCode DuplicateCustomer = new("input.duplicate-customer", ErrorKind.Conflict,
        "Customer {customer} stands in line {first} already.", "Keep one of the two rows.");

    /// <summary>A rate that is there twice.</summary>
    public static readonly ErrorCode DuplicateRate = new("input.duplicate-rate", ErrorKind.Conflict,
        "The rate {base}/{quote} of {date} stands in line {first} already.", "Keep one of the two rows.");

    /// <summary>A word that is not in its list.</summary>
    public static readonly ErrorCode UnknownWord = new("input.unknown-word", ErrorKind.Invalid,
        "'{value}' is not one of {known}.", "Use one of these.");

    /// <summary>An IBAN that is none.</summary>
    public static readonly ErrorCode BadIban = new("input.bad-iban", ErrorKind.Invalid,
        "The IBAN does not hold: {reason}", "Ask the customer; never correct bank details by guess.");

    /// <summary>Bank statement entries of an account that is not ours.</summary>
    public static readonly ErrorCode OtherAccount = new("input.other-account", ErrorKind.Refused,
        "The statement is of account {account}, which is not one of ours; its {count} entries are not booked.", "Check which account the file was fetched for.");

    /// <summary>A cancellation takes back what was never sold to that customer, or was taken back already.</summary>
    public static readonly ErrorCode NothingToCancel = new("input.nothing-to-cancel", ErrorKind.Refused,
        "Cancellation {document} takes back {wanted} of {item}, but only {found} sold to {customer} before can be credited.",
        "Import the original sale too; what could be credited was.");
}
