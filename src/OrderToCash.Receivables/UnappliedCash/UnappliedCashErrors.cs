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

    /// <summary>A stored case breaks a rule.</summary>
    public static readonly ErrorCode StateBroken = new("unapplied-cash.state-broken", ErrorKind.Invalid,
        "The case of {item} is not in order: {what}.", "Restore the case from its events.");
}
