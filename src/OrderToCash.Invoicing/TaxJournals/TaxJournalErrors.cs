namespace OrderToCash.Invoicing;

/// <summary>What stands against a return, a statement or a tie.</summary>
public static class TaxJournalErrors
{
    /// <summary>Amounts that are added up have different currencies.</summary>
    public static readonly ErrorCode OtherCurrency = new("tax-journal.other-currency", ErrorKind.Invalid,
        "{number} has {amount} where {currency} is reported.", "Report each legal entity in its functional currency.");

    /// <summary>A statement lists buyers by their ids, and one has none.</summary>
    public static readonly ErrorCode BuyerIdMissing = new("tax-journal.buyer-id-missing", ErrorKind.Refused,
        "{number} is reported as {supply} and its buyer has no tax id.",
        "Ask the buyer for the id, and correct the invoice when there is none.");

    /// <summary>A box selects nothing that exists, or has no code, or its code is used twice.</summary>
    public static readonly ErrorCode BoxInvalid = new("tax-journal.box-invalid", ErrorKind.Invalid,
        "Box '{box}' is invalid: {reason}.", "Correct the table of boxes.");

    /// <summary>A receipt has a share that is not of its document.</summary>
    public static readonly ErrorCode ReceiptMismatch = new("tax-journal.receipt-mismatch", ErrorKind.Invalid,
        "A receipt on {number} has {amount} in category {category} at {rate}, which is not of that document, or has it twice.",
        "Split receipts over the breakdown of their document.");

    /// <summary>No rate between the functional currency and the one to report in.</summary>
    public static readonly ErrorCode RateMissing = new("tax-journal.rate-missing", ErrorKind.Invalid,
        "The rate does not connect {from} and {to}.", "Use the rate that the European Central Bank published for the last day.");
}
