namespace OrderToCash.Receivables;

/// <summary>Money on account that belongs on another customer's account.</summary>
public sealed record MoveCreditFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the application that takes it off the first account.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The id of the item on the other account.</summary>
    public required OpenItemId NewItem { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId To { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }
}
