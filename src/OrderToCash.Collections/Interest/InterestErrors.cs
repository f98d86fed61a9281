namespace OrderToCash.Collections;

/// <summary>Why interest for late payment is not computed or charged, and what is broken in what is stored about it.</summary>
public static class InterestErrors
{
    /// <summary>The reference rate of a day is not known.</summary>
    public static readonly ErrorCode RateMissing = new("interest.rate-missing", ErrorKind.NotFound,
        "The rate {table} of {date} is not known.", "Add the rates that were published since; they are not extrapolated.");

    /// <summary>An item bears no interest.</summary>
    public static readonly ErrorCode BearsNone = new("interest.bears-none", ErrorKind.Refused,
        "{item} is a {kind}, which bears no interest by policy {policy}.", "Charge interest on what was invoiced.");

    /// <summary>There is nothing to charge.</summary>
    public static readonly ErrorCode NothingDue = new("interest.nothing-due", ErrorKind.Refused,
        "{item}: {total} through {through}, of which {charged} are charged.", "Nothing has to be done.");

    /// <summary>It is not worth a document.</summary>
    public static readonly ErrorCode BelowMinimum = new("interest.below-minimum", ErrorKind.Refused,
        "{item}: {amount} is less than {minimum}.", "Wait: it is charged with the days to come.", retryable: true);

    /// <summary>The days were charged before.</summary>
    public static readonly ErrorCode ChargedThrough = new("interest.charged-through", ErrorKind.Conflict,
        "{item} is charged through {charged}, not only through {through}.", "Charge a later day.");

    /// <summary>The computation is about another item.</summary>
    public static readonly ErrorCode OtherItem = new("interest.other-item", ErrorKind.Invalid,
        "The interest is on {other}, not on {item}.", "Compute it on the item.");

    /// <summary>The compensation was charged before.</summary>
    public static readonly ErrorCode Compensated = new("interest.compensated", ErrorKind.Conflict,
        "The compensation for {item} was charged as {charge}.", "It is due once per claim.");

    /// <summary>No compensation is due.</summary>
    public static readonly ErrorCode NoCompensation = new("interest.no-compensation", ErrorKind.Refused,
        "No compensation is due for {item}: {why}.", "Charge it when a business is late.");

    /// <summary>There is no such charge.</summary>
    public static readonly ErrorCode ChargeUnknown = new("interest.charge-unknown", ErrorKind.NotFound,
        "{item} has no charge {charge}.", "Name a charge on the item.");

    /// <summary>A reason is missing.</summary>
    public static readonly ErrorCode ReasonMissing = new("interest.reason-missing", ErrorKind.Invalid,
        "The waiver of {charge} says not why.", "Give a reason.");

    /// <summary>What is stored breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("interest.state-broken", ErrorKind.Invalid,
        "The interest on {item} is not in order: {what}.", "Restore it from its events.");
}
