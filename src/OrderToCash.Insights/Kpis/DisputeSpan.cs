namespace OrderToCash.Insights;

/// <summary>How long a dispute was open.</summary>
public sealed record DisputeSpan
{
    /// <summary>The day it was opened.</summary>
    public required LocalDate Opened { get; init; }

    /// <summary>The day it was resolved, not before it was opened; null while it is open.</summary>
    public LocalDate? Resolved { get; init; }
}
