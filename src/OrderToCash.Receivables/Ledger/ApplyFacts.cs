namespace OrderToCash.Receivables;

/// <summary>Applications to make with one business date, in one entry.</summary>
public sealed record ApplyFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What to apply, in this order.</summary>
    public required EquatableArray<ApplicationRequest> Applications { get; init; }
}
