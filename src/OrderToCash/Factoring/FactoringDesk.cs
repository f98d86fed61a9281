using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Sells receivables to factors or borrows on them, and follows the money until nobody owes anything.</summary>
public sealed class FactoringDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// The ages of what is ours and what is with factors; nothing is written. A broken item is left out and reported. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<FactoredAging>> AgingAsync(LegalEntityId legalEntity, LocalDate asOf, AgingPolicy policy,
        Instant? knownAt = null, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out _))
            return Result.Failure<FactoredAging>(ProcessErrors.NoLegalEntity(legalEntity));
        var (items, assignments, broken) = (new List<OpenItem>(), new List<FactoringAssignment>(), new List<DomainError>());
        await foreach (var item in books.OpenItemsAsync(
            new() { LegalEntity = legalEntity, IncludeSettled = true }, cancellationToken).ConfigureAwait(false))
            if (item.State.IsOfAccount && SoundItems.IsSound(item.State, broken)) items.Add(item.State);
        await foreach (var one in books.AllAsync<FactoringAssignment>(Streams.FactoringKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity) assignments.Add(one.State);
        return Result.Success(
            FactoredAging.Of(items, assignments, asOf, policy, knownAt) with { Quarantined = broken.ToEquatableArray() });
    }

    /// <summary>
    /// Assigns receivables. Refuses what <see cref="FactoringAssignment.Assign"/> refuses, <c>process.already-exists</c>,
    /// <c>process.not-found</c>.
    /// </summary>
    public ValueTask<Result<FactoringAssignment>> AssignAsync(
        AssignReceivables command, CancellationToken cancellationToken = default)
    {
        var (facts, stream) = (command.Facts, Streams.Factoring(command.Facts.Assignment));
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<FactoringAssignment>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<FactoringAssignment>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            if (!legalEntities.TryFind(facts.LegalEntity, out var seller))
                return CommandRunner.Refuse<FactoringAssignment>(ProcessErrors.NoLegalEntity(facts.LegalEntity));
            var items = await ItemsAsync(command.Items, cancellationToken).ConfigureAwait(false);
            if (!items.IsSuccess) return CommandRunner.Refuse<FactoringAssignment>(items.Errors);
            var (known, at) = (await FactoredItems.FindAsync(books, seller.Id, cancellationToken).ConfigureAwait(false),
                clock.GetCurrentInstant());
            var step = FactoringAssignment.Assign(facts, items.Value.Select(i => i.State).ToEquatableArray(),
                known.Where(command.Items.Contains).ToEquatableArray(), EntryOf(command), seller.Ledger, command.By, at);
            return await FinishAsync(command, seller, facts, 0, items.Value, step, at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>
    /// Books the advance. Refuses what <see cref="FactoringAssignment.Fund"/> refuses, <c>process.rate-missing</c>.
    /// </summary>
    public ValueTask<Result<FactoringAssignment>> FundAsync(
        FundAssignment command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [], work => work.State.Fund(new()
        {
            Entry = EntryOf(command), On = command.On, Advance = command.Advance, Fee = command.Fee, Interest = command.Interest,
            Rate = work.Rate,
        }, work.Seller.Ledger, command.By, work.At), cancellationToken);

    /// <summary>Records what the factor got. Refuses what <see cref="FactoringAssignment.Collect"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> CollectAsync(
        CollectFactored command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [command.Item], work => work.State.Collect(work.Items[0],
            MoneyOf(command, command.Amount, command.On, work), work.Seller.Ledger, command.By, work.At), cancellationToken);

    /// <summary>Passes money on. Refuses what <see cref="FactoringAssignment.PassOn"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> PassOnAsync(
        PassOnToFactor command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [command.Item, command.Payment], work => work.State.PassOn(
            work.Items[0], work.Items[1], MoneyOf(command, command.Amount, command.On, work), work.Seller.Ledger, command.By,
            work.At), cancellationToken);

    /// <summary>Takes back what was passed on. Refuses what <see cref="FactoringAssignment.Recall"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> RecallAsync(
        RecallFromFactor command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [command.Item, command.Payment], work => work.State.Recall(
            work.Items[0], work.Items[1],
            new() { Entry = EntryOf(command), Application = command.Application, Date = command.On },
            work.Seller.Ledger, command.By, work.At), cancellationToken);

    /// <summary>Pays the factor. Refuses what <see cref="FactoringAssignment.PayFactor"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> PayAsync(PayFactor command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [], work => work.State.PayFactor(
            MoneyOf(command, command.Amount, command.On, work), work.Seller.Ledger, command.By, work.At), cancellationToken);

    /// <summary>Books a reserve the factor releases. Refuses what <see cref="FactoringAssignment.Release"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> ReleaseAsync(
        ReleaseFactorReserve command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [], work => work.State.Release(
            MoneyOf(command, command.Amount, command.On, work), command.Charges, work.Seller.Ledger, command.By, work.At),
            cancellationToken);

    /// <summary>Takes a receivable back. Refuses what <see cref="FactoringAssignment.TakeBack"/> refuses.</summary>
    public ValueTask<Result<FactoringAssignment>> TakeBackAsync(
        TakeBackFactored command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Assignment, command.On, [command.Item], work => work.State.TakeBack(
            work.Items[0], command.Reason, new()
            {
                Entry = EntryOf(command), CollectedEntry = new(DerivedId.Of($"J-{command.Id}>collected")), On = command.On,
                Rate = work.Rate,
            }, work.Seller.Ledger, command.By, work.At), cancellationToken);

    /// <summary>What a command on an assignment works with.</summary>
    private sealed record Work(
        FactoringAssignment State, LegalEntity Seller, EquatableArray<OpenItem> Items, ExchangeRate? Rate, Instant At);

    private ValueTask<Result<FactoringAssignment>> ChangeAsync(Command command, FactoringId id, LocalDate on,
        EquatableArray<OpenItemId> touched, Func<Work, Result<FactoringStep>> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.Factoring(id);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<FactoringAssignment>(stream, a => a.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<FactoringAssignment>(stored.Errors);
            var (state, at) = (stored.Value.State, clock.GetCurrentInstant());
            if (!legalEntities.TryFind(state.Facts.LegalEntity, out var seller))
                return CommandRunner.Refuse<FactoringAssignment>(ProcessErrors.NoLegalEntity(state.Facts.LegalEntity));
            var items = await ItemsAsync(touched, cancellationToken).ConfigureAwait(false);
            var rate = await rates.FindAsync(state.Facts.Currency, seller, on, cancellationToken).ConfigureAwait(false);
            if (!items.IsSuccess || !rate.IsSuccess)
                return CommandRunner.Refuse<FactoringAssignment>([.. items.Errors, .. rate.Errors]);
            var step = decide(new(state, seller, items.Value.Select(i => i.State).ToEquatableArray(), rate.Value.Rate, at));
            return await FinishAsync(command, seller, state.Facts, stored.Value.Version, items.Value, step, at, cancellationToken)
                .ConfigureAwait(false);
        }, cancellationToken);
    }

    private async Task<Result<Preparation<FactoringAssignment>>> FinishAsync(Command command, LegalEntity seller,
        FactoringFacts facts, long version, IReadOnlyCollection<Stored<OpenItem>> items, Result<FactoringStep> step, Instant at,
        CancellationToken cancellationToken)
    {
        if (!step.IsSuccess) return CommandRunner.Refuse<FactoringAssignment>(step.Errors);
        var (decision, postings) = (step.Value.Decision, step.Value.Postings);
        var on = decision.Events[0].On;
        var batch = await LedgerBatch.LoadAsync(books, rates, seller, facts.Customer, items, [(facts.Currency, on)], command.By,
            at, cancellationToken).ConfigureAwait(false);
        if (!batch.IsSuccess) return CommandRunner.Refuse<FactoringAssignment>(batch.Errors);
        foreach (var posting in postings) batch.Value.Then(() => Result.Success(posting));
        return batch.Value.Finish(decision.State,
            CommandRunner.Changes(Streams.Factoring(facts.Assignment), version, decision),
            AmountOf(command) ?? decision.State.Amount);
    }

    private async Task<Result<List<Stored<OpenItem>>>> ItemsAsync(
        EquatableArray<OpenItemId> ids, CancellationToken cancellationToken)
    {
        var (items, errors) = (new List<Stored<OpenItem>>(), new List<DomainError>());
        foreach (var id in ids.Distinct())
        {
            var item = await runner.RequireAsync<OpenItem>(Streams.OpenItem(id), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (item.TryGet(out var found, out var wrong)) items.Add(found);
            errors.AddRange(wrong);
        }
        return Result.Validated(items, errors);
    }

    private static FactorMoneyFacts MoneyOf(Command command, Money amount, LocalDate on, Work work) =>
        new() { Entry = EntryOf(command), Amount = amount, On = on, Rate = work.Rate };

    private static JournalEntryId EntryOf(Command command) => new(DerivedId.Of($"J-{command.Id}"));

    private static Money? AmountOf(Command command) => command switch
    {
        CollectFactored collect => collect.Amount,
        PassOnToFactor passOn => passOn.Amount,
        PayFactor pay => pay.Amount,
        ReleaseFactorReserve release => release.Amount,
        _ => null,
    };
}
