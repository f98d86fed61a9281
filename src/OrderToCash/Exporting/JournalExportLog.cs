using System.Text.Json.Serialization;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>How far the journal of a legal entity was exported to a general ledger, and by which exports.</summary>
public sealed record JournalExportLog
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The general ledger.</summary>
    public string GeneralLedger { get; init => field = value ?? ""; } = "";

    /// <summary>The exports, each where the one before ended.</summary>
    public EquatableArray<JournalExported> Exports { get; init; }

    /// <summary>Where the next export begins.</summary>
    [JsonIgnore]
    public ExportPosition Position => Exports.IsEmpty ? ExportPosition.Start : Exports[^1].To;

    /// <summary>The log after the first export.</summary>
    public static JournalExportLog From(JournalExported first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { LegalEntity = first.LegalEntity, GeneralLedger = first.GeneralLedger, Exports = [first] };
    }

    /// <summary>The log after another export.</summary>
    /// <exception cref="ArgumentException">The export is of another ledger, or does not begin where the last ended.</exception>
    public JournalExportLog Apply(JournalExported exported)
    {
        ArgumentNullException.ThrowIfNull(exported);
        return exported.LegalEntity == LegalEntity && exported.GeneralLedger == GeneralLedger && exported.From == Position
            ? this with { Exports = Exports.Add(exported) }
            : throw new ArgumentException(
                $"Export {exported.Number} of {exported.LegalEntity} does not follow here.", nameof(exported));
    }

    /// <summary>The export of a command; null when there is none.</summary>
    public JournalExported? Of(CommandId command)
    {
        foreach (var exported in Exports)
            if (exported.Command == command) return exported;
        return null;
    }
}
