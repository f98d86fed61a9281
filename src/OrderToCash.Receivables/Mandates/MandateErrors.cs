namespace OrderToCash.Receivables;

/// <summary>Why a command on a direct-debit mandate is refused, and what is broken in a stored one.</summary>
public static class MandateErrors
{
    /// <summary>A reference banks would not carry.</summary>
    public static readonly ErrorCode ReferenceInvalid = new("mandate.reference-invalid", ErrorKind.Invalid,
        "'{reference}' is no reference of 1 to 35 characters of the SEPA character set.",
        "Use letters, digits and / - ? : ( ) . , ' +.");

    /// <summary>Something a mandate must say is missing.</summary>
    public static readonly ErrorCode Incomplete = new("mandate.incomplete", ErrorKind.Invalid,
        "The mandate says not {what}.", "Complete the mandate; the debtor has to sign it again if it was not on the paper.");

    /// <summary>The mandate is not where the command needs it.</summary>
    public static readonly ErrorCode WrongStatus = new("mandate.wrong-status", ErrorKind.Refused,
        "Mandate {mandate} is {status}.", "Collect on an active mandate; a revoked or lapsed one needs a new signature.");

    /// <summary>The account of the mandate is gone.</summary>
    public static readonly ErrorCode AccountEnded = new("mandate.account-ended", ErrorKind.Refused,
        "Mandate {mandate} can't be collected on: {meaning} ({code}).", "Ask for another account and amend the mandate first.");

    /// <summary>Nothing was collected for too long.</summary>
    public static readonly ErrorCode Lapsed = new("mandate.lapsed", ErrorKind.Refused,
        "Mandate {mandate} could be collected on until {lapsesOn}, not on {date}.", "Get a new mandate signed.");

    /// <summary>The mandate has not lapsed.</summary>
    public static readonly ErrorCode NotLapsed = new("mandate.not-lapsed", ErrorKind.Refused,
        "Mandate {mandate} can be collected on until {lapsesOn}.", "Nothing has to be done.");

    /// <summary>A collection would be before the signature.</summary>
    public static readonly ErrorCode BeforeSignature = new("mandate.before-signature", ErrorKind.Refused,
        "{date} is before the signature of mandate {mandate} on {signedOn}.", "Collect on the day of the signature or later.");

    /// <summary>The order would come too late to the bank.</summary>
    public static readonly ErrorCode TooLate = new("mandate.too-late", ErrorKind.Refused,
        "To debit on {dueOn} the order must be with the bank by {sendBy}; today is {today}.", "Choose a later day.");

    /// <summary>The debtor was told too late, or not at all.</summary>
    public static readonly ErrorCode NotPreNotified = new("mandate.not-pre-notified", ErrorKind.Refused,
        "The debtor must be told by {tellBy} to be debited on {dueOn}; he was told on '{toldOn}'.",
        "Tell him, and choose a later day.");

    /// <summary>Only euro above zero is collected.</summary>
    public static readonly ErrorCode AmountInvalid = new("mandate.amount-invalid", ErrorKind.Invalid,
        "{amount} can't be collected: SEPA takes 0.01 to 999999999.99 EUR.", "Collect in euro; split what is more.");

    /// <summary>The same end-to-end id with something else.</summary>
    public static readonly ErrorCode CollectionTwice = new("mandate.collection-twice", ErrorKind.Conflict,
        "{endToEndId} is another collection on mandate {mandate}.", "Give each collection a reference of its own.");

    /// <summary>There is no such collection.</summary>
    public static readonly ErrorCode CollectionUnknown = new("mandate.collection-unknown", ErrorKind.NotFound,
        "Mandate {mandate} has no collection {endToEndId}.", "Check the reference; the bank may mean another creditor.");

    /// <summary>The collection is not where the command needs it.</summary>
    public static readonly ErrorCode CollectionOver = new("mandate.collection-over", ErrorKind.Refused,
        "Collection {endToEndId} is {status} since {since}.", "A collection comes back once; look at the bank's messages.");

    /// <summary>A collection is in another file already.</summary>
    public static readonly ErrorCode SentTwice = new("mandate.sent-twice", ErrorKind.Conflict,
        "Collection {endToEndId} went to the bank in {sent}, not in {batch}.",
        "Recall one of the two files: the debtor would be debited twice.");

    /// <summary>A returned collection may not be tried again.</summary>
    public static readonly ErrorCode NoRetry = new("mandate.no-retry", ErrorKind.Refused,
        "{endToEndId} may not be tried again: {why}.", "Ask the customer to pay in another way.");

    /// <summary>A date does not fit.</summary>
    public static readonly ErrorCode DateBeforeCollection = new("mandate.date-before-collection", ErrorKind.Refused,
        "{date} is before the order of {endToEndId} by {sendBy}.", "Use the day of the bank's message.");

    /// <summary>An amendment changes nothing.</summary>
    public static readonly ErrorCode NothingAmended = new("mandate.nothing-amended", ErrorKind.Invalid,
        "The amendment of mandate {mandate} changes nothing.", "Name the new account, reference or creditor.");

    /// <summary>A reason is missing.</summary>
    public static readonly ErrorCode ReasonMissing = new("mandate.reason-missing", ErrorKind.Invalid,
        "The change of mandate {mandate} says not why.", "Give a reason.");

    /// <summary>A stored mandate breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("mandate.state-broken", ErrorKind.Invalid,
        "Mandate {mandate} is not in order: {what}.", "Restore the mandate from its events.");
}
