namespace OrderToCash.Receivables;

/// <summary>Why a netting is refused, and what is broken in a stored account.</summary>
public static class NettingErrors
{
    /// <summary>Something is missing or contradicts itself.</summary>
    public static readonly ErrorCode Incomplete = new("netting.incomplete", ErrorKind.Invalid,
        "The netting says not {what}.", "Complete the command.");

    /// <summary>No agreement holds on the day.</summary>
    public static readonly ErrorCode NotAgreed = new("netting.not-agreed", ErrorKind.Refused,
        "Agreement {reference} does not hold on {date}.", "Net on a day of the agreement, or agree anew.");

    /// <summary>Nothing is due on one of the sides, or less than the least.</summary>
    public static readonly ErrorCode NothingToNet = new("netting.nothing-to-net", ErrorKind.Refused,
        "Both sides have {amount} due in {currency}; the least is {minimum}.", "Wait until more is due.");

    /// <summary>The sides do not come to the same amount.</summary>
    public static readonly ErrorCode Unbalanced = new("netting.unbalanced", ErrorKind.Invalid,
        "The sides of {netting} do not come to the same amount, or name something twice.", "Propose again.");

    /// <summary>More of a payable than is left.</summary>
    public static readonly ErrorCode PayableUsed = new("netting.payable-used", ErrorKind.Refused,
        "{number} has {left} left, not {amount}.", "Propose again with the payables as they are.");

    /// <summary>The id is taken by another netting.</summary>
    public static readonly ErrorCode AlreadyPosted = new("netting.already-posted", ErrorKind.Conflict,
        "{netting} was posted with other content.", "Give each netting an id of its own.");

    /// <summary>There is no such netting, or it was undone.</summary>
    public static readonly ErrorCode Unknown = new("netting.unknown", ErrorKind.NotFound,
        "{netting} was not posted.", "Name a netting that was.");

    /// <summary>A stored account breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("netting.state-broken", ErrorKind.Invalid,
        "The netting of {customer} is not in order: {what}.", "Restore the account from its events.");
}
