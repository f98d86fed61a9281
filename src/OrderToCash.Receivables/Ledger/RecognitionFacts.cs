namespace OrderToCash.Receivables;

/// <summary>A contract liability, or a part of it, that becomes revenue.</summary>
public sealed record RecognitionFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open, or for the part.</summary>
    public Money? Amount { get; init; }

    /// <summary>Which of the equal <see cref="Parts"/> of the item's first amount, from 1; 0 when it goes by amount.</summary>
    public int Part { get; init; }

    /// <summary>What it becomes; none for <c>revenue.sales</c>. A credit note takes it against its returns.</summary>
    public AccountRole Role { get; init; }

    /// <summary>In how many equal parts the first amount becomes revenue; 0 when it goes by amount.</summary>
    public int Parts { get; init; }
}
