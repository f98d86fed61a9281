namespace OrderToCash.Receivables;

/// <summary>A decision on an assignment with what it posts; to be committed together.</summary>
public sealed record FactoringStep
{
    /// <summary>The assignment and its events.</summary>
    public required Decision<FactoringAssignment, FactoringEvent> Decision { get; init; }

    /// <summary>The items and entries, in order; empty where nothing is posted.</summary>
    public EquatableArray<LedgerDecision> Postings { get; init; }
}
