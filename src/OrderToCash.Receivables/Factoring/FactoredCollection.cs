namespace OrderToCash.Receivables;

/// <summary>What came in for an assigned receivable: to the factor, from him as cover, or to us.</summary>
public sealed record FactoredCollection
{
    /// <summary>How much; below zero for money that was recalled.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The payment we received and passed on; none where the factor collected.</summary>
    public OpenItemId Payment { get; init; }

    /// <summary>The application that passed it on; none where the factor collected.</summary>
    public ItemApplicationId Application { get; init; }
}
