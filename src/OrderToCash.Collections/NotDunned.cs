namespace OrderToCash.Collections;

/// <summary>An item that is on no letter of a plan, and why.</summary>
public sealed record NotDunned
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What is open of it, with its sign.</summary>
    public required Money Open { get; init; }

    /// <summary>Why it is on no letter.</summary>
    public required NotDunnedReason Reason { get; init; }

    /// <summary>The stop that keeps it off; null for other reasons.</summary>
    public DunningStop? Stop { get; init; }

    /// <summary>The first day on which this reason will not hold any more; null when no day is known.</summary>
    public LocalDate? NextOn { get; init; }
}
