namespace OrderToCash.Receivables;

/// <summary>Money on items that were written off, which are not opened again.</summary>
public sealed record RecoveryFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The items: one, or the instalments of one invoice, in this order.</summary>
    public required EquatableArray<OpenItemId> Of { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The bank's reference of the receipt.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>What came in, in the currency of the account.</summary>
    public required Money Cash { get; init; }

    /// <summary>What it pays in the currency of the items, where that is another one; null for the cash itself.</summary>
    public Money? Settles { get; init; }

    /// <summary>The rate between the cash and the functional currency; null when they are the same.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The account it came to; none for <c>cash.bank</c>.</summary>
    public AccountRole CashAccount { get; init; }
}
