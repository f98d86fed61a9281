namespace OrderToCash.Receivables;

/// <summary>A receivable that comes back.</summary>
public sealed record FactorReturnFacts
{
    /// <summary>The id of the entry that opens it again.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the entry that settles what came in for it.</summary>
    public required JournalEntryId CollectedEntry { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The rate of the day; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
