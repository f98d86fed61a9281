namespace OrderToCash.Receivables;

/// <summary>Why a command on money that waits is refused, and what is broken in a stored case.</summary>
public static class UnappliedCashErrors
{
    /// <summary>Something is missing.</summary>
    public static readonly ErrorCode Incomplete = new("unapplied-cash.incomplete", ErrorKind.Invalid,
        "The command says not {what}.", "Complete the command.");

    /// <summary>The item is no money that waits.</summary>
    public static readonly ErrorCode NotWaiting = new("unapplied-cash.not-waiting", ErrorKind.Refused,
        "{item}, a {kind} with {open} open, is no money that waits.", "Name a payment that is not applied.");

    /// <summary>The money is on that account already.</summary>
    public static readonly ErrorCode SameCustomer = new("unapplied-cash.same-customer", ErrorKind.Refused,
        "{item} is on the account of {customer} already.", "Name the customer it belongs to.");

    /// <summary>The case knows no such move, or it was taken back.</summary>
    public static readonly ErrorCode MoveUnknown = new("unapplied-cash.move-unknown", ErrorKind.NotFound,
        "{entry} moved nothing of {item}, or was taken back.", "Name the entry of the move.");

    /// <summary>A stored case breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("unapplied-cash.state-broken", ErrorKind.Invalid,
        "The case of {item} is not in order: {what}.", "Restore the case from its events.");
}
