namespace OrderToCash.Tax;

/// <summary>One line of an explanation: what a rule said, and why.</summary>
public sealed record RuleVerdict
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What it said.</summary>
    public required RuleAnswer Answer { get; init; }

    /// <summary>Why, for people.</summary>
    public required string Because { get; init; }

    /// <summary><c>rule X matched because ...</c></summary>
    public override string ToString() => Answer switch
    {
        RuleAnswer.Matched => $"rule {Rule} matched because {Because}",
        RuleAnswer.Unclear => $"rule {Rule} can't say because {Because}",
        _ => $"rule {Rule} did not match because {Because}",
    };
}
