using OrderToCash.Credit;
using OrderToCash.Insights;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Money that came in and waits: what there is, who looks after it, and whose it turns out to be.</summary>
public sealed class UnappliedCashDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly CreditStreams credit = new(books, rates);

    /// <summary>The queue of a day; nothing is written. Refuses <c>process.legal-entity-unknown</c>.</summary>
    public async ValueTask<Result<UnappliedCashQueue>> QueueAsync(
        LegalEntityId legalEntity, LocalDate asOf, Instant? knownAt = null, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<UnappliedCashQueue>(ProcessErrors.NoLegalEntity(legalEntity));
        var (items, cases) = (new List<OpenItem>(), new List<UnappliedCashCase>());
        await foreach (var item in books.OpenItemsAsync(
            new() { LegalEntity = legalEntity, IncludeSettled = true }, cancellationToken).ConfigureAwait(false))
            if (item.State.Kind == OpenItemKind.Payment) items.Add(item.State);
        await foreach (var one in books.AllAsync<UnappliedCashCase>(Streams.UnappliedCashKind, cancellationToken)
            .ConfigureAwait(false))
            cases.Add(one.State);
        return Result.Success(UnappliedCashQueue.Of(
            items, cases, seller.UnidentifiedPayer, asOf, seller.UnappliedCash, seller.Calendar, knownAt));
    }

    /// <summary>
    /// The money of the queue as a share of what customers owe on a day, see <see cref="Ratios.UnappliedCash"/>. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<Kpi>> ShareAsync(
        LegalEntityId legalEntity, Currency currency, LocalDate asOf, CancellationToken cancellationToken = default)
    {
        var queue = await QueueAsync(legalEntity, asOf, null, cancellationToken).ConfigureAwait(false);
        if (!queue.IsSuccess) return Result.Failure<Kpi>(queue.Errors);
        var owed = Money.Zero(currency);
        await foreach (var item in books.OpenItemsAsync(
            new() { LegalEntity = legalEntity, IncludeSettled = true }, cancellationToken).ConfigureAwait(false))
            if (item.State is { IsDebit: true, IsOfAccount: true } debit && debit.Amount.Currency == currency)
                owed += debit.OpenOn(asOf);
        return Result.Success(Ratios.UnappliedCash(queue.Value.Total(currency), owed));
    }

    /// <summary>Says who looks after it. Refuses what <see cref="UnappliedCashCase.Assign"/> refuses.</summary>
    public ValueTask<Result<UnappliedCashCase>> AssignAsync(
        AssignUnappliedCash command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Payment, work => Task.FromResult(work.Case
            .Assign(work.Payment.State, command.Owner, command.On, command.By, work.At)
            .Map(d => new UnappliedCashStep { Decision = d })), cancellationToken);

    /// <summary>
    /// Moves money to its customer. Refuses what <see cref="UnappliedCashCase.Move"/> refuses, <c>process.not-found</c> for the
    /// customer.
    /// </summary>
    public ValueTask<Result<UnappliedCashCase>> MoveAsync(
        MoveUnappliedCash command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Payment, async work =>
        {
            var customer = await runner.RequireAsync<Customers.CustomerAccount>(
                Streams.Customer(command.To), c => c.Check(), cancellationToken).ConfigureAwait(false);
            if (!customer.IsSuccess) return Result.Failure<UnappliedCashStep>(customer.Errors);
            return work.Case.Move(work.Payment.State, new()
            {
                Entry = EntryOf(command), Application = new(DerivedId.Of($"{command.Id}>{command.Payment}")),
                NewItem = new(DerivedId.Of($"{command.Payment}>{command.Id}")), To = command.To, Date = command.On,
                Amount = command.Amount,
            }, command.Reason, work.Seller.Ledger, command.By, work.At);
        }, cancellationToken);

    /// <summary>Takes a move back. Refuses what <see cref="UnappliedCashCase.TakeBack"/> refuses.</summary>
    public ValueTask<Result<UnappliedCashCase>> TakeBackAsync(
        TakeBackUnappliedCash command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Payment, async work =>
        {
            var move = work.Case.Moves.FirstOrDefault(m => m.Entry == command.Entry);
            var moved = move is null ? null
                : await books.FindEntryAsync(command.Entry, cancellationToken).ConfigureAwait(false);
            if (moved is null)
                return Result.Failure<UnappliedCashStep>(UnappliedCashErrors.MoveUnknown.At("entry",
                    ("entry", command.Entry), ("item", command.Payment)));
            var other = await runner.RequireAsync<OpenItem>(Streams.OpenItem(move!.Item), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!other.IsSuccess) return Result.Failure<UnappliedCashStep>(other.Errors);
            work.Loaded.Add(other.Value);
            return work.Case.TakeBack([work.Payment.State, other.Value.State], moved,
                new() { Entry = EntryOf(command), Date = command.On }, command.Reason, work.Seller.Ledger, command.By, work.At);
        }, cancellationToken);

    /// <summary>What a command on money that waits works with.</summary>
    private sealed record Work(
        UnappliedCashCase Case, Stored<OpenItem> Payment, LegalEntity Seller, List<Stored<OpenItem>> Loaded, Instant At);

    private ValueTask<Result<UnappliedCashCase>> ChangeAsync(Command command, OpenItemId payment,
        Func<Work, Task<Result<UnappliedCashStep>>> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.UnappliedCash(payment);
        return runner.RunAsync(command, stream, async () =>
        {
            var item = await runner.RequireAsync<OpenItem>(Streams.OpenItem(payment), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!item.IsSuccess) return CommandRunner.Refuse<UnappliedCashCase>(item.Errors);
            if (!legalEntities.TryFind(item.Value.State.LegalEntity, out var seller))
                return CommandRunner.Refuse<UnappliedCashCase>(ProcessErrors.NoLegalEntity(item.Value.State.LegalEntity));
            var stored = await books.LoadAsync<UnappliedCashCase>(stream, cancellationToken).ConfigureAwait(false);
            if (stored?.State.Check() is { IsEmpty: false } broken)
                return CommandRunner.Refuse<UnappliedCashCase>(broken.Select(f =>
                    ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
            var work = new Work(stored?.State ?? UnappliedCashCase.Of(payment), item.Value, seller, [item.Value],
                clock.GetCurrentInstant());
            var step = await decide(work).ConfigureAwait(false);
            if (!step.IsSuccess) return CommandRunner.Refuse<UnappliedCashCase>(step.Errors);
            List<StreamChange> changes = [.. CommandRunner.Changes(stream, stored?.Version ?? 0, step.Value.Decision)];
            if (step.Value.Posting is { } posting)
            {
                changes.AddRange(LedgerChanges.Of(posting, work.Loaded));
                var credits = await CreditsAsync(work, posting, command.By, cancellationToken).ConfigureAwait(false);
                if (!credits.IsSuccess) return CommandRunner.Refuse<UnappliedCashCase>(credits.Errors);
                changes.AddRange(credits.Value);
            }
            return Result.Success(CommandRunner.Decided(new Prepared<UnappliedCashCase>(step.Value.Decision.State, changes)
            {
                Entries = step.Value.Posting is { } posted ? [.. posted.Entries] : [], Amount = item.Value.State.Open.Abs(),
            }));
        }, cancellationToken);
    }

    // Both accounts: money on account lowers the exposure of whose it is.
    private async Task<Result<List<StreamChange>>> CreditsAsync(
        Work work, LedgerDecision posting, Actor by, CancellationToken cancellationToken)
    {
        var (changes, errors) = (new List<StreamChange>(), new List<DomainError>());
        var before = work.Loaded.Select(i => i.State).ToEquatableArray();
        foreach (var customer in posting.Items.Select(i => i.State.Customer).Distinct())
        {
            if (customer == work.Seller.UnidentifiedPayer) continue;
            var own = posting with { Items = posting.Items.Where(i => i.State.Customer == customer).ToEquatableArray() };
            DecisionChain<CreditAccount, CreditEvent> chain = await credit.LoadAsync(
                work.Seller.Id, customer, own.Items[0].State.Amount.Currency, by, work.At, cancellationToken)
                .ConfigureAwait(false);
            var known = await credit.RatesAsync(own.Items.Select(i => (i.State.Amount.Currency, i.State.DocumentDate)),
                chain.State.Currency, cancellationToken).ConfigureAwait(false);
            errors.AddRange(known.Errors);
            if (!known.IsSuccess) continue;
            CreditStreams.FollowCredits(chain, before, own, known.Value, by, work.At);
            errors.AddRange(chain.Errors);
            changes.AddRange(chain.Changes(Streams.Credit(work.Seller.Id, customer)));
        }
        return Result.Validated(changes, errors);
    }

    private static JournalEntryId EntryOf(Command command) => new(DerivedId.Of($"J-{command.Id}"));
}
