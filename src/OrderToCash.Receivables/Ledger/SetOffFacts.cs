namespace OrderToCash.Receivables;

/// <summary>What we owe the same party, set off against what it owes.</summary>
public sealed record SetOffFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The items, in this order, each with how much.</summary>
    public required EquatableArray<SettlementPart> Parts { get; init; }

    /// <summary>The document behind it; empty when there is none.</summary>
    public string DocumentNumber { get; init => field = value ?? ""; } = "";
}
