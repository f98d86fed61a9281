namespace OrderToCash.Receivables;

/// <summary>The closing rates of a day.</summary>
public sealed record RevaluationFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The closing day, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>A rate to the functional currency for each currency that is open.</summary>
    public required EquatableArray<ExchangeRate> Rates { get; init; }
}
