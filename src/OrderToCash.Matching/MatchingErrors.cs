namespace OrderToCash.Matching;

/// <summary>What can be wrong with a matching policy.</summary>
public static class MatchingErrors
{
    /// <summary>0 ≤ suggest ≤ apply ≤ 10,000 does not hold.</summary>
    public static readonly ErrorCode ThresholdOrder = new("matching.threshold-order", ErrorKind.Invalid,
        "Apply at {applyAt} and suggest at {suggestAt} are no thresholds: 0 to 10,000 basis points, apply not below suggest.",
        "Raise the threshold to apply, or lower the one to suggest.");

    /// <summary>A tolerance is below zero, above 100 %, or stated twice for a currency.</summary>
    public static readonly ErrorCode ToleranceInvalid = new("matching.tolerance-invalid", ErrorKind.Invalid,
        "The tolerance {tolerance} is no tolerance: not below zero, at most 100 %, one cap a currency.",
        "Correct the tolerance.");

    /// <summary>A budget or a number of days is out of its range.</summary>
    public static readonly ErrorCode BudgetInvalid = new("matching.budget-invalid", ErrorKind.Invalid,
        "{name} can not be {value}: it is {least} to {most}.", "Use a number in the range.");

    /// <summary>A stored open item breaks its own rules: it is left out, and whoever names it is left to a person.</summary>
    public static readonly ErrorCode ItemBroken = new("matching.item-broken", ErrorKind.Conflict,
        "Open item {item} ({number}) takes no part in matching: {finding}", "Repair the stored item; the others are matched.");
}
