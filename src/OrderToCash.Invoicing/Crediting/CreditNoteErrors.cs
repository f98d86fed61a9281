namespace OrderToCash.Invoicing;

/// <summary>Why a credit note can't be posted, or what was stored is none.</summary>
public static class CreditNoteErrors
{
    /// <summary>The id or number was used for this invoice already.</summary>
    public static readonly ErrorCode AlreadyPosted = new("credit-note.already-posted", ErrorKind.Conflict,
        "Credit note {number} was posted on {invoice} already.", "Use a new id and number.");

    /// <summary>There is no id, number or reason.</summary>
    public static readonly ErrorCode Incomplete = new("credit-note.incomplete", ErrorKind.Invalid,
        "The credit note has no {field}.", "State it.");

    /// <summary>The credit note is older than the invoice.</summary>
    public static readonly ErrorCode BeforeInvoice = new("credit-note.before-invoice", ErrorKind.Invalid,
        "The credit note of {date} is older than the invoice of {invoiced}.", "Date it on or after the invoice.");

    /// <summary>The invoice has no such line.</summary>
    public static readonly ErrorCode LineUnknown = new("credit-note.line-unknown", ErrorKind.NotFound,
        "{number} has no line {line}.", "Name a line by its position on the invoice, from 1.");

    /// <summary>A line is asked for twice, or neither or both of quantity and amount are given.</summary>
    public static readonly ErrorCode LineAmbiguous = new("credit-note.line-ambiguous", ErrorKind.Invalid,
        "It is not clear what to credit on line {line}.",
        "Name each line once, with a quantity or an amount; or credit the whole without lines.");

    /// <summary>A quantity or amount of the wrong sign, unit or currency.</summary>
    public static readonly ErrorCode LineMismatch = new("credit-note.line-mismatch", ErrorKind.Invalid,
        "{asked} does not fit line {line}, which has {invoiced}.",
        "Use the unit, the currency and the sign of the invoice's line; nothing is no credit.");

    /// <summary>More is asked for than is left of the line.</summary>
    public static readonly ErrorCode ExceedsLine = new("credit-note.exceeds-line", ErrorKind.Refused,
        "{asked} can't be credited on line {line}: {left} is left.", "Credit what is left.");

    /// <summary>All credit notes together would come to more than the invoice.</summary>
    public static readonly ErrorCode ExceedsInvoice = new("credit-note.exceeds-invoice", ErrorKind.Refused,
        "A credit of {gross} is beyond the {left} that is left of {number}.",
        "Credit the deductions of the invoice together with what they were deducted from.");

    /// <summary>The credit note would come to less than nothing.</summary>
    public static readonly ErrorCode Negative = new("credit-note.negative", ErrorKind.Refused,
        "The credit note comes to {gross}.", "Credit the deductions of the invoice together with what they were deducted from.");

    /// <summary>Nothing is left to credit.</summary>
    public static readonly ErrorCode NothingToCredit = new("credit-note.nothing-to-credit", ErrorKind.Refused,
        "Nothing of value is left to credit on {number}.", "There is no need for a credit note.");

    /// <summary>The whole, an amount and single lines are asked for at once, or nothing is.</summary>
    public static readonly ErrorCode Ambiguous = new("credit-note.ambiguous", ErrorKind.Invalid,
        "It is not clear what to credit of {number}.", "Credit the whole, an amount with tax, or name lines and charges.");

    /// <summary>The invoice has no such allowance or charge, or it is named twice.</summary>
    public static readonly ErrorCode AllowanceUnknown = new("credit-note.allowance-unknown", ErrorKind.NotFound,
        "{number} has no allowance or charge {position} to credit.",
        "Name each once, by its position on the invoice, from 1.");

    /// <summary>More is asked for than is left of an allowance or charge, or not an amount above zero.</summary>
    public static readonly ErrorCode ExceedsAllowance = new("credit-note.exceeds-allowance", ErrorKind.Refused,
        "{asked} can't be credited of allowance or charge {position}: {left} is left.",
        "Credit an amount above zero, up to what is left.");

    /// <summary>An amount with tax that is not above zero, in another currency, or beyond what is left.</summary>
    public static readonly ErrorCode GrossMismatch = new("credit-note.gross-mismatch", ErrorKind.Refused,
        "A credit of {gross} does not fit {number}, of which {left} is left.",
        "Credit an amount above zero, up to what is left.");

    /// <summary>Stored figures contradict each other.</summary>
    public static readonly ErrorCode FiguresMismatch = new("credit-note.figures-mismatch", ErrorKind.Invalid,
        "The stored {part} of {number} contradicts its lines.",
        "Restore the document from its events; posted figures are never edited.");
}
