namespace OrderToCash.Receivables;

/// <summary>An application to take back.</summary>
public sealed record UnapplyFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The business date of the reversal, not before that of the application.</summary>
    public required LocalDate Date { get; init; }
}
