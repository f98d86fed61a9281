namespace OrderToCash.Insights;

/// <summary>One passage through a stage: from confirmed to shipped, from invoiced to paid.</summary>
public sealed record StageTime
{
    /// <summary>The stage's name, as the host measures it.</summary>
    public required string Stage { get; init; }

    /// <summary>When it began.</summary>
    public required Instant From { get; init; }

    /// <summary>When it ended; null while it lasts, then it is not counted.</summary>
    public Instant? To { get; init; }
}
