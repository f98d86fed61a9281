namespace OrderToCash.Receivables;

/// <summary>Money that came in.</summary>
public sealed record PaymentFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose account received it.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who paid.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The bank's reference of the receipt.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The booking date of the bank, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What came in, in the currency of the account.</summary>
    public required Money Cash { get; init; }

    /// <summary>What it pays in the currency of the documents, where that is another one; null for the cash itself.</summary>
    public Money? Settles { get; init; }

    /// <summary>The rate between the cash and the functional currency; null when they are the same.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The account it came to; none for <c>cash.bank</c>.</summary>
    public AccountRole CashAccount { get; init; }

    /// <summary>The role of the credit; none for <c>liability.unapplied-cash</c>.</summary>
    public AccountRole Role { get; init; }
}
