using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A part of the journal was exported to a general ledger.</summary>
public sealed record JournalExported
{
    /// <summary>The command that did it.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The general ledger.</summary>
    public string GeneralLedger { get; init => field = value ?? ""; } = "";

    /// <summary>The number of the export, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The position it begins after.</summary>
    public required ExportPosition From { get; init; }

    /// <summary>The position it ends at.</summary>
    public required ExportPosition To { get; init; }

    /// <summary>The version of the mapping.</summary>
    public required string MappingVersion { get; init; }

    /// <summary>Its control totals per document currency.</summary>
    public EquatableArray<ExportTotal> Totals { get; init; }

    /// <summary>The hash of its lines as <see cref="JournalExport.ToCsv"/> writes them: made again it must be the same.</summary>
    public required ContentHash Content { get; init; }

    /// <summary>Who exported.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
