namespace OrderToCash;

/// <summary>Says who looks after money that waits.</summary>
public sealed record AssignUnappliedCash : Command
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Who.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Moves money to the customer it belongs to.</summary>
public sealed record MoveUnappliedCash : Command
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId To { get; init; }

    /// <summary>How much; null for all that waits.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Takes a move back: the money was not that customer's after all.</summary>
public sealed record TakeBackUnappliedCash : Command
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>The entry that moved it.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
