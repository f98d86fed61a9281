namespace OrderToCash.Receivables;

/// <summary>A credit note for a whole invoice.</summary>
public sealed record WholeCreditFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the credit item: what is no longer open on the invoice stays on it.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>
    /// The id of the application that settles the invoice; of several instalments each gets it with its number: <c>A-1/2</c>.
    /// </summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The credit note's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The credit note's date, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }
}
