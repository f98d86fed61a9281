namespace OrderToCash.Receivables;

/// <summary>What a journal entry says, not yet checked; <see cref="JournalEntry.Restore"/> makes the entry.</summary>
public sealed record JournalEntryFacts
{
    /// <summary>The entry's id.</summary>
    public required JournalEntryId Id { get; init; }

    /// <summary>Whose books it is in.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The currency of those books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The business date: the period it belongs to.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>What happened, one of <see cref="JournalEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>Who gave the command.</summary>
    public required Actor By { get; init; }

    /// <summary>
    /// The document behind it: a number of an invoice, credit note or bank statement; empty when there is none.
    /// </summary>
    public string SourceDocument { get; init => field = value ?? ""; } = "";

    /// <summary>Whose account it moves; none when it is no customer's or several customers'.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>The entry this one takes back; none for an entry of its own.</summary>
    public JournalEntryId Reverses { get; init; }

    /// <summary>Its place in the chain; null until it is recorded.</summary>
    public JournalLink? Link { get; init; }

    /// <summary>Its lines, at least two.</summary>
    public required EquatableArray<JournalLine> Lines { get; init; }
}
