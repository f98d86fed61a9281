namespace OrderToCash.Receivables;

/// <summary>The credit note that settles a rebate.</summary>
public sealed record RebateSettlementFacts
{
    /// <summary>The id of the entry that corrects the accrual to what was earned.</summary>
    public required JournalEntryId CorrectionEntry { get; init; }

    /// <summary>The id of the entry of the credit note.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The number of the credit note.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Its date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The rate of the day; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
