namespace OrderToCash.Receivables;

/// <summary>Why a command on rebates is refused, and what is broken in a stored agreement.</summary>
public static class RebateErrors
{
    /// <summary>The terms contradict themselves.</summary>
    public static readonly ErrorCode BadTerms = new("rebate.bad-terms", ErrorKind.Invalid,
        "The terms of {agreement} do not hold together: {what}.", "Correct the terms.");

    /// <summary>The document does not belong to the period.</summary>
    public static readonly ErrorCode OutsidePeriod = new("rebate.outside-period", ErrorKind.Refused,
        "{document} of {date} is not in the period from {from} to {to}.", "Count it for the agreement of its period.");

    /// <summary>Amounts of a document do not fit.</summary>
    public static readonly ErrorCode BadDocument = new("rebate.bad-document", ErrorKind.Invalid,
        "{document} can't be counted: {what}.", "Give what is left of the invoice, in the currency of the agreement.");

    /// <summary>The rebate was credited.</summary>
    public static readonly ErrorCode Settled = new("rebate.settled", ErrorKind.Refused,
        "Agreement {agreement} was settled on {date}.", "Agree on the difference and correct it by a document of its own.");

    /// <summary>The period still runs.</summary>
    public static readonly ErrorCode PeriodRuns = new("rebate.period-runs", ErrorKind.Refused,
        "The period of {agreement} runs until {to}.", "Settle on its last day or later.");

    /// <summary>A stored agreement breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("rebate.state-broken", ErrorKind.Invalid,
        "Agreement {agreement} is not in order: {what}.", "Restore the agreement from its events.");
}
