namespace OrderToCash.Receivables;

/// <summary>Interest, or a fee or compensation for late payment, charged to a customer. It is outside of tax.</summary>
public sealed record ChargeFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the new item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The number of the charge.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The date of the charge, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day to pay; null for the date of the charge.</summary>
    public LocalDate? DueDate { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The booking rate; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
