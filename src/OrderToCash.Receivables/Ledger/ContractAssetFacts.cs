namespace OrderToCash.Receivables;

/// <summary>Revenue before the right to invoice it.</summary>
public sealed record ContractAssetFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the new item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The document behind it; empty when there is none.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The rate to the functional currency; null when they are the same.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The role of the item; none for <c>asset.contract</c>.</summary>
    public AccountRole Role { get; init; }
}
