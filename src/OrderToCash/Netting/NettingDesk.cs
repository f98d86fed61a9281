using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Nets what customers owe with what we owe them as suppliers: a proposal anybody can read, then the posting. Payables are the
/// host's: it takes off them what the statement says.
/// </summary>
public sealed class NettingDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// What could be netted; nothing is written. Disputed parts and what is with a factor stay out. Refuses what
    /// <see cref="NettingAccount.Propose"/> refuses, <c>process.not-found</c> without an agreement,
    /// <c>process.corrupt-state</c> where an item of the party is broken.
    /// </summary>
    public async ValueTask<Result<NettingProposal>> ProposeAsync(LegalEntityId legalEntity, CustomerId customer,
        EquatableArray<PayableItem> payables, Currency currency, LocalDate on, CancellationToken cancellationToken = default)
    {
        var stored = await runner.RequireAsync<NettingAccount>(Streams.Netting(legalEntity, customer), a => a.Check(),
            cancellationToken).ConfigureAwait(false);
        if (!stored.IsSuccess) return Result.Failure<NettingProposal>(stored.Errors);
        var disputes = await books.LoadAsync<DisputeAccount>(Streams.DisputeAccount(legalEntity, customer), cancellationToken)
            .ConfigureAwait(false);
        var factored = await FactoredItems.FindAsync(books, legalEntity, cancellationToken).ConfigureAwait(false);
        var (items, broken) = (new List<OpenItem>(), new List<DomainError>());
        var query = new OpenItemQuery { LegalEntity = legalEntity, Customer = customer };
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
            if (SoundItems.IsSound(item.State, broken) && !factored.Contains(item.State.Id)) items.Add(item.State);
        return broken.Count > 0
            ? Result.Failure<NettingProposal>(broken)
            : stored.Value.State.Propose(items, disputes?.State.Parts() ?? [], payables, currency, on);
    }

    /// <summary>
    /// Agrees on netting. Refuses what <see cref="NettingAccount.Agree"/> refuses, <c>process.already-exists</c>.
    /// </summary>
    public ValueTask<Result<NettingAccount>> AgreeAsync(AgreeNetting command, CancellationToken cancellationToken = default) =>
        runner.CreateAsync(command, Streams.Netting(command.Terms.LegalEntity, command.Terms.Customer),
            () => NettingAccount.Agree(command.Terms, command.On, command.By, clock.GetCurrentInstant()), cancellationToken);

    /// <summary>
    /// Posts a netting. Refuses what <see cref="NettingAccount.Post"/> refuses, and <c>process.with-factor</c> for each item that
    /// went to a factor since the statement was made.
    /// </summary>
    public ValueTask<Result<NettingAccount>> PostAsync(PostNetting command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.LegalEntity, command.Customer, _ => command.Statement.Receivables.Select(r => r.Item),
            async (account, items, seller, at) =>
            {
                var factored = Of(account, command.Netting) is not null ? [] : await FactoredItems
                    .RefusedAsync(books, command.LegalEntity, items.Select(i => i.Id), cancellationToken).ConfigureAwait(false);
                return factored.Count > 0
                    ? Result.Failure<NettingStep>(factored)
                    : account.Post(command.Netting, command.Statement, items, command.Payables, EntryOf(command), seller.Ledger,
                        command.By, at);
            }, command.Statement.Amount, cancellationToken);

    /// <summary>Undoes a netting. Refuses what <see cref="NettingAccount.Undo"/> refuses.</summary>
    public ValueTask<Result<NettingAccount>> UndoAsync(UndoNetting command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.LegalEntity, command.Customer,
            account => Of(account, command.Netting)?.Statement.Receivables.Select(r => r.Item) ?? [],
            async (account, items, seller, at) =>
            {
                var posted = Of(account, command.Netting) is not { } known ? null
                    : await books.FindEntryAsync(known.Entry, cancellationToken).ConfigureAwait(false);
                return posted is null
                    ? Result.Failure<NettingStep>(NettingErrors.Unknown.At("netting", ("netting", command.Netting)))
                    : account.Undo(command.Netting, items, posted, new() { Entry = EntryOf(command), Date = command.On },
                        command.Reason, seller.Ledger, command.By, at);
            }, null, cancellationToken);

    private ValueTask<Result<NettingAccount>> ChangeAsync(Command command, LegalEntityId legalEntity, CustomerId customer,
        Func<NettingAccount, IEnumerable<OpenItemId>> touched,
        Func<NettingAccount, EquatableArray<OpenItem>, LegalEntity, Instant, Task<Result<NettingStep>>> decide, Money? amount,
        CancellationToken cancellationToken)
    {
        var stream = Streams.Netting(legalEntity, customer);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<NettingAccount>(stream, a => a.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<NettingAccount>(stored.Errors);
            if (!legalEntities.TryFind(legalEntity, out var seller))
                return CommandRunner.Refuse<NettingAccount>(ProcessErrors.NoLegalEntity(legalEntity));
            var (items, at) = (new List<Stored<OpenItem>>(), clock.GetCurrentInstant());
            foreach (var id in touched(stored.Value.State).Distinct())
            {
                var item = await runner.RequireAsync<OpenItem>(Streams.OpenItem(id), i => i.Check(), cancellationToken)
                    .ConfigureAwait(false);
                if (!item.IsSuccess) return CommandRunner.Refuse<NettingAccount>(item.Errors);
                items.Add(item.Value);
            }
            var step = await decide(stored.Value.State, items.Select(i => i.State).ToEquatableArray(), seller, at)
                .ConfigureAwait(false);
            if (!step.IsSuccess) return CommandRunner.Refuse<NettingAccount>(step.Errors);
            var batch = await LedgerBatch.LoadAsync(books, rates, seller, customer, items, [], command.By, at, cancellationToken)
                .ConfigureAwait(false);
            if (!batch.IsSuccess) return CommandRunner.Refuse<NettingAccount>(batch.Errors);
            if (step.Value.Posting is { } posting) batch.Value.Then(() => Result.Success(posting));
            return batch.Value.Finish(step.Value.Decision.State,
                CommandRunner.Changes(stream, stored.Value.Version, step.Value.Decision), amount);
        }, cancellationToken);
    }

    private static PostedNetting? Of(NettingAccount account, NettingId id) => account.Nettings.FirstOrDefault(n => n.Id == id);

    private static JournalEntryId EntryOf(Command command) => new(DerivedId.Of($"J-{command.Id}"));
}
