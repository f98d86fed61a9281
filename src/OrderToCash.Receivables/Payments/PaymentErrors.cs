namespace OrderToCash.Receivables;

/// <summary>Why a command on a payment attempt is refused, and what is broken in a stored one.</summary>
public static class PaymentErrors
{
    /// <summary>An attempt needs an id.</summary>
    public static readonly ErrorCode IdMissing = new("payment.id-missing", ErrorKind.Invalid,
        "The attempt has no id, or no token of a way to pay.", "Give it both.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("payment.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "An attempt has one currency.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("payment.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>The shares are more than the amount.</summary>
    public static readonly ErrorCode SharesDiffer = new("payment.shares-differ", ErrorKind.Invalid,
        "The shares add up to {shares}, more than {amount}.", "Ask for the sum of what is paid.");

    /// <summary>Something is asked of the gateway whose answer nobody knows.</summary>
    public static readonly ErrorCode Unresolved = new("payment.unresolved", ErrorKind.Refused,
        "Nobody knows what became of {operation} {key} of attempt {attempt}.",
        "Ask the gateway for its status first; never send it again under another key.");

    /// <summary>The attempt is not where the operation needs it.</summary>
    public static readonly ErrorCode WrongStatus = new("payment.wrong-status", ErrorKind.Refused,
        "{operation} is not possible: attempt {attempt} is {status}.", "Look at the attempt first.");

    /// <summary>More is captured than reserved.</summary>
    public static readonly ErrorCode CaptureBeyondAuthorization = new("payment.capture-beyond-authorization", ErrorKind.Refused,
        "{amount} is more than the {left} that is reserved and not captured.", "Authorize the rest in an attempt of its own.");

    /// <summary>More is given back than was taken.</summary>
    public static readonly ErrorCode RefundBeyondCapture = new("payment.refund-beyond-capture", ErrorKind.Refused,
        "{amount} is more than the {left} that was taken and not given back.", "Pay the rest by a refund of credit.");

    /// <summary>A key was used for another operation.</summary>
    public static readonly ErrorCode KeyTwice = new("payment.key-twice", ErrorKind.Conflict,
        "The key {key} was used for another operation of attempt {attempt}.", "Give each operation a key of its own.");

    /// <summary>An answer is about no open operation.</summary>
    public static readonly ErrorCode KeyUnknown = new("payment.key-unknown", ErrorKind.NotFound,
        "Attempt {attempt} has no open operation {key}.", "Record the operation before the gateway is called.");

    /// <summary>A decline may not be tried again.</summary>
    public static readonly ErrorCode DeclineFinal = new("payment.decline-final", ErrorKind.Refused,
        "A decline with code {code} may not be tried again.", "Ask the customer for another way to pay.");

    /// <summary>It was tried too often.</summary>
    public static readonly ErrorCode RetryLimit = new("payment.retry-limit", ErrorKind.Refused,
        "{declines} declines in {days} days are the limit.", "Ask the customer for another way to pay.");

    /// <summary>It is too early to try again.</summary>
    public static readonly ErrorCode RetryTooSoon = new("payment.retry-too-soon", ErrorKind.Refused,
        "It may be tried again from {from}.", "Wait.", retryable: true);

    /// <summary>A stored attempt breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("payment.state-broken", ErrorKind.Invalid,
        "Attempt {attempt} is not in order: {what}.", "Restore the attempt from its events.");
}
