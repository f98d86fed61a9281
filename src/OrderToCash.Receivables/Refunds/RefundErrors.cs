namespace OrderToCash.Receivables;

/// <summary>Why a command on a refund is refused, and what is broken in a stored one.</summary>
public static class RefundErrors
{
    /// <summary>Something is missing.</summary>
    public static readonly ErrorCode Incomplete = new("refund.incomplete", ErrorKind.Invalid,
        "The refund says not {what}.", "Complete the request.");

    /// <summary>The item is no credit, or of another kind than the refund says.</summary>
    public static readonly ErrorCode NotACredit = new("refund.not-a-credit", ErrorKind.Refused,
        "{item} is a {kind} of {amount}, no {refund} to be paid back.", "Name the payment, credit note or deposit.");

    /// <summary>Amounts of two currencies meet.</summary>
    public static readonly ErrorCode OtherCurrency = new("refund.other-currency", ErrorKind.Refused,
        "{amount} is in another currency than {expected}.", "Pay back in the currency of the credit.");

    /// <summary>An amount is zero or below.</summary>
    public static readonly ErrorCode AmountNotPositive = new("refund.amount-not-positive", ErrorKind.Invalid,
        "{amount} is not above zero.", "Give an amount above zero.");

    /// <summary>More than is open of the credit.</summary>
    public static readonly ErrorCode MoreThanOpen = new("refund.more-than-open", ErrorKind.Refused,
        "{amount} is more than the {open} of {item} that is open and not asked for by other refunds.",
        "Pay back what is open.");

    /// <summary>Nobody may refund that much.</summary>
    public static readonly ErrorCode AboveLimit = new("refund.above-limit", ErrorKind.Refused,
        "{amount} is above every limit of the policy.", "Change the policy, or pay back in parts that somebody may approve.");

    /// <summary>Money goes back the way it came.</summary>
    public static readonly ErrorCode OriginalRouteFirst = new("refund.original-route-first", ErrorKind.Refused,
        "The money came by {original} and would go to {route}.", "Use the original way, or say why it can't be used.");

    /// <summary>The request is not where the command needs it.</summary>
    public static readonly ErrorCode WrongStatus = new("refund.wrong-status", ErrorKind.Refused,
        "Refund {refund} is {status}.", "Look at the request first.");

    /// <summary>Who asks does not approve, and nobody approves twice.</summary>
    public static readonly ErrorCode NeedsAnotherPerson = new("refund.needs-another-person", ErrorKind.Forbidden,
        "{by} asked for refund {refund} or approved it already, or is no person.", "Let somebody else approve it.");

    /// <summary>The credit is another one.</summary>
    public static readonly ErrorCode OtherItem = new("refund.other-item", ErrorKind.Invalid,
        "{item} is not the credit {credit} of refund {refund}.", "Load the credit of the request.");

    /// <summary>A date does not fit.</summary>
    public static readonly ErrorCode DateBeforeOrder = new("refund.date-before-order", ErrorKind.Refused,
        "{date} is before refund {refund} was ordered on {ordered}.", "Use the day of the bank's message.");

    /// <summary>A stored request breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("refund.state-broken", ErrorKind.Invalid,
        "Refund {refund} is not in order: {what}.", "Restore the request from its events.");
}
