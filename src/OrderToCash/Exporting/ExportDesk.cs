using System.Text;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Exports the journal to general ledgers: each entry once, in order, with control totals; every export is recorded and can be
/// made again.
/// </summary>
public sealed class ExportDesk(
    IBooks books, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// Exports what was posted since the last export, and records how far it went; where nothing was posted the export has no
    /// lines. The same command again answers the same export. Refuses with all findings what
    /// <see cref="JournalExport.Next"/> refuses, <c>export.content-differs</c> when the same command would now give other lines,
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="attributes">What the host knows about a line; null when no rule needs it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<JournalExport>> ExportAsync(ExportJournal command,
        Func<JournalEntry, JournalLine, ExportAttributes>? attributes = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!legalEntities.TryFind(command.LegalEntity, out _))
            return Result.Failure<JournalExport>(ProcessErrors.NoLegalEntity(command.LegalEntity));
        var (stream, made) = (Streams.Export(command.LegalEntity, command.GeneralLedger), default(JournalExport));
        var recorded = await runner.RunAsync(command, stream, async () =>
        {
            var stored = await books.LoadAsync<JournalExportLog>(stream, cancellationToken).ConfigureAwait(false);
            var log = stored?.State ?? new() { LegalEntity = command.LegalEntity, GeneralLedger = command.GeneralLedger };
            var journal = await JournalAsync(command.LegalEntity, cancellationToken).ConfigureAwait(false);
            var next = JournalExport.Next(
                journal, command.LegalEntity, log.Position, command.Mapping, attributes, command.Limit);
            if (!next.TryGet(out made, out var errors)) return CommandRunner.Refuse<JournalExportLog>(errors);
            var exported = new JournalExported
            {
                Command = command.Id, LegalEntity = command.LegalEntity, GeneralLedger = command.GeneralLedger,
                Number = log.Exports.Count + 1, From = made.From, To = made.To, MappingVersion = made.MappingVersion,
                Totals = made.Totals, Content = ContentOf(made), By = command.By, At = clock.GetCurrentInstant(),
            };
            var state = log.Apply(exported);
            return Result.Success(CommandRunner.Decided(state,
            [
                StreamChange.Of(stream, stored?.Version ?? 0,
                    new Decision<JournalExportLog, JournalExported> { State = state, Events = [exported] }),
            ]));
        }, cancellationToken).ConfigureAwait(false);
        if (!recorded.TryGet(out var after, out var refused)) return Result.Failure<JournalExport>(refused);
        var known = after.Of(command.Id)!;
        return made is not null && ContentOf(made) == known.Content
            ? Result.Success(made)
            : await AgainAsync(known, command.Mapping, attributes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// An export that was made before, made again, for a file that was lost; nothing is written. Refuses
    /// <c>export.content-differs</c> when it comes out otherwise, <c>export.unknown</c>, and what
    /// <see cref="JournalExport.Next"/> refuses.
    /// </summary>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="generalLedger">The general ledger; empty where there is one.</param>
    /// <param name="number">The number of the export.</param>
    /// <param name="mapping">The accounts as they were.</param>
    /// <param name="attributes">What the host knew about a line.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<JournalExport>> RepeatAsync(LegalEntityId legalEntity, string generalLedger, int number,
        AccountMapping mapping, Func<JournalEntry, JournalLine, ExportAttributes>? attributes = null,
        CancellationToken cancellationToken = default)
    {
        var log = await ExportsAsync(legalEntity, generalLedger, cancellationToken).ConfigureAwait(false);
        return log is null || number < 1 || number > log.Exports.Count
            ? Result.Failure<JournalExport>(JournalExportErrors.Unknown.At("number",
                ("number", number), ("legalEntity", legalEntity), ("exports", log?.Exports.Count ?? 0)))
            : await AgainAsync(log.Exports[number - 1], mapping, attributes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The exports made so far; null before the first.</summary>
    public async ValueTask<JournalExportLog?> ExportsAsync(
        LegalEntityId legalEntity, string generalLedger = "", CancellationToken cancellationToken = default) =>
        (await books.LoadAsync<JournalExportLog>(Streams.Export(legalEntity, generalLedger), cancellationToken)
            .ConfigureAwait(false))?.State;

    private async Task<Result<JournalExport>> AgainAsync(JournalExported known, AccountMapping mapping,
        Func<JournalEntry, JournalLine, ExportAttributes>? attributes, CancellationToken cancellationToken)
    {
        var journal = await JournalAsync(known.LegalEntity, cancellationToken).ConfigureAwait(false);
        var count = checked((int)known.To.Count);
        return JournalExport.Next(journal.Take(count), known.LegalEntity, known.From, mapping, attributes)
            .Bind(export => export.To == known.To && ContentOf(export) == known.Content
                ? Result.Success(export)
                : Result.Failure<JournalExport>(JournalExportErrors.ContentDiffers.At("mapping",
                    ("number", known.Number), ("legalEntity", known.LegalEntity), ("mapping", known.MappingVersion))));
    }

    private async Task<List<JournalEntry>> JournalAsync(LegalEntityId legalEntity, CancellationToken cancellationToken)
    {
        var journal = new List<JournalEntry>();
        await foreach (var entry in books.JournalAsync(cancellationToken).ConfigureAwait(false))
            if (entry.LegalEntity == legalEntity) journal.Add(entry);
        return journal;
    }

    private static ContentHash ContentOf(JournalExport export) => ContentHash.OfUtf8(Encoding.UTF8.GetBytes(export.ToCsv()));
}
