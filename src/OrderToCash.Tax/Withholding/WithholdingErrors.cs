namespace OrderToCash.Tax;

/// <summary>Why the proof of a withheld tax does not go on.</summary>
public static class WithholdingErrors
{
    /// <summary>The amount withheld is not one.</summary>
    public static readonly ErrorCode AmountInvalid = new("withholding.amount-invalid", ErrorKind.Invalid,
        "{amount} can't be withheld from {base}.", "State an amount above zero, at most the base, in its currency.");

    /// <summary>The certificate lacks a number or an amount.</summary>
    public static readonly ErrorCode PaperInvalid = new("withholding.paper-invalid", ErrorKind.Invalid,
        "Certificate '{number}' over {amount} is not one.", "State number and amount, in the currency withheld.");

    /// <summary>Another certificate has the number.</summary>
    public static readonly ErrorCode NumberUsed = new("withholding.number-used", ErrorKind.Conflict,
        "Certificate {number} came in before, with other content.", "Ask the customer which one is right.");

    /// <summary>More is certified than was withheld.</summary>
    public static readonly ErrorCode ExceedsExpected = new("withholding.exceeds-expected", ErrorKind.Refused,
        "The certificate proves {amount}, only {missing} is missing.", "Note what else was withheld first.");

    /// <summary>More would be deducted than is proven.</summary>
    public static readonly ErrorCode NotProven = new("withholding.not-proven", ErrorKind.Refused,
        "{amount} can't be deducted: {deductible} is proven and unused.", "Wait for the certificate, or claim the rest.");

    /// <summary>More would be given back than was deducted.</summary>
    public static readonly ErrorCode NotDeducted = new("withholding.not-deducted", ErrorKind.Refused,
        "{amount} can't be given back: {deducted} was deducted.", "Undo what was done.");

    /// <summary>Everything is proven.</summary>
    public static readonly ErrorCode NothingMissing = new("withholding.nothing-missing", ErrorKind.Refused,
        "Certificate {certificate} is complete.", "Nothing needs to be given up.");

    /// <summary>A reason is due.</summary>
    public static readonly ErrorCode ReasonMissing = new("withholding.reason-missing", ErrorKind.Invalid,
        "Giving up needs a reason.", "Say why.");

    /// <summary>A stored status that its amounts contradict.</summary>
    public static readonly ErrorCode Inconsistent = new("withholding.inconsistent", ErrorKind.Invalid,
        "Certificate {certificate} is {status}, which its amounts contradict.", "Restore it from its events.");
}
