namespace OrderToCash.Receivables;

/// <summary>A decision on an agreement with what it posts; to be committed together.</summary>
public sealed record RebateStep
{
    /// <summary>The agreement and its events.</summary>
    public required Decision<RebateAgreement, RebateEvent> Decision { get; init; }

    /// <summary>The items and entries, in order; empty where nothing is posted.</summary>
    public EquatableArray<LedgerDecision> Postings { get; init; }
}
