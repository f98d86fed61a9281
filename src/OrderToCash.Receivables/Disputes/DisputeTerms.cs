namespace OrderToCash.Receivables;

/// <summary>What holds for disputes of one reason.</summary>
public sealed record DisputeTerms
{
    /// <summary>The reason; none for all that have no terms of their own.</summary>
    public DisputeReason Reason { get; init; }

    /// <summary>Business days until the first answer; 0 is the same day.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>Business days until the decision, not less than <see cref="AnswerDays"/>.</summary>
    public required int DecisionDays { get; init; }

    /// <summary>
    /// The largest claim that may be decided without a person, inclusive, one amount per currency; empty when none may.
    /// </summary>
    public EquatableArray<Money> AutomaticUpTo { get; init; }

    /// <summary>
    /// True when a claim within <see cref="AutomaticUpTo"/> is accepted although the facts don't decide it; the customer's
    /// allowance bounds it too.
    /// </summary>
    public bool AcceptsUndecided { get; init; }

    /// <summary>True when a claim that the facts refute is refused without a person.</summary>
    public bool RefusesAutomatically { get; init; }
}
