namespace OrderToCash.Matching;

/// <summary>Why something is not learned, or a stored memory is not sound.</summary>
public static class MemoryErrors
{
    /// <summary>Only a person confirms or rejects; what a program does is seen.</summary>
    public static readonly ErrorCode NotAPerson = new("match-memory.not-a-person", ErrorKind.Refused,
        "{actor} is a program: it can't confirm or reject for a person.", "Let a person decide, or record it as seen.");

    /// <summary>Nothing is left to be taken back.</summary>
    public static readonly ErrorCode NothingLearned = new("match-memory.nothing-learned", ErrorKind.Refused,
        "Nothing that {about} taught is left to be taken back for {customer}.",
        "Take back an application that was learned from.");

    /// <summary>A decision names nothing.</summary>
    public static readonly ErrorCode NothingChosen = new("match-memory.nothing-chosen", ErrorKind.Invalid,
        "The decision about payment {payment} names no item and no customer.",
        "Say what the payment is for, or what it is not for.");

    /// <summary>What is confirmed is not rejected.</summary>
    public static readonly ErrorCode StillConfirmed = new("match-memory.still-confirmed", ErrorKind.Refused,
        "{item} is settled by payment {payment}.", "Take back the application first.");

    /// <summary>A stored state breaks its own rules.</summary>
    public static readonly ErrorCode StateBroken = new("match-memory.state-broken", ErrorKind.Invalid,
        "The {state} is not in order: {what}.", "Restore it from its events.");
}
