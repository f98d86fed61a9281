namespace OrderToCash.Receivables;

/// <summary>What does not fit in a payout, and why a report can't be read.</summary>
public static class PayoutErrors
{
    /// <summary>The rows add up to something else.</summary>
    public static readonly ErrorCode RowsDiffer = new("payout.rows-differ", ErrorKind.Refused,
        "The rows of payout {payout} add up to {rows}, it says {amount}.", "Ask the provider for the missing rows.");

    /// <summary>The bank's line is another amount.</summary>
    public static readonly ErrorCode BankDiffers = new("payout.bank-differs", ErrorKind.Refused,
        "The bank has {bank} for payout {payout}, the report {amount}.", "Look for charges of the bank, or another payout.");

    /// <summary>There is no bank line.</summary>
    public static readonly ErrorCode NotOnBank = new("payout.not-on-bank", ErrorKind.NotFound,
        "Payout {payout} of {amount} is not on the bank account.", "Wait for the statement.", retryable: true);

    /// <summary>A row does not add up.</summary>
    public static readonly ErrorCode RowDiffers = new("payout.row-differs", ErrorKind.Invalid,
        "Row {row}: {gross} less the fee of {fee} is not {net}.", "Ask the provider.");

    /// <summary>A row is there twice.</summary>
    public static readonly ErrorCode RowTwice = new("payout.row-twice", ErrorKind.Conflict,
        "Row {row} is there twice.", "Import each report once.");

    /// <summary>A row has the wrong sign for its kind.</summary>
    public static readonly ErrorCode WrongSign = new("payout.wrong-sign", ErrorKind.Invalid,
        "Row {row} is a {kind} of {gross}.", "Payments come in above zero; refunds, chargebacks, fees and reserves go out.");

    /// <summary>A row is in a currency that does not fit.</summary>
    public static readonly ErrorCode OtherCurrency = new("payout.other-currency", ErrorKind.Invalid,
        "Row {row} has {amount} where {expected} is paid out.", "Give the amount converted by the provider.");

    /// <summary>Our books don't know the payment.</summary>
    public static readonly ErrorCode PaymentUnknown = new("payout.payment-unknown", ErrorKind.NotFound,
        "Row {row}: our books have no {kind} {payment} with the provider that waits for a payout.",
        "Book it first, or find out whose it is.");

    /// <summary>An earlier payout had the payment.</summary>
    public static readonly ErrorCode PaidBefore = new("payout.paid-before", ErrorKind.Conflict,
        "Row {row}: {kind} {payment} was paid out by {payout}.", "Ask the provider: it is in two reports.");

    /// <summary>The provider keeps another fee than was agreed.</summary>
    public static readonly ErrorCode FeeDiffers = new("payout.fee-differs", ErrorKind.Refused,
        "Row {row}: the fee for {payment} is {fee}, agreed are {agreed}.", "Claim the difference, or correct the terms.");

    /// <summary>A payment should have been paid out by now.</summary>
    public static readonly ErrorCode Overdue = new("payout.overdue", ErrorKind.Refused,
        "{kind} {payment} of {gross} is in our books since {booked} and in no payout.", "Ask the provider.");

    /// <summary>Our books have another amount.</summary>
    public static readonly ErrorCode PaymentDiffers = new("payout.payment-differs", ErrorKind.Refused,
        "Row {row}: {payment} is {gross}, our books have {booked}.", "Find out who is right before it is posted.");

    /// <summary>The payout was posted before.</summary>
    public static readonly ErrorCode Posted = new("payout.posted", ErrorKind.Conflict,
        "Payout {payout} was posted before.", "Nothing is to be done.");

    /// <summary>Findings keep a payout from being posted.</summary>
    public static readonly ErrorCode NotReconciled = new("payout.not-reconciled", ErrorKind.Refused,
        "Payout {payout} has {findings} differences.", "Settle them first; each is listed.");

    /// <summary>A column is missing in a file.</summary>
    public static readonly ErrorCode ColumnMissing = new("payout.column-missing", ErrorKind.Invalid,
        "The file has no column '{column}'.", "Correct the mapping, or ask the provider for the right report.");

    /// <summary>A cell can't be read.</summary>
    public static readonly ErrorCode CellInvalid = new("payout.cell-invalid", ErrorKind.Invalid,
        "Line {line}: '{text}' in column '{column}' can't be read.", "Correct the file, or the mapping.");
}
