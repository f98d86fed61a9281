using OrderToCash.Customers;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Takes the open items of the old books over: looked at first, then posted customer by customer, any number of times.
/// </summary>
public sealed class OpeningDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// What an import would do; nothing is written. Its findings are those of the file, of <see cref="OpeningPlan"/>, and
    /// <c>opening.customer-unknown</c>. Refuses <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<OpeningPlan>> PlanAsync(ImportOpening command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!legalEntities.TryFind(command.LegalEntity, out var seller))
            return Result.Failure<OpeningPlan>(ProcessErrors.NoLegalEntity(command.LegalEntity));
        var file = command.Text.Length == 0
            ? new()
            : OpeningFile.Read(command.Text, command.Columns ?? new(), seller.FunctionalCurrency, command.Date);
        var (rows, existing, findings) = (new List<OpeningRow>(), new Dictionary<OpenItemId, OpenItem>(), file.Findings.ToList());
        var customers = new Dictionary<CustomerId, bool>();
        foreach (var row in file.Rows.Concat(command.Rows))
        {
            var (customer, item) = (row.Opening.Customer, row.Opening.Item);
            if (!customers.TryGetValue(customer, out var isKnown))
                customers[customer] = isKnown = await books.LoadAsync<CustomerAccount>(
                    Streams.Customer(customer), cancellationToken).ConfigureAwait(false) is not null;
            if (!isKnown)
            {
                findings.Add(OpeningErrors.CustomerUnknown.At(FormattableString.Invariant($"line {row.Line}"),
                    ("line", row.Line), ("item", item), ("customer", customer)));
                continue;
            }
            rows.Add(row);
            if (await books.LoadAsync<OpenItem>(Streams.OpenItem(item), cancellationToken).ConfigureAwait(false) is { } known)
                existing[item] = known.State;
        }
        var plan = OpeningPlan.Of(
            rows, seller.Id, command.Date, seller.FunctionalCurrency, existing.Values, command.Totals);
        return Result.Success(plan with { Findings = [.. findings, .. plan.Findings] });
    }

    /// <summary>
    /// Takes the good rows over, each customer's in one commit with his credit, and records the import. What can't be posted is
    /// in the findings with the rest. Refuses what <see cref="PlanAsync"/> refuses, and with
    /// <see cref="ImportOpening.IsAllOrNothing"/> all findings.
    /// </summary>
    public async ValueTask<Result<OpeningReport>> ImportAsync(
        ImportOpening command, CancellationToken cancellationToken = default)
    {
        var planned = await PlanAsync(command, cancellationToken).ConfigureAwait(false);
        if (!planned.TryGet(out var plan, out var errors)) return Result.Failure<OpeningReport>(errors);
        if (command.IsAllOrNothing && !plan.Findings.IsEmpty) return Result.Failure<OpeningReport>(plan.Findings);
        var known = await books.FindOutcomeAsync(command.Id, CommandContent.Hash(command), cancellationToken)
            .ConfigureAwait(false);
        var tally = new Tally();
        foreach (var facts in known is null ? plan.Facts : [])
            await TakeOverAsync(command, facts, tally, cancellationToken).ConfigureAwait(false);
        EquatableArray<DomainError> findings = [.. plan.Findings, .. tally.Refused.Distinct()];
        var logged = await LogAsync(command, new()
        {
            Command = command.Id, LegalEntity = command.LegalEntity, Date = command.Date, NewItems = tally.Taken,
            AlreadyThere = plan.AlreadyThere.Count + tally.There, Findings = findings.Count, By = command.By,
            At = clock.GetCurrentInstant(),
        }, cancellationToken).ConfigureAwait(false);
        return logged.Map(log => new OpeningReport
        {
            NewItems = log.Of(command.Id)?.NewItems ?? 0, AlreadyThere = log.Of(command.Id)?.AlreadyThere ?? 0,
            Findings = findings, Totals = plan.Totals,
        });
    }

    /// <summary>The imports made so far; null before the first.</summary>
    public async ValueTask<OpeningLog?> ImportsAsync(LegalEntityId legalEntity, CancellationToken cancellationToken = default) =>
        (await books.LoadAsync<OpeningLog>(Streams.Opening(legalEntity), cancellationToken).ConfigureAwait(false))?.State;

    private sealed class Tally
    {
        public int Taken { get; set; }

        public int There { get; set; }

        public List<DomainError> Refused { get; } = [];
    }

    // All of a customer at once; what keeps one row out does not keep the others out. What another import took over meanwhile is
    // there, not wrong.
    private async Task TakeOverAsync(
        ImportOpening command, OpeningFacts facts, Tally tally, CancellationToken cancellationToken)
    {
        var posted = await PostAsync(command, facts, cancellationToken).ConfigureAwait(false);
        if (posted.IsSuccess) tally.Taken += facts.Items.Count;
        else if (facts.Items.Count > 1)
            foreach (var item in facts.Items)
                await TakeOverAsync(command, facts with
                {
                    Entry = new(DerivedId.Of($"{facts.Entry}>{item.Item}")), Items = [item],
                }, tally, cancellationToken).ConfigureAwait(false);
        else if (posted.Errors.Any(e => e.Code == ProcessErrors.AlreadyExists.Code)) tally.There++;
        else tally.Refused.AddRange(posted.Errors);
    }

    private ValueTask<Result<OpenItem>> PostAsync(
        ImportOpening command, OpeningFacts facts, CancellationToken cancellationToken)
    {
        var part = command with
        {
            Id = new(DerivedId.Of($"{command.Id}>{facts.Entry}")), Text = "", Columns = null, Totals = [],
            Rows = facts.Items.Select((item, i) => new OpeningRow { Line = i + 1, Opening = item }).ToEquatableArray(),
        };
        return runner.RunAsync(part, Streams.OpenItem(facts.Items[0].Item), async () =>
        {
            _ = legalEntities.TryFind(facts.LegalEntity, out var seller);
            foreach (var stream in facts.Items.Select(i => Streams.OpenItem(i.Item)))
                if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not null)
                    return CommandRunner.Refuse<OpenItem>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var at = clock.GetCurrentInstant();
            var batch = await LedgerBatch.LoadAsync(books, rates, seller!, facts.Items[0].Customer, [],
                facts.Items.Select(i => (i.Amount.Currency, i.DocumentDate)), command.By, at, cancellationToken)
                .ConfigureAwait(false);
            if (!batch.IsSuccess) return CommandRunner.Refuse<OpenItem>(batch.Errors);
            batch.Value.Then(() => Ledger.OpenBalance(facts, seller!.Ledger, command.By, at));
            return batch.Value.Errors.Count > 0
                ? CommandRunner.Refuse<OpenItem>(batch.Value.Errors)
                : batch.Value.Finish(batch.Value.Item(facts.Items[0].Item), [], null);
        }, cancellationToken);
    }

    private ValueTask<Result<OpeningLog>> LogAsync(
        ImportOpening command, OpeningImported imported, CancellationToken cancellationToken)
    {
        var stream = Streams.Opening(command.LegalEntity);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await books.LoadAsync<OpeningLog>(stream, cancellationToken).ConfigureAwait(false);
            var state = stored?.State.Apply(imported) ?? OpeningLog.From(imported);
            return Result.Success(CommandRunner.Decided(state,
            [
                StreamChange.Of(stream, stored?.Version ?? 0,
                    new Decision<OpeningLog, OpeningImported> { State = state, Events = [imported] }),
            ]));
        }, cancellationToken);
    }
}
