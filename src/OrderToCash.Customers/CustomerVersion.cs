namespace OrderToCash.Customers;

/// <summary>What holds of a customer from a day on, until the next version; and who said so.</summary>
public sealed record CustomerVersion
{
    /// <summary>The first day it holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>What holds.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded; may be before or after the first day.</summary>
    public required Instant At { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
