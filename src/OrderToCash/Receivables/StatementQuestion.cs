using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Which account to state, over which days and by which knowledge.</summary>
public sealed record StatementQuestion
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The first day, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, inclusive, not before the first.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What was recorded up to this moment, inclusive; null for all that is known.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>Which kind, and the buckets; null for the usual ones.</summary>
    public StatementPolicy? Policy { get; init; }

    /// <summary>The promises the host knows of; those that stood on the last day, as known then, are shown apart.</summary>
    public EquatableArray<PromisedPart> Promises { get; init; }
}
