namespace OrderToCash.Banking;

/// <summary>What can stand against sending a payment file. The target of each is the place in the order.</summary>
public static class PaymentFileErrors
{
    /// <summary>There is nothing to send.</summary>
    public static readonly ErrorCode Empty = new("payment-file.empty", ErrorKind.Refused,
        "The file has no transactions.", "Send nothing.");

    /// <summary>A reference that banks would not carry unchanged.</summary>
    public static readonly ErrorCode ReferenceInvalid = new("payment-file.reference-invalid", ErrorKind.Invalid,
        "'{reference}' is no reference of 1 to 35 characters of the SEPA character set.",
        "Use letters, digits and / - ? : ( ) . , ' + without a slash at an end or two in a row.");

    /// <summary>The same reference twice.</summary>
    public static readonly ErrorCode ReferenceTwice = new("payment-file.reference-twice", ErrorKind.Invalid,
        "The {kind} reference '{reference}' is there twice.", "Give each transaction a reference of its own.");

    /// <summary>A name is missing.</summary>
    public static readonly ErrorCode NameMissing = new("payment-file.name-missing", ErrorKind.Invalid,
        "A party has no name that can be sent.", "Complete the master data.");

    /// <summary>An account is missing, or a BIC is none.</summary>
    public static readonly ErrorCode AccountInvalid = new("payment-file.account-invalid", ErrorKind.Invalid,
        "The account of {name} can't be used: {what}.", "Complete the bank details.");

    /// <summary>Not euro, not above zero, or above 999,999,999.99.</summary>
    public static readonly ErrorCode AmountInvalid = new("payment-file.amount-invalid", ErrorKind.Invalid,
        "{amount} can't be sent: SEPA takes 0.01 to 999999999.99 EUR.", "Split it, or use another way to pay.");

    /// <summary>The creditor identifier does not hold.</summary>
    public static readonly ErrorCode CreditorIdInvalid = new("payment-file.creditor-id-invalid", ErrorKind.Invalid,
        "'{id}' is no creditor identifier.", "Use the identifier the national bank gave.");

    /// <summary>The mandate is younger than the collection.</summary>
    public static readonly ErrorCode MandateNotSigned = new("payment-file.mandate-not-signed", ErrorKind.Refused,
        "Mandate {mandate} was signed on {signed}, after the collection on {day}.", "Collect after the mandate was signed.");
}
