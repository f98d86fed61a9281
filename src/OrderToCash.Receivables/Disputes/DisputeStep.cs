namespace OrderToCash.Receivables;

/// <summary>A point of a dispute's life: from this day on it has this status and keeps these amounts apart.</summary>
public sealed record DisputeStep
{
    /// <summary>The status it took.</summary>
    public required DisputeStatus Status { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    /// <summary>What it keeps out of dunning, interest and credit blocks from then on; empty when nothing.</summary>
    public EquatableArray<DisputedPart> Withheld { get; init; }
}
