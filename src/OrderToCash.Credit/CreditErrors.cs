namespace OrderToCash.Credit;

/// <summary>
/// Refusals of credit accounts and reasons of credit checks. Precedence of refusals: the form of the command, then the state it
/// meets. Reasons of a check are all given at once and are no refusals: the decision is recorded.
/// </summary>
public static class CreditErrors
{
    /// <summary>Reason: the exposure would rise above the limit.</summary>
    public static readonly ErrorCode LimitExceeded = new("credit.limit-exceeded", ErrorKind.Refused,
        "{amount} on top of {exposure} is above the limit {limit}.", "Collect money, raise the limit, or release the order.",
        retryable: true);

    /// <summary>Reason: the exposure would come near the limit.</summary>
    public static readonly ErrorCode LimitNear = new("credit.limit-near", ErrorKind.Refused,
        "{amount} on top of {exposure} is above {share} of the limit {limit}.", "Look at the limit before the next order.");

    /// <summary>Reason: something is overdue for too long.</summary>
    public static readonly ErrorCode Overdue = new("credit.overdue", ErrorKind.Refused,
        "The oldest item is {days} days overdue; {bound} are allowed.", "Collect it, or release the order.", retryable: true);

    /// <summary>Reason: a new customer's order is too large.</summary>
    public static readonly ErrorCode NewCustomerOrderTooLarge = new("credit.new-customer-order-too-large", ErrorKind.Refused,
        "{amount} is above {bound}, the most for a customer who never paid.", "Ask for a prepayment, or release the order.");

    /// <summary>Reason: insolvency proceedings of the customer are open.</summary>
    public static readonly ErrorCode Insolvent = new("credit.insolvent", ErrorKind.Refused,
        "{amount} would be credit to an insolvent customer.", "Ask for a prepayment, or a guarantee of the administrator.",
        retryable: true);

    /// <summary>A stored limit has another form.</summary>
    public static readonly ErrorCode LimitUnreadable = new("credit.limit-unreadable", ErrorKind.Invalid,
        "'{text}' is no credit limit.", "Write no-limit, zero, or an amount above zero like 5000.00 EUR.");

    /// <summary>An amount is in another currency than the limit.</summary>
    public static readonly ErrorCode CurrencyMismatch = new("credit.currency-mismatch", ErrorKind.Invalid,
        "{amount} is not in {currency}.", "Convert it at a stated rate first.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("credit.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero; the way back has commands of its own.");

    /// <summary>A limit ends before it begins.</summary>
    public static readonly ErrorCode LimitEndsEarly = new("credit.limit-ends-early", ErrorKind.Invalid,
        "The limit ends on {to}, before it begins on {from}.", "Give a last day on or after the first.");

    /// <summary>A limit is approved by the one who entered it, or by nobody.</summary>
    public static readonly ErrorCode LimitNeedsSecondPerson = new("credit.limit-needs-second-person", ErrorKind.Forbidden,
        "The limit has no approval of a second person.", "Let somebody else approve it.");

    /// <summary>The order's revision has its reservation.</summary>
    public static readonly ErrorCode AlreadyReserved = new("credit.already-reserved", ErrorKind.Conflict,
        "Order {order}, revision {revision}, has its reservation.", "Ask for a later revision, or cancel the rest first.");

    /// <summary>The order has no reservation.</summary>
    public static readonly ErrorCode NoReservation = new("credit.no-reservation", ErrorKind.NotFound,
        "Order {order} has no reservation.", "Check and reserve first.");

    /// <summary>The reservation has ended.</summary>
    public static readonly ErrorCode ReservationExpired = new("credit.reservation-expired", ErrorKind.Refused,
        "The reservation of order {order} ended at {until}.", "Check and reserve again.");

    /// <summary>A reason is asked for and not given.</summary>
    public static readonly ErrorCode ReasonMissing = new("credit.reason-missing", ErrorKind.Invalid, "There is no reason.",
        "Say why, in words.");

    /// <summary>A release goes beyond what the actor may give.</summary>
    public static readonly ErrorCode BeyondAuthority = new("credit.beyond-authority", ErrorKind.Forbidden,
        "{amount} is above {authority}, which {actor} may release.", "Ask somebody with more authority.");

    /// <summary>A release would end before it begins.</summary>
    public static readonly ErrorCode ReleaseEnded = new("credit.release-ended", ErrorKind.Invalid,
        "The release would end on {until}, before {on}.", "Give a last day that is still to come.");

    /// <summary>Nothing of the order is reserved or ordered.</summary>
    public static readonly ErrorCode NothingToCancel = new("credit.nothing-to-cancel", ErrorKind.Refused,
        "Nothing of order {order} is reserved or ordered.", "Nothing needs to be done.");

    /// <summary>More would leave a bucket than is in it.</summary>
    public static readonly ErrorCode MoreThanOpen = new("credit.more-than-open", ErrorKind.Refused,
        "{amount} is more than the {open} of {bucket}.",
        "Take at most what is there; the rest of a payment is unapplied credit.");

    /// <summary>A stored account contradicts itself.</summary>
    public static readonly ErrorCode StateBroken = new("credit.state-broken", ErrorKind.Invalid,
        "The stored account contradicts itself: {what}.", "Rebuild the account from its events.");
}
