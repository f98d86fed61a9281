namespace OrderToCash.Receivables;

/// <summary>Money between a debtor, a factor and us.</summary>
public sealed record FactorMoneyFacts
{
    /// <summary>The id of the entry, where one is posted; items and applications it makes have the same id.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The rate of the day; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
