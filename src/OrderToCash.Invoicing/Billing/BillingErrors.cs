namespace OrderToCash.Invoicing;

/// <summary>Why an item can't be billed, a policy not be used, or a run not go on.</summary>
public static class BillingErrors
{
    /// <summary>A policy says something impossible.</summary>
    public static readonly ErrorCode PolicyInvalid = new("billing.policy-invalid", ErrorKind.Invalid,
        "{value} is no {field} of a billing policy.", "Correct the policy.");

    /// <summary>An item lacks what a line needs.</summary>
    public static readonly ErrorCode ItemIncomplete = new("billing.item-incomplete", ErrorKind.Invalid,
        "Item {item} has no {field}.", "Complete the order, then plan again.");

    /// <summary>Two facts have the same name; none of them is billed.</summary>
    public static readonly ErrorCode ItemTwice = new("billing.item-twice", ErrorKind.Invalid,
        "Item {item} is given more than once.", "Give each item once.");

    /// <summary>Units differ, or a quantity is impossible.</summary>
    public static readonly ErrorCode QuantityImpossible = new("billing.quantity-impossible", ErrorKind.Invalid,
        "Item {item} has {quantity} as {field}.",
        "Use one unit for all quantities of an item; ordered above zero, the others not below.");

    /// <summary>Price or discount is impossible, or of a currency without a grid.</summary>
    public static readonly ErrorCode AmountImpossible = new("billing.amount-impossible", ErrorKind.Invalid,
        "Item {item} has {amount} as {field}.",
        "Use a price of zero or more in a currency that is money, and a discount between nothing and the amount.");

    /// <summary>A scheduled item has no period, or one that ends before it begins.</summary>
    public static readonly ErrorCode PeriodMissing = new("billing.period-missing", ErrorKind.Invalid,
        "Item {item} is billed by schedule, but its period is {from} to {until}.",
        "Give the first and the last day of the period.");

    /// <summary>Somebody holds the item.</summary>
    public static readonly ErrorCode ItemHeld = new("billing.item-held", ErrorKind.Refused,
        "Item {item} is held: {reason}", "Release the hold.");

    /// <summary>A plan has no document.</summary>
    public static readonly ErrorCode NothingPlanned = new("billing.nothing-planned", ErrorKind.Refused,
        "The plan of {day} has no document.", "Look at the items left out and their reasons.");

    /// <summary>The run is not in the state the step needs.</summary>
    public static readonly ErrorCode WrongStatus = new("billing.wrong-status", ErrorKind.Refused,
        "Run {run} is {status}.", "Approve a proposed run before billing; a rejected one is planned again.");

    /// <summary>The one who proposed may not approve.</summary>
    public static readonly ErrorCode SamePerson = new("billing.same-person", ErrorKind.Forbidden,
        "{person} proposed run {run} and can't approve it.", "Let somebody else approve.");

    /// <summary>No such document in the run.</summary>
    public static readonly ErrorCode DocumentUnknown = new("billing.document-unknown", ErrorKind.NotFound,
        "Run {run} has no document {document}.", "Use the key of a planned document.");

    /// <summary>The document was billed with another invoice, or skipped.</summary>
    public static readonly ErrorCode AlreadyDone = new("billing.already-done", ErrorKind.Conflict,
        "Document {document} of run {run} is done: {outcome}.", "Nothing is left to do for it.");

    /// <summary>The facts moved on since the plan was made.</summary>
    public static readonly ErrorCode ItemChanged = new("billing.item-changed", ErrorKind.Conflict,
        "Item {item} was planned with {planned} billed before; it is {now} now.", "Skip the document and plan again.");

    /// <summary>A reason is missing.</summary>
    public static readonly ErrorCode ReasonMissing = new("billing.reason-missing", ErrorKind.Invalid,
        "A reason is needed.", "Say why.");

    /// <summary>A stored run contradicts itself.</summary>
    public static readonly ErrorCode StateMismatch = new("billing.state-mismatch", ErrorKind.Invalid,
        "The stored run {run} contradicts itself: {part}.", "Restore the state from its events.");
}
