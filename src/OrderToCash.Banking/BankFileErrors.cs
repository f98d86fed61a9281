namespace OrderToCash.Banking;

/// <summary>
/// What can be wrong with a bank file. Each finding carries the facts <c>line</c> and <c>position</c> (from 1; 0 when the file
/// has none) and its target is the place in the document: <c>Stmt[1].Ntry[3].BookgDt</c>.
/// </summary>
public static class BankFileErrors
{
    /// <summary>There is nothing in the file.</summary>
    public static readonly ErrorCode Empty = new("bank.empty", ErrorKind.Invalid,
        "The bank file is empty.", "Fetch it from the bank again.");

    /// <summary>It is no XML, or not well-formed.</summary>
    public static readonly ErrorCode NotXml = new("bank.not-xml", ErrorKind.Invalid,
        "The bank file is not well-formed XML: line {line}, position {position}: {reason}",
        "Check that this is the file the bank sent, unchanged.");

    /// <summary>The bytes do not fit the encoding, or it is not known.</summary>
    public static readonly ErrorCode WrongEncoding = new("bank.wrong-encoding", ErrorKind.Invalid,
        "The bank file is not in the encoding it declares: line {line}, position {position}.",
        "Save it in the encoding of its first line (banks send UTF-8), without an editor in between.");

    /// <summary>The file ends before its last element does.</summary>
    public static readonly ErrorCode Truncated = new("bank.truncated", ErrorKind.Invalid,
        "The bank file breaks off at line {line}, position {position}.",
        "Fetch it from the bank again; entries read so far are kept.");

    /// <summary>XML, but no camt.052, 053 or 054.</summary>
    public static readonly ErrorCode NotCamt = new("bank.not-camt", ErrorKind.Invalid,
        "The document is '{element}', not a camt.052, camt.053 or camt.054.", "Ask the bank for statements as camt.053.");

    /// <summary>A camt message without any statement in it.</summary>
    public static readonly ErrorCode NoStatement = new("bank.no-statement", ErrorKind.Invalid,
        "The bank file has no statement in it.", "Ask the bank whether nothing moved; nothing is booked.");

    /// <summary>It declares a document type: a way to make readers fetch files or run out of memory. No bank sends one.</summary>
    public static readonly ErrorCode DocumentType = new("bank.document-type", ErrorKind.Invalid,
        "The bank file declares a document type at line {line}, position {position}.", "Do not read it: no bank sends this.");

    /// <summary>More than the limits allow.</summary>
    public static readonly ErrorCode TooLarge = new("bank.too-large", ErrorKind.Refused,
        "The bank file has more than {limit} {what}: line {line}, position {position}.",
        "Ask the bank for shorter spans, or raise BankFileLimits.");

    /// <summary>A statement without an account.</summary>
    public static readonly ErrorCode NoAccount = new("bank.no-account", ErrorKind.Invalid,
        "The statement at line {line} names no account.", "Ask the bank; entries of an unknown account are not booked.");

    /// <summary>A currency that ISO 4217 does not have, or none.</summary>
    public static readonly ErrorCode UnknownCurrency = new("bank.unknown-currency", ErrorKind.Invalid,
        "'{currency}' at line {line}, position {position} is no currency of ISO 4217.",
        "Correct the code, or register the currency.");

    /// <summary>An entry in another currency than its account.</summary>
    public static readonly ErrorCode OtherCurrency = new("bank.other-currency", ErrorKind.Invalid,
        "The amount at line {line}, position {position} is in {currency}, the account in {account}.",
        "Ask the bank; an account has one currency.");

    /// <summary>An amount that is no number, has more digits than its currency, or is out of bounds.</summary>
    public static readonly ErrorCode BadAmount = new("bank.bad-amount", ErrorKind.Invalid,
        "'{amount}' at line {line}, position {position} is no amount of {currency}.", "Correct the amount, or ask the bank.");

    /// <summary>An amount below zero: the direction is said by CdtDbtInd, never by a sign.</summary>
    public static readonly ErrorCode NegativeAmount = new("bank.negative-amount", ErrorKind.Invalid,
        "The amount {amount} at line {line}, position {position} is below zero.",
        "Write the amount without a sign and the direction as CRDT or DBIT.");

    /// <summary>Neither CRDT nor DBIT.</summary>
    public static readonly ErrorCode NoDirection = new("bank.no-direction", ErrorKind.Invalid,
        "'{direction}' at line {line}, position {position} is neither CRDT nor DBIT.", "Correct the indicator, or ask the bank.");

    /// <summary>A date that does not exist, or is missing where it must be.</summary>
    public static readonly ErrorCode BadDate = new("bank.bad-date", ErrorKind.Invalid,
        "'{date}' at line {line}, position {position} is no date.", "Write dates as 2026-01-31.");

    /// <summary>Opening balance plus entries is not the closing balance.</summary>
    public static readonly ErrorCode WrongTotals = new("bank.wrong-totals", ErrorKind.Invalid,
        "Opening {opening} and entries of {entries} make {computed}, the statement at line {line} closes with {closing}: "
            + "{difference} is missing.",
        "Look for a page or an entry that is missing or there twice.");

    /// <summary>The details of a batch do not add up to the entry; the entry is kept as one movement.</summary>
    public static readonly ErrorCode DetailsDiffer = new("bank.details-differ", ErrorKind.Invalid,
        "The {count} details of the entry at line {line} do not add up to {amount}; it is read as one movement.",
        "Wait for the batch's camt.054, or split the entry by hand.");

    /// <summary>No format that is known begins like this file.</summary>
    public static readonly ErrorCode UnknownFormat = new("bank.unknown-format", ErrorKind.Invalid,
        "The file is in none of the formats {formats}.", "Ask the bank for camt.053, or add the format to BankFiles.");

    /// <summary>A text without any field of MT940 or MT942.</summary>
    public static readonly ErrorCode NotMt940 = new("bank.not-mt940", ErrorKind.Invalid,
        "The file has no field of MT940 or MT942.", "Check that this is the file the bank sent, unchanged.");

    /// <summary>A field of a text format that is not built as its format says.</summary>
    public static readonly ErrorCode BadField = new("bank.bad-field", ErrorKind.Invalid,
        "'{text}' at line {line}, position {position} is no content of field {field}.", "Correct the field, or ask the bank.");

    /// <summary>A count or a sum that the file states of itself is not what is in it.</summary>
    public static readonly ErrorCode ControlTotal = new("bank.control-total", ErrorKind.Invalid,
        "The {record} at line {line} states {stated}; there is {found}.", "Look for an entry that is missing or there twice.");

    /// <summary>The file is the bank's answer that there is no statement.</summary>
    public static readonly ErrorCode BankAnswered = new("bank.error-answer", ErrorKind.Refused,
        "The bank answers {code}: {message}", "Ask the bank what stands behind its code.");

    /// <summary>A column mapping that can't be used.</summary>
    public static readonly ErrorCode MappingInvalid = new("bank.mapping-invalid", ErrorKind.Invalid,
        "The column mapping {what}.", "Correct the mapping.");

    /// <summary>The file does not have the columns of the mapping.</summary>
    public static readonly ErrorCode ColumnMissing = new("bank.column-missing", ErrorKind.Invalid,
        "The headings at line {line} lack {columns}.", "Correct the mapping, or ask the bank what it changed.");

    /// <summary>A file without any remittance advice in it.</summary>
    public static readonly ErrorCode NoAdvice = new("bank.no-advice", ErrorKind.Invalid,
        "The file has no remittance advice in it.", "Ask the payer which message it sent.");

    /// <summary>XML, but no pain.002.</summary>
    public static readonly ErrorCode NotPaymentStatus = new("bank.not-payment-status", ErrorKind.Invalid,
        "The document is '{element}', not a payment status report (pain.002).", "Check that this is the bank's answer.");

    /// <summary>An entry that changes or deletes one the bank sent before; it is not booked by itself.</summary>
    public static readonly ErrorCode Correction = new("bank.correction", ErrorKind.Refused,
        "The entry at line {line} corrects {reference} ({action}).", "Take back what was booked for it by hand.");
}
