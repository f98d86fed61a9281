namespace OrderToCash.Receivables;

/// <summary>What a dispute was before it was opened again.</summary>
public sealed record DisputeRound
{
    /// <summary>What was disputed.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }

    /// <summary>What was found; null when it was withdrawn before.</summary>
    public DisputeFinding? Finding { get; init; }

    /// <summary>How the parts ended.</summary>
    public EquatableArray<DisputeResolution> Resolutions { get; init; }
}
