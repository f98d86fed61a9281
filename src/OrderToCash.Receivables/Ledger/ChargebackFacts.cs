namespace OrderToCash.Receivables;

/// <summary>Card money that was taken back from us.</summary>
public sealed record ChargebackFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the new item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The number of the case.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, in the currency of the account; null for the whole receipt.</summary>
    public Money? Amount { get; init; }

    /// <summary>What the bank keeps for it, in the currency of the account; null when nothing.</summary>
    public Money? Fee { get; init; }

    /// <summary>The rate of the fee in a foreign currency; null takes that of the receipt.</summary>
    public ExchangeRate? Rate { get; init; }
}
