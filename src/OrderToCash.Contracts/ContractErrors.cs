namespace OrderToCash.Contracts;

/// <summary>Everything a contract refuses or finds.</summary>
public static class ContractErrors
{
    /// <summary>The contract has no number.</summary>
    public static readonly ErrorCode IdMissing = new("contract.id-missing", ErrorKind.Invalid,
        "The contract has no id.", "Give the contract's number.");

    /// <summary>A template names a field that nobody fills.</summary>
    public static readonly ErrorCode MergeFieldUnknown = new("contract.merge-field-unknown", ErrorKind.Invalid,
        "There is no merge field '{field}'.", "Use a built-in field, or bring this one with the facts.");

    /// <summary>A field that the template needs is empty.</summary>
    public static readonly ErrorCode MergeFieldMissing = new("contract.merge-field-missing", ErrorKind.Invalid,
        "The merge field '{field}' is empty.", "Complete the facts, or use a template without it.");

    /// <summary>A merge field is opened and not closed.</summary>
    public static readonly ErrorCode MergeFieldMalformed = new("contract.merge-field-malformed", ErrorKind.Invalid,
        "The merge field at position {position} is not closed.", "Close it with }}.");

    /// <summary>A field of the host has the name of another one.</summary>
    public static readonly ErrorCode MergeFieldTwice = new("contract.merge-field-twice", ErrorKind.Invalid,
        "The merge field '{field}' is there already.", "Choose another name.");

    /// <summary>A party has no name.</summary>
    public static readonly ErrorCode PartyWithoutName = new("contract.party-without-name", ErrorKind.Invalid,
        "The {side} has no name.", "Give the full legal name.");

    /// <summary>A contract that says nothing.</summary>
    public static readonly ErrorCode WithoutClauses = new("contract.without-clauses", ErrorKind.Invalid,
        "The contract has no clauses.", "Use a template with clauses.");

    /// <summary>Two clauses of one key.</summary>
    public static readonly ErrorCode ClauseTwice = new("contract.clause-twice", ErrorKind.Invalid,
        "The clause '{key}' is there twice.", "Give each clause its own key.");

    /// <summary>An order is named twice.</summary>
    public static readonly ErrorCode OrderTwice = new("contract.order-twice", ErrorKind.Invalid,
        "Order {order} is named twice.", "Name each order once.");

    /// <summary>The term ends before it begins.</summary>
    public static readonly ErrorCode TermBackwards = new("contract.term-backwards", ErrorKind.Invalid,
        "The term would begin on {effectiveFrom} and end on {lastDay}.", "Put the last day on or after the first.");

    /// <summary>A notice period below nothing.</summary>
    public static readonly ErrorCode NoticeNegative = new("contract.notice-negative", ErrorKind.Invalid,
        "A notice period of {count} is below nothing.", "Use 0 or more.");

    /// <summary>Why is not stated.</summary>
    public static readonly ErrorCode ReasonMissing = new("contract.reason-missing", ErrorKind.Invalid,
        "There is no reason given.", "State why, for those who read it later.");

    /// <summary>The wording is not open any more.</summary>
    public static readonly ErrorCode NotNegotiable = new("contract.not-negotiable", ErrorKind.Refused,
        "Contract {contract} is {status}; its wording is not open.",
        "Withdraw the request for signatures, or amend the active contract.");

    /// <summary>Agreement on an older version.</summary>
    public static readonly ErrorCode NotTheLatest = new("contract.not-the-latest", ErrorKind.Conflict,
        "Version {version} is not the latest, {latest} is.", "Read the latest version first.");

    /// <summary>Only an approved version goes out for signature.</summary>
    public static readonly ErrorCode NotApproved = new("contract.not-approved", ErrorKind.Refused,
        "Contract {contract} is {status}, not approved.", "Approve the latest version first.");

    /// <summary>A side has nobody to sign.</summary>
    public static readonly ErrorCode SignatoryMissing = new("contract.signatory-missing", ErrorKind.Invalid,
        "Nobody signs for the {side}.", "Name a signatory for each side.");

    /// <summary>A person is to sign twice.</summary>
    public static readonly ErrorCode SignatoryTwice = new("contract.signatory-twice", ErrorKind.Invalid,
        "{person} is to sign twice.", "Name each signatory once.");

    /// <summary>A request that nobody can answer in time.</summary>
    public static readonly ErrorCode RequestExpiresAtOnce = new("contract.request-expires-at-once", ErrorKind.Invalid,
        "The request would expire at {expiresAt}, which is not after now.", "Give the signatories time.");

    /// <summary>Nobody is asked to sign.</summary>
    public static readonly ErrorCode NotSent = new("contract.not-sent", ErrorKind.Refused,
        "Contract {contract} is {status}; no signatures are asked for.", "Request signatures of an approved version first.");

    /// <summary>Somebody who was not asked.</summary>
    public static readonly ErrorCode SignatoryUnknown = new("contract.signatory-unknown", ErrorKind.Forbidden,
        "{person} is not among the signatories.", "Withdraw the request and name this person in the next one.");

    /// <summary>What was signed is not the requested version.</summary>
    public static readonly ErrorCode OtherHash = new("contract.other-hash", ErrorKind.Conflict,
        "What was signed has the hash {hash}; version {version} has {expected}.",
        "Put the requested version before the signatory.");

    /// <summary>Too late to sign.</summary>
    public static readonly ErrorCode RequestExpired = new("contract.request-expired", ErrorKind.Refused,
        "The request expired at {expiresAt}.", "Request signatures again.");

    /// <summary>There is still time to sign.</summary>
    public static readonly ErrorCode RequestNotExpired = new("contract.request-not-expired", ErrorKind.Refused,
        "The request does not expire before {expiresAt}.", "Wait, or withdraw it.", retryable: true);

    /// <summary>Somebody else signs first.</summary>
    public static readonly ErrorCode NotTheirTurn = new("contract.not-their-turn", ErrorKind.Refused,
        "{person} signs later; the next is {next}.", "Wait for those before.", retryable: true);

    /// <summary>Whoever has signed cannot decline.</summary>
    public static readonly ErrorCode SignedAlready = new("contract.signed-already", ErrorKind.Refused,
        "{person} has signed already.", "Withdraw the request instead.");

    /// <summary>Only an active contract ends.</summary>
    public static readonly ErrorCode NotActive = new("contract.not-active", ErrorKind.Refused,
        "Contract {contract} is {status}, not active.", "Look at where the contract stands.");

    /// <summary>An end before the notice.</summary>
    public static readonly ErrorCode EndsBeforeNotice = new("contract.ends-before-notice", ErrorKind.Invalid,
        "It cannot end on {endsOn} when notice was received on {receivedOn}.", "Choose an end on or after the day of receipt.");

    /// <summary>Ordinary notice does not shorten a fixed term.</summary>
    public static readonly ErrorCode BeforeEndOfTerm = new("contract.before-end-of-term", ErrorKind.Refused,
        "It cannot end on {endsOn} by ordinary notice: the term lasts to {lastDay}.",
        "End it with the term, for cause, or by consent.");

    /// <summary>The notice came too late.</summary>
    public static readonly ErrorCode NoticeTooShort = new("contract.notice-too-short", ErrorKind.Refused,
        "Notice received on {receivedOn} with {notice} is too late for {endsOn}.", "Choose a later end, or end it by consent.");

    /// <summary>The term is not over.</summary>
    public static readonly ErrorCode TermNotOver = new("contract.term-not-over", ErrorKind.Refused,
        "Contract {contract} holds to '{lastDay}', which is not before {asOf}.",
        "Wait for the end of the term, or terminate it.");

    /// <summary>A stored version is missing, misnumbered, or not what its hash says.</summary>
    public static readonly ErrorCode VersionsInconsistent = new("contract.versions-inconsistent", ErrorKind.Invalid,
        "The stored version {version} is missing, misnumbered, or not what its hash says.",
        "Rebuild the contract from its events; if that does not help, the content was changed.");

    /// <summary>Stored signatures do not fit the state.</summary>
    public static readonly ErrorCode SignaturesInconsistent = new("contract.signatures-inconsistent", ErrorKind.Invalid,
        "The stored signatures do not fit the contract's state.", "Rebuild the contract from its events.");
}
