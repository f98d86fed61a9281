namespace OrderToCash.Receivables;

/// <summary>Money on account that is another customer's: a parent paid for its child, a collective payer for several.</summary>
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

    /// <summary>Who gets it; another customer of the same legal entity.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why, in words that an auditor understands.</summary>
    public required string Reason { get; init; }
}
