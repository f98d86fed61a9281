namespace OrderToCash.Tax;

/// <summary>Why a tax engine gave no answer, or one that can't be believed. The caller keeps its draft.</summary>
public static class TaxEngineErrors
{
    /// <summary>It threw.</summary>
    public static readonly ErrorCode Failed = new("tax-engine.failed", ErrorKind.Unavailable,
        "The tax engine failed: {reason}.", "Ask again later; the document stays a draft.", retryable: true);

    /// <summary>It did not answer in time.</summary>
    public static readonly ErrorCode TimedOut = new("tax-engine.timed-out", ErrorKind.Unavailable,
        "The tax engine did not answer in time.", "Ask again later; a commit may have been recorded: repeat it with its key.",
        retryable: true);

    /// <summary>It answered with nothing.</summary>
    public static readonly ErrorCode NoAnswer = new("tax-engine.no-answer", ErrorKind.Unavailable,
        "The tax engine answered nothing.", "Ask again later; the document stays a draft.", retryable: true);

    /// <summary>The answer is about another document.</summary>
    public static readonly ErrorCode OtherDocument = new("tax-engine.other-document", ErrorKind.Refused,
        "The answer is about {answered}, not about {document}.", "Ask again, and tell the engine's people.");

    /// <summary>An amount is in another currency.</summary>
    public static readonly ErrorCode OtherCurrency = new("tax-engine.other-currency", ErrorKind.Refused,
        "The answer has {answered} where {currency} was asked for.", "Tell the engine's people.");

    /// <summary>A line has no answer.</summary>
    public static readonly ErrorCode LineMissing = new("tax-engine.line-missing", ErrorKind.Refused,
        "Line {line} has no answer.", "Tell the engine's people.");

    /// <summary>A line has two answers.</summary>
    public static readonly ErrorCode LineDoubled = new("tax-engine.line-doubled", ErrorKind.Refused,
        "Line {line} has more than one answer.", "Tell the engine's people.");

    /// <summary>An answer is about a line nobody asked about.</summary>
    public static readonly ErrorCode LineUnknown = new("tax-engine.line-unknown", ErrorKind.Refused,
        "Nobody asked about line {line}.", "Tell the engine's people.");

    /// <summary>The net of a line is not the one asked about.</summary>
    public static readonly ErrorCode NetChanged = new("tax-engine.net-changed", ErrorKind.Refused,
        "Line {line} has {answered} in the answer and {net} on the document.", "Tell the engine's people.");

    /// <summary>Sums that don't add up.</summary>
    public static readonly ErrorCode SumWrong = new("tax-engine.sum-wrong", ErrorKind.Refused,
        "The {sum} is {answered}, its parts add up to {parts}.", "Tell the engine's people.");

    /// <summary>Tax against the sign of its base.</summary>
    public static readonly ErrorCode SignWrong = new("tax-engine.sign-wrong", ErrorKind.Refused,
        "Line {line} has {tax} of tax on {base}.", "Tell the engine's people.");

    /// <summary>More is taxable than there is.</summary>
    public static readonly ErrorCode BaseWrong = new("tax-engine.base-wrong", ErrorKind.Refused,
        "{jurisdiction} taxes {base} of line {line}, whose net is {net}.", "Tell the engine's people.");

    /// <summary>Tax that is not base times rate, beyond rounding.</summary>
    public static readonly ErrorCode AmountWrong = new("tax-engine.amount-wrong", ErrorKind.Refused,
        "{jurisdiction} takes {tax} of {base} at {rate}.", "Tell the engine's people.");

    /// <summary>A category that contradicts its rate, its reason or its tax.</summary>
    public static readonly ErrorCode TreatmentWrong = new("tax-engine.treatment-wrong", ErrorKind.Refused,
        "Line {line} is treated in a way that contradicts itself: {reason}.", "Tell the engine's people.");

    /// <summary>The engine would record another amount than was posted.</summary>
    public static readonly ErrorCode CommitDiffers = new("tax-engine.commit-differs", ErrorKind.Conflict,
        "The document was posted with {posted} of tax, the engine says {answered}.", "Quote again and post what it says.");

    /// <summary>A reversal of more than nothing: a line that is not below zero, or other days than the original's.</summary>
    public static readonly ErrorCode NotAReversal = new("tax-engine.not-a-reversal", ErrorKind.Invalid,
        "A reversal gives back: line {line} does not.", "Send nets below zero and documents of the kind CreditNote.");

    /// <summary>The document was taken back before.</summary>
    public static readonly ErrorCode AlreadyVoided = new("tax-engine.already-voided", ErrorKind.Refused,
        "{document} was voided by {key}.", "Nothing is recorded of it any more; commit the document anew if it stands.");

    /// <summary>A document with credits can't be taken back.</summary>
    public static readonly ErrorCode HasReversals = new("tax-engine.has-reversals", ErrorKind.Refused,
        "{document} has {count} credits on it.", "Credit the rest of it instead.");

    /// <summary>The credits would give back more than was recorded.</summary>
    public static readonly ErrorCode ReversedTooMuch = new("tax-engine.reversed-too-much", ErrorKind.Refused,
        "The credits of {document} would give back too much: {what} would be {excess}.", "Credit at most what is left.");

    /// <summary>A line in the United States without its places.</summary>
    public static readonly ErrorCode PlaceMissing = new("tax-engine.place-missing", ErrorKind.Invalid,
        "A sale in the United States needs the places it leaves from and goes to.", "State both with state and post code.");
}
