namespace OrderToCash.Receivables;

/// <summary>A line of the journal as the general ledger takes it.</summary>
public sealed record ExportedLine
{
    /// <summary>The position of its entry in the journal of the legal entity, from 1.</summary>
    public required long Position { get; init; }

    /// <summary>The entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What happened, one of <see cref="JournalEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The document behind it; empty when there is none.</summary>
    public string SourceDocument { get; init => field = value ?? ""; } = "";

    /// <summary>The entry it takes back; none for an entry of its own.</summary>
    public JournalEntryId Reverses { get; init; }

    /// <summary>The customer; none when it is no customer's or several customers'.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>The account of the general ledger.</summary>
    public required string Account { get; init; }

    /// <summary>The role it was mapped from.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>The host's tax code; empty when there is none.</summary>
    public string TaxCode { get; init => field = value ?? ""; } = "";

    /// <summary>The side.</summary>
    public required EntrySide Side { get; init; }

    /// <summary>The amount in the document currency, zero or above.</summary>
    public required Money Document { get; init; }

    /// <summary>The amount in the functional currency, zero or above.</summary>
    public required Money Functional { get; init; }

    /// <summary>The open item it moves; null for lines that move none.</summary>
    public OpenItemId? Item { get; init; }
}
