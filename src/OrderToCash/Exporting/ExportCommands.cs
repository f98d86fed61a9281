using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Exports what was posted since the last export to the general ledger.</summary>
public sealed record ExportJournal : Command
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The general ledger it goes to; each has exports of its own. Empty where there is one.</summary>
    public string GeneralLedger { get; init => field = value ?? ""; } = "";

    /// <summary>The accounts.</summary>
    public required AccountMapping Mapping { get; init; }

    /// <summary>At most so many entries, above zero; null for all.</summary>
    public int? Limit { get; init; }
}
