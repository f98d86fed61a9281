namespace OrderToCash.Receivables;

/// <summary>The allowance for bad debts, to be brought to what is expected.</summary>
public sealed record AllowanceFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What it is: the credit balance of <c>contra.allowance</c>, see <see cref="LedgerBalances"/>.</summary>
    public required Money Current { get; init; }

    /// <summary>What it shall be.</summary>
    public required Money Target { get; init; }
}
