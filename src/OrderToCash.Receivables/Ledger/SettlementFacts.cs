namespace OrderToCash.Receivables;

/// <summary>A part of one item to settle without another item: a refund, a small difference.</summary>
public sealed record SettlementFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>For refunds: the rate of the day in a foreign currency; null takes the carrying amount.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>For refunds: the account the money leaves; none for <c>cash.bank</c>.</summary>
    public AccountRole CashAccount { get; init; }
}
