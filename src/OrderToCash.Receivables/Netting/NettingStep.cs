namespace OrderToCash.Receivables;

/// <summary>A decision on a netting with what it posts; to be committed together.</summary>
public sealed record NettingStep
{
    /// <summary>The account and its events.</summary>
    public required Decision<NettingAccount, NettingEvent> Decision { get; init; }

    /// <summary>The items and the entry; null where nothing is posted.</summary>
    public LedgerDecision? Posting { get; init; }
}
