using OrderToCash.Collections;

namespace OrderToCash;

/// <summary>Interest a run would charge on an item.</summary>
public sealed record PlannedInterest
{
    /// <summary>Who owes it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The computation since the due date, line by line.</summary>
    public required LateInterest Interest { get; init; }

    /// <summary>What of it was not charged yet.</summary>
    public required Money Amount { get; init; }
}
