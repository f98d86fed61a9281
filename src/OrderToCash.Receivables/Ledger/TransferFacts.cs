namespace OrderToCash.Receivables;

/// <summary>
/// Money on account that is another customer's: a parent paid for its child, a collective payer for several. Or money that turned
/// out to be for items in another currency.
/// </summary>
public sealed record TransferFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The payment the money is on.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The id of the transfer on that payment.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The id of the open item the receiving customer gets.</summary>
    public required OpenItemId NewItem { get; init; }

    /// <summary>Who gets it; another customer of the same legal entity, or the same one where the currency changes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// What the amount settles in the currency of the items it turned out to be for, above zero; null where it stays in its own.
    /// What it is carried at goes with it; where it becomes the functional currency the difference is a result of exchange.
    /// </summary>
    public Money? Settles { get; init; }

    /// <summary>Why, in words that an auditor understands.</summary>
    public required string Reason { get; init; }
}
