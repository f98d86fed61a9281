namespace OrderToCash.Invoicing;

/// <summary>Why revenue can't be spread or posted.</summary>
public static class RevenueErrors
{
    /// <summary>A period is missing, or ends before it begins.</summary>
    public static readonly ErrorCode PeriodInvalid = new("revenue.period-invalid", ErrorKind.Invalid,
        "{from} to {until} is no period.", "Give the first and the last day; the last not before the first.");

    /// <summary>No such line on the invoice.</summary>
    public static readonly ErrorCode LineUnknown = new("revenue.line-unknown", ErrorKind.Invalid,
        "{number} has no line {line}.", "Name lines by their position, from 1.");

    /// <summary>A line has two terms.</summary>
    public static readonly ErrorCode LineTwice = new("revenue.line-twice", ErrorKind.Invalid,
        "Line {line} has more than one term.", "Give each line one term.");

    /// <summary>A line below zero would be deferred.</summary>
    public static readonly ErrorCode BelowZero = new("revenue.below-zero", ErrorKind.Refused,
        "Line {line} of {number} would defer {amount}.", "Defer the lines that it takes off from, less what it takes off.");

    /// <summary>Nothing of a line waits for its performance.</summary>
    public static readonly ErrorCode NothingWaits = new("revenue.nothing-waits", ErrorKind.Refused,
        "Nothing of line {line} of {invoice} waits for its performance.", "Name a line that was deferred without a day.");

    /// <summary>A change is outside the period, or of another currency.</summary>
    public static readonly ErrorCode ChangeInvalid = new("revenue.change-invalid", ErrorKind.Refused,
        "The schedule of {from} to {until} can't change to {change}.",
        "Change within the current part of the period, in the currency of the schedule.");

    /// <summary>A stored schedule contradicts itself.</summary>
    public static readonly ErrorCode StateMismatch = new("revenue.state-mismatch", ErrorKind.Invalid,
        "The stored schedule contradicts itself: {part}.", "Make the schedule again from the contract and its changes.");
}
