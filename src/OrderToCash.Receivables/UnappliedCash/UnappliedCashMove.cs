namespace OrderToCash.Receivables;

/// <summary>Money that turned out to be another customer's.</summary>
public sealed record UnappliedCashMove
{
    /// <summary>The entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The item on that customer's account.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The business date it was taken back; null while it holds.</summary>
    public LocalDate? TakenBackOn { get; init; }
}
