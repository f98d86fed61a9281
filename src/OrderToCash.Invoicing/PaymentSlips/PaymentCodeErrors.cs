namespace OrderToCash.Invoicing;

/// <summary>Why the text of a payment code (EPC, Swiss QR-bill) can't be written.</summary>
public static class PaymentCodeErrors
{
    /// <summary>A field is empty that must not be.</summary>
    public static readonly ErrorCode FieldMissing = new("payment-code.field-missing", ErrorKind.Invalid,
        "The payment code has no {field}.", "Fill the field.");

    /// <summary>A field, or fields that share a limit, are too long.</summary>
    public static readonly ErrorCode FieldTooLong = new("payment-code.field-too-long", ErrorKind.Invalid,
        "{field} has {length} characters; {most} are the most.", "Shorten the text.");

    /// <summary>A field has another shape than the standard asks for.</summary>
    public static readonly ErrorCode FieldInvalid = new("payment-code.field-invalid", ErrorKind.Invalid,
        "'{value}' is no {field}.", "Correct the field.");

    /// <summary>A character the standard does not allow, or the character set does not have.</summary>
    public static readonly ErrorCode CharacterNotAllowed = new("payment-code.character-not-allowed", ErrorKind.Invalid,
        "{field} has a character that is not allowed: U+{character}.", "Write the text with Latin letters, on one line.");

    /// <summary>The amount is outside 0.01 to 999,999,999.99.</summary>
    public static readonly ErrorCode AmountOutOfRange = new("payment-code.amount-out-of-range", ErrorKind.Invalid,
        "{amount} is not between 0.01 and 999999999.99.", "Ask for an amount within the range, or leave it open.");

    /// <summary>The currency is not one of the standard.</summary>
    public static readonly ErrorCode CurrencyNotAllowed = new("payment-code.currency-not-allowed", ErrorKind.Invalid,
        "The code can't ask for {currency}.", "EPC codes are in EUR, Swiss QR-bills in CHF or EUR.");

    /// <summary>Reference and text at once.</summary>
    public static readonly ErrorCode ReferenceAndText = new("payment-code.reference-and-text", ErrorKind.Invalid,
        "A payment code has a structured reference or a text, not both.", "Leave one out.");

    /// <summary>The reference is none of the type that the account needs.</summary>
    public static readonly ErrorCode ReferenceMismatch = new("payment-code.reference-mismatch", ErrorKind.Invalid,
        "'{reference}' can't be the reference of a payment to this account.",
        "A QR-IBAN takes a QR reference; another IBAN takes a creditor reference (RF) or none.");

    /// <summary>An account of another country than the standard is for.</summary>
    public static readonly ErrorCode AccountNotAllowed = new("payment-code.account-not-allowed", ErrorKind.Invalid,
        "An account of {country} can't be on a Swiss QR-bill.", "Use an account of Switzerland or Liechtenstein.");

    /// <summary>The BIC is needed and missing.</summary>
    public static readonly ErrorCode BicMissing = new("payment-code.bic-missing", ErrorKind.Invalid,
        "An EPC code needs the BIC: {reason}.", "Give the BIC of the account's bank.");

    /// <summary>The whole text is too long for the code.</summary>
    public static readonly ErrorCode TooLong = new("payment-code.too-long", ErrorKind.Invalid,
        "The code has {length} {unit}; {most} are the most.", "Shorten name or text.");
}
