namespace OrderToCash.Receivables;

/// <summary>Somebody may post in closed periods until a moment, for a reason.</summary>
public sealed record LockException
{
    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>The first business date that is open to them, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The moment it ends, exclusive.</summary>
    public required Instant Until { get; init; }

    /// <summary>Why, for the auditor.</summary>
    public required string Reason { get; init; }
}
