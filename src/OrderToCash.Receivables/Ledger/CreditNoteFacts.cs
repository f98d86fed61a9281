namespace OrderToCash.Receivables;

/// <summary>
/// A posted credit note as the ledger needs it. Its amounts are above zero; the open item is a credit and below zero.
/// </summary>
public sealed record CreditNoteFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Who credits.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose credit it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The credit note's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The credit note's date, which is the business date of the entry.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>What is taken back: revenue (<c>revenue.sales</c> or <c>revenue.sales-returns</c>) and taxes.</summary>
    public required EquatableArray<Posting> Postings { get; init; }

    /// <summary>The tax contained, per category and rate.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>The booking rate, that of the invoice it corrects; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
