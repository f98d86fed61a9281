namespace OrderToCash.Invoicing;

/// <summary>Why a document is not sent, or a report about it not believed.</summary>
public static class SendingErrors
{
    /// <summary>A policy says something impossible.</summary>
    public static readonly ErrorCode PolicyInvalid = new("sending.policy-invalid", ErrorKind.Invalid,
        "{value} can't be the {field} of a sending policy.", "Correct the policy.");

    /// <summary>There is no way to send it.</summary>
    public static readonly ErrorCode NoRoute = new("sending.no-route", ErrorKind.Invalid,
        "{invoice} has no way to go.", "Give at least one channel.");

    /// <summary>A way is given twice, or its address is missing.</summary>
    public static readonly ErrorCode RouteInvalid = new("sending.route-invalid", ErrorKind.Invalid,
        "{channel} to '{endpoint}' is no way of its own.", "Give each way once, with its address where the channel needs one.");

    /// <summary>An attempt is under way.</summary>
    public static readonly ErrorCode UnderWay = new("sending.under-way", ErrorKind.Conflict,
        "Attempt {number} of {invoice} is {status}.", "Wait for its outcome.");

    /// <summary>The next attempt is due later.</summary>
    public static readonly ErrorCode TooEarly = new("sending.too-early", ErrorKind.Refused,
        "{invoice} is tried again from {notBefore}.", "Try again then.", retryable: true);

    /// <summary>All ways are used up.</summary>
    public static readonly ErrorCode Exhausted = new("sending.exhausted", ErrorKind.Refused,
        "All ways of {invoice} failed; {attempts} attempts were made.",
        "Ask the customer for another address and change the ways.");

    /// <summary>Nothing is to be sent any more.</summary>
    public static readonly ErrorCode Closed = new("sending.closed", ErrorKind.Refused,
        "{invoice} is received, or its sending was stopped: {reason}.", "Nothing is left to do.");

    /// <summary>No such attempt.</summary>
    public static readonly ErrorCode AttemptUnknown = new("sending.attempt-unknown", ErrorKind.NotFound,
        "{invoice} has no attempt {number}.", "Report the number that was queued.");

    /// <summary>An attempt can't go from where it is to where a report puts it.</summary>
    public static readonly ErrorCode WrongStatus = new("sending.wrong-status", ErrorKind.Conflict,
        "Attempt {number} of {invoice} is {status} and can't become {reported}.",
        "Look at the log: the reports contradict each other.");

    /// <summary>A reason is missing.</summary>
    public static readonly ErrorCode ReasonMissing = new("sending.reason-missing", ErrorKind.Invalid,
        "A reason is needed.", "Say why.");

    /// <summary>A stored log contradicts itself.</summary>
    public static readonly ErrorCode StateMismatch = new("sending.state-mismatch", ErrorKind.Invalid,
        "The stored sending of {invoice} contradicts itself: {part}.", "Restore the state from its events.");
}
