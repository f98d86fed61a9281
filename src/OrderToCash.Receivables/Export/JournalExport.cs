using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// The entries of a legal entity from one position of its journal to another, mapped to the accounts of a general ledger, with
/// control totals and the hash of everything up to its end.
/// </summary>
public sealed record JournalExport
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The version of the mapping.</summary>
    public required string MappingVersion { get; init; }

    /// <summary>The position it begins after.</summary>
    public required ExportPosition From { get; init; }

    /// <summary>The position it ends at: where the next export begins.</summary>
    public required ExportPosition To { get; init; }

    /// <summary>The lines, in the order of the journal.</summary>
    public EquatableArray<ExportedLine> Lines { get; init; }

    /// <summary>Control totals per document currency, in the order of the codes.</summary>
    public EquatableArray<ExportTotal> Totals { get; init; }

    /// <summary>How many entries are in it.</summary>
    [JsonIgnore]
    public long Entries => To.Count - From.Count;

    /// <summary>
    /// The next part of a journal that is given whole. What was exported before is looked at again: when it is not as it was,
    /// nothing is exported. Refuses with all findings: export.mapping-missing (each kind of line once), account-empty,
    /// rule-twice, journal-differs, position-beyond.
    /// </summary>
    /// <param name="journal">The whole journal in the order of recording; other legal entities are passed over.</param>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="after">Where the export before ended; <see cref="ExportPosition.Start"/> for the first.</param>
    /// <param name="mapping">The accounts.</param>
    /// <param name="attributes">What the host knows about a line; null when no rule needs it.</param>
    /// <param name="limit">At most so many entries; null for all.</param>
    public static Result<JournalExport> Next(IEnumerable<JournalEntry> journal, LegalEntityId legalEntity, ExportPosition after,
        AccountMapping mapping, Func<JournalEntry, JournalLine, ExportAttributes>? attributes = null, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(after);
        using var entries = journal.Where(entry => entry.LegalEntity == legalEntity).GetEnumerator();
        var position = ExportPosition.Start;
        while (position.Count < after.Count && entries.MoveNext()) position = position.After(entries.Current);
        if (position.Count < after.Count)
            return Result.Failure<JournalExport>(JournalExportErrors.PositionBeyond.At("after",
                ("exported", after.Count), ("legalEntity", legalEntity), ("count", position.Count)));
        if (position.Head != after.Head)
            return Result.Failure<JournalExport>(JournalExportErrors.JournalDiffers.At("after",
                ("count", after.Count), ("legalEntity", legalEntity)));
        return new JournalExportWork(legalEntity, after, mapping, attributes).Export(entries, limit);
    }

    /// <summary>
    /// The same for a host that reads its journal from a position on: the entries given are those after it. Refuses:
    /// export.mapping-missing, account-empty, rule-twice.
    /// </summary>
    public static Result<JournalExport> Continue(IEnumerable<JournalEntry> newer, LegalEntityId legalEntity, ExportPosition after,
        AccountMapping mapping, Func<JournalEntry, JournalLine, ExportAttributes>? attributes = null, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(after);
        using var entries = newer.Where(entry => entry.LegalEntity == legalEntity).GetEnumerator();
        return new JournalExportWork(legalEntity, after, mapping, attributes).Export(entries, limit);
    }

    /// <summary>
    /// The lines as comma-separated values (RFC 4180) with headings; figures and dates are invariant, lines end with a line feed.
    /// </summary>
    public string ToCsv()
    {
        var rows = new CsvText("position", "entry", "date", "account", "side", "amount", "currency", "functionalAmount",
            "functionalCurrency", "event", "document", "customer", "item", "role", "taxCode", "reverses");
        foreach (var line in Lines)
            rows.Row(CsvText.Of(line.Position), line.Entry.Value, CsvText.Of(line.Date), line.Account,
                line.Side == EntrySide.Debit ? "D" : "C", CsvText.Of(line.Document), line.Document.Currency.Code,
                CsvText.Of(line.Functional), line.Functional.Currency.Code, line.Event, line.SourceDocument, line.Customer.Value,
                line.Item?.Value ?? "", line.Role.Value, line.TaxCode, line.Reverses.Value);
        return rows.ToString();
    }
}
