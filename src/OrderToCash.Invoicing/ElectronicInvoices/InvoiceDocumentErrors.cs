namespace OrderToCash.Invoicing;

/// <summary>
/// Why figures of a document can't be computed, a posted document not become one, or a document not become a draft.
/// </summary>
public static class InvoiceDocumentErrors
{
    /// <summary>A line has neither a net amount nor quantity and price.</summary>
    public static readonly ErrorCode LineIncomplete = new("invoice-document.line-incomplete", ErrorKind.Invalid,
        "Line {line} has neither a net amount nor a quantity and a price.", "State one of them.");

    /// <summary>
    /// An allowance or charge has neither an amount nor a percentage of a base, or does not say which of both it is.
    /// </summary>
    public static readonly ErrorCode AllowanceChargeIncomplete = new("invoice-document.allowance-charge-incomplete",
        ErrorKind.Invalid, "The allowance or charge has no amount, or does not say which of both it is.",
        "State the amount, or a base and a percentage, and whether it is a charge.");

    /// <summary>A line, allowance or charge has no tax category, or no rate where the category needs one.</summary>
    public static readonly ErrorCode TaxMissing = new("invoice-document.tax-missing", ErrorKind.Invalid,
        "The tax category, or its rate, is missing.", "State category and rate.");

    /// <summary>A value is beyond what is computed with.</summary>
    public static readonly ErrorCode OutOfRange = new("invoice-document.out-of-range", ErrorKind.Invalid,
        "{path} has a value beyond 10^14.", "Split the document.");

    /// <summary>An amount has decimals that EN 16931 can't hold.</summary>
    public static readonly ErrorCode TooManyDecimals = new("invoice-document.too-many-decimals", ErrorKind.Refused,
        "{amount} has more than the two decimals that EN 16931 can hold.", "Send this document in another form.");

    /// <summary>The document would break a rule of the specification it is made for, or breaks one it claims to keep.</summary>
    public static readonly ErrorCode RuleBroken = new("invoice-document.rule-broken", ErrorKind.Refused,
        "{rule}: {message}", "Complete what {term} needs, or choose another specification.");

    /// <summary>The document says something that a draft can't hold.</summary>
    public static readonly ErrorCode NotRepresentable = new("invoice-document.not-representable", ErrorKind.Refused,
        "{what} can't become part of a draft invoice.", "Enter the document by hand.");

    /// <summary>A draft of the document would come to other figures.</summary>
    public static readonly ErrorCode FiguresDiffer = new("invoice-document.figures-differ", ErrorKind.Refused,
        "The document states {found}, its lines come to {expected}.", "Ask the sender for a corrected document.");
}
