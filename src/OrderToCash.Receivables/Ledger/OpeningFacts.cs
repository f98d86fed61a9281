namespace OrderToCash.Receivables;

/// <summary>What was open when the books began.</summary>
public sealed record OpeningFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The items.</summary>
    public EquatableArray<OpeningItem> Items { get; init; }

    /// <summary>The allowance for bad debts, zero or above, in the functional currency; null for none.</summary>
    public Money? Allowance { get; init; }
}
