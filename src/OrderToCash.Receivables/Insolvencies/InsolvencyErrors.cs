namespace OrderToCash.Receivables;

/// <summary>Why a command on an insolvency is refused, and what is broken in a stored one.</summary>
public static class InsolvencyErrors
{
    /// <summary>Something is missing.</summary>
    public static readonly ErrorCode Incomplete = new("insolvency.incomplete", ErrorKind.Invalid,
        "The insolvency says not {what}.", "Complete the command.");

    /// <summary>Dates of the case contradict each other.</summary>
    public static readonly ErrorCode DatesDisagree = new("insolvency.dates-disagree", ErrorKind.Invalid,
        "{what} on {date} does not fit to the opening on {opened}.", "Take the dates from the court's publication.");

    /// <summary>Something would happen before proceedings were opened.</summary>
    public static readonly ErrorCode DateBeforeOpening = new("insolvency.date-before-opening", ErrorKind.Refused,
        "{date} is before the opening on {opened}.", "Use the day of the opening or a later one.");

    /// <summary>The case is not where the command needs it.</summary>
    public static readonly ErrorCode WrongStatus = new("insolvency.wrong-status", ErrorKind.Refused,
        "Case {case} is {status}.", "Look at the case first.");

    /// <summary>Nothing is claimed.</summary>
    public static readonly ErrorCode NothingToClaim = new("insolvency.nothing-to-claim", ErrorKind.Refused,
        "Nothing was open in case {case} when proceedings were opened.", "Nothing needs to be filed.");

    /// <summary>A part names an item that the case does not have.</summary>
    public static readonly ErrorCode ItemUnknown = new("insolvency.item-unknown", ErrorKind.NotFound,
        "{item} is not claimed in case {case}.", "Name an item of the claim.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("insolvency.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "Use the currency of the case; another one is a case of its own.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("insolvency.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>More than is there.</summary>
    public static readonly ErrorCode MoreThanClaimed = new("insolvency.more-than-claimed", ErrorKind.Refused,
        "{amount} is more than the {left} of {item} that it could be about.", "Take at most what is left of the claim.");

    /// <summary>A line was paid, set off or given up by more than its new amount.</summary>
    public static readonly ErrorCode LineUsed = new("insolvency.line-used", ErrorKind.Refused,
        "The line of {item} can't become {amount}: more of it was decided already.", "Take back what was decided first.");

    /// <summary>A distribution comes to more than was admitted.</summary>
    public static readonly ErrorCode MoreThanAdmitted = new("insolvency.more-than-admitted", ErrorKind.Refused,
        "{amount} is more than the {left} that was admitted and is not paid.", "Have the claim admitted, or return the money.");

    /// <summary>A dividend with the same number and other content.</summary>
    public static readonly ErrorCode DividendDiffers = new("insolvency.dividend-differs", ErrorKind.Conflict,
        "Dividend {number} came with {amount} on {date} before.", "Give each dividend a number of its own.");

    /// <summary>A dividend that the case does not have.</summary>
    public static readonly ErrorCode DividendUnknown = new("insolvency.dividend-unknown", ErrorKind.NotFound,
        "Case {case} has no dividend {number}.", "Name a dividend of the case.");

    /// <summary>A number that was used by a dividend taken back.</summary>
    public static readonly ErrorCode DividendReversed = new("insolvency.dividend-reversed", ErrorKind.Refused,
        "Dividend {number} was taken back on {date}.", "Give the new dividend a number of its own.");

    /// <summary>A dividend would be taken back before it came.</summary>
    public static readonly ErrorCode DateBeforeDividend = new("insolvency.date-before-dividend", ErrorKind.Refused,
        "{date} is before dividend {number} of {on}.", "Use the day of the dividend or a later one.");

    /// <summary>The law does not let it be given up yet.</summary>
    public static readonly ErrorCode NotYet = new("insolvency.not-yet", ErrorKind.Refused,
        "Nothing of case {case} may be given up on {date}.", "Wait for the day of the policy.");

    /// <summary>A case does not end while a security may still bring money.</summary>
    public static readonly ErrorCode SecurityOutstanding = new("insolvency.security-outstanding", ErrorKind.Refused,
        "{secured} of {item} is still secured.", "Record what the security brought, also when it is nothing.");

    /// <summary>A stored case breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("insolvency.state-broken", ErrorKind.Invalid,
        "Case {case} is not in order: {what}.", "Restore the case from its events.");
}
