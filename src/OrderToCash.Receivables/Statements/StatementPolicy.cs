namespace OrderToCash.Receivables;

/// <summary>How statements of account are made.</summary>
public sealed record StatementPolicy
{
    /// <summary>Item by item, or balance by balance.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>The buckets of the summary by age; null for 30, 60, 90 days past due.</summary>
    public AgingPolicy? Aging { get; init; }
}
