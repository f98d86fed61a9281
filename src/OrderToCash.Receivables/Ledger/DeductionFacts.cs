namespace OrderToCash.Receivables;

/// <summary>What a customer kept back, to be an item of its own.</summary>
public sealed record DeductionFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The items it is kept back of: one, or the instalments of one invoice.</summary>
    public required EquatableArray<OpenItemId> Of { get; init; }

    /// <summary>The id of the new item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the application that takes it off each of the items.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>The customer's number for it; empty for that of the item.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";
}
