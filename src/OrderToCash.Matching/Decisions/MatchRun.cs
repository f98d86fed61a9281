namespace OrderToCash.Matching;

/// <summary>What a run decided. Nothing has been booked: the host applies the decisions, or shows them first.</summary>
public sealed record MatchRun
{
    /// <summary>One decision for every payment, in the order of the payments.</summary>
    public required EquatableArray<MatchDecision> Decisions { get; init; }

    /// <summary>The version of the policy it was decided by.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>How much work it was, in steps that do not depend on the machine.</summary>
    public required long Steps { get; init; }
}
