namespace OrderToCash.Invoicing;

/// <summary>Why an account can't be used, or gives no reference.</summary>
public static class CreditorAccountErrors
{
    /// <summary>No account of the legal entity takes the currency.</summary>
    public static readonly ErrorCode NotFound = new("creditor-account.not-found", ErrorKind.NotFound,
        "{legalEntity} has no account for {currency}.", "Add an account for the currency, or one for any currency.");

    /// <summary>The account has no IBAN.</summary>
    public static readonly ErrorCode IbanMissing = new("creditor-account.iban-missing", ErrorKind.Invalid,
        "The account has no IBAN.", "Give the IBAN.");

    /// <summary>The scheme is none we know.</summary>
    public static readonly ErrorCode SchemeUnknown = new("creditor-account.scheme-unknown", ErrorKind.Invalid,
        "'{scheme}' is no reference scheme.", "Use a code of ReferenceSchemes, or none.");

    /// <summary>A QR reference without a QR-IBAN, or a QR-IBAN with another reference.</summary>
    public static readonly ErrorCode SchemeMismatch = new("creditor-account.scheme-mismatch", ErrorKind.Invalid,
        "An account with scheme '{scheme}' can't have this IBAN.", "Use QRR with a QR-IBAN only, and a QR-IBAN with QRR only.");

    /// <summary>Prefix, series or width are impossible.</summary>
    public static readonly ErrorCode PartInvalid = new("creditor-account.part-invalid", ErrorKind.Invalid,
        "'{value}' is no {part}.", "Use letters and digits; a width of 1 to 20 where customer and invoice are joined.");

    /// <summary>The number does not go into the scheme, or would lose signs that tell numbers apart.</summary>
    public static readonly ErrorCode NumberDoesNotFit = new("creditor-account.number-does-not-fit", ErrorKind.Refused,
        "{scheme} can't hold '{number}': {reason}.", "Number documents so that they fit the scheme, or choose another one.");

    /// <summary>The letters of the number are no series of the table.</summary>
    public static readonly ErrorCode SeriesUnknown = new("creditor-account.series-unknown", ErrorKind.Refused,
        "'{number}' is of no series in the table of the account.", "Add its letters and their digits to the table.");
}
