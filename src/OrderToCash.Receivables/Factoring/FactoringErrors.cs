namespace OrderToCash.Receivables;

/// <summary>Why a command on factored receivables is refused, and what is broken in a stored assignment.</summary>
public static class FactoringErrors
{
    /// <summary>Something is missing.</summary>
    public static readonly ErrorCode Incomplete = new("factoring.incomplete", ErrorKind.Invalid,
        "The assignment says not {what}.", "Complete the command.");

    /// <summary>The terms contradict themselves.</summary>
    public static readonly ErrorCode BadTerms = new("factoring.bad-terms", ErrorKind.Invalid,
        "The terms of {contract} do not hold together: {what}.", "Correct the terms.");

    /// <summary>What is not owed on an invoice can't be assigned.</summary>
    public static readonly ErrorCode NotAssignable = new("factoring.not-assignable", ErrorKind.Refused,
        "{item}, a {kind} with {open} open, can't be assigned.", "Assign open invoices of the assignment's currency and books.");

    /// <summary>An item is with a factor already.</summary>
    public static readonly ErrorCode AlreadyAssigned = new("factoring.already-assigned", ErrorKind.Conflict,
        "{item} is assigned already.", "Take it back first.");

    /// <summary>A business date before what it builds on.</summary>
    public static readonly ErrorCode DateBeforeAssignment = new("factoring.date-before-assignment", ErrorKind.Refused,
        "{date} is before the assignment on {assigned}.", "Use the day of the assignment or a later one.");

    /// <summary>The advance was paid out before.</summary>
    public static readonly ErrorCode AlreadyFunded = new("factoring.already-funded", ErrorKind.Refused,
        "The advance of {assignment} was paid out.", "Book what the factor pays now as a release of the reserve.");

    /// <summary>The item is not with the factor.</summary>
    public static readonly ErrorCode NotWithFactor = new("factoring.not-with-factor", ErrorKind.Refused,
        "{item} is not with the factor of {assignment} any more, or never was.", "Look at the assignment first.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("factoring.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "Use the currency of the assignment.");

    /// <summary>An amount is not what it may be.</summary>
    public static readonly ErrorCode AmountNotPositive = new("factoring.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>More than is outstanding.</summary>
    public static readonly ErrorCode MoreThanOutstanding = new("factoring.more-than-outstanding", ErrorKind.Refused,
        "{amount} is more than the {left} that is left.", "Take at most what is left; the rest is money of the debtor.");

    /// <summary>The seller does not bear that the debtor does not pay.</summary>
    public static readonly ErrorCode WithoutRecourse = new("factoring.without-recourse", ErrorKind.Refused,
        "{contract} is without recourse: that {item} is not paid is the factor's loss.", "Have the factor cover it.");

    /// <summary>The days after the due date are not over.</summary>
    public static readonly ErrorCode RecourseTooEarly = new("factoring.recourse-too-early", ErrorKind.Refused,
        "{item} may come back from {from} on, not on {date}.", "Wait until then, or name another reason.");

    /// <summary>The money was not passed on.</summary>
    public static readonly ErrorCode NotPassedOn = new("factoring.not-passed-on", ErrorKind.NotFound,
        "{application} passed nothing on for {item}.", "Name the application that did.");

    /// <summary>A stored assignment breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("factoring.state-broken", ErrorKind.Invalid,
        "Assignment {assignment} is not in order: {what}.", "Restore the assignment from its events.");
}
