namespace OrderToCash.Receivables;

/// <summary>What one case keeps apart now.</summary>
public sealed record WithheldByDispute
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The parts; never empty.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }
}
