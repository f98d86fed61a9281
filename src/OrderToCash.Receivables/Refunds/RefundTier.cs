namespace OrderToCash.Receivables;

/// <summary>How many people must approve a refund up to an amount.</summary>
public sealed record RefundTier
{
    /// <summary>The largest refund, inclusive.</summary>
    public required Money UpTo { get; init; }

    /// <summary>How many approvals of different people besides who asked for it; 0 for none.</summary>
    public required int Approvals { get; init; }
}
