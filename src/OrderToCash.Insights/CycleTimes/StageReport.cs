namespace OrderToCash.Insights;

/// <summary>How long a stage took, in days.</summary>
public sealed record StageReport
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>How many passages ended.</summary>
    public required int Count { get; init; }

    /// <summary>How many last still; they are in no figure.</summary>
    public required int Running { get; init; }

    /// <summary>The mean.</summary>
    public required Kpi Mean { get; init; }

    /// <summary>The median.</summary>
    public required Kpi P50 { get; init; }

    /// <summary>Nine of ten do not take longer.</summary>
    public required Kpi P90 { get; init; }
}
