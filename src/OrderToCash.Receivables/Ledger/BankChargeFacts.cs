namespace OrderToCash.Receivables;

/// <summary>What a bank charges for itself.</summary>
public sealed record BankChargeFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The document behind it; empty when there is none.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The rate to the functional currency; null when they are the same.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The account it leaves; none for <c>cash.bank</c>.</summary>
    public AccountRole CashAccount { get; init; }
}
