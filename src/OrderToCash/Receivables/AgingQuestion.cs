using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Which receivables to age, as of which day and by which knowledge.</summary>
public sealed record AgingQuestion
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>One customer; null for all.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The day, inclusive; any day of the past.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>What was recorded up to this moment, inclusive; null for all that is known.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>Basis, buckets and the place of credits; null for the usual ones.</summary>
    public AgingPolicy? Policy { get; init; }

    /// <summary>The promises the host knows of; those that stood on the day, as known then, are shown apart.</summary>
    public EquatableArray<PromisedPart> Promises { get; init; }
}
