namespace OrderToCash.Receivables;

/// <summary>A decision on money that waits, with what it posts; to be committed together.</summary>
public sealed record UnappliedCashStep
{
    /// <summary>The case and its events.</summary>
    public required Decision<UnappliedCashCase, UnappliedCashEvent> Decision { get; init; }

    /// <summary>The items and the entry; null where nothing is posted.</summary>
    public LedgerDecision? Posting { get; init; }
}
