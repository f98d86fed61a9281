using OrderToCash.Insights;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Money that came in and waits: what there is, and who looks after it. Whose it turns out to be says
/// <see cref="CashDesk.TransferAsync"/>.
/// </summary>
public sealed class UnappliedCashDesk(IBooks books, ILegalEntities legalEntities, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// The queue of a day; nothing is written. A broken item is left out and reported. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<UnappliedCashQueue>> QueueAsync(
        LegalEntityId legalEntity, LocalDate asOf, Instant? knownAt = null, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<UnappliedCashQueue>(ProcessErrors.NoLegalEntity(legalEntity));
        var (items, cases, broken) = (new List<OpenItem>(), new List<UnappliedCashCase>(), new List<DomainError>());
        await foreach (var item in books.OpenItemsAsync(
            new() { LegalEntity = legalEntity, IncludeSettled = true }, cancellationToken).ConfigureAwait(false))
            if (item.State.Kind == OpenItemKind.Payment && SoundItems.IsSound(item.State, broken)) items.Add(item.State);
        await foreach (var one in books.AllAsync<UnappliedCashCase>(Streams.UnappliedCashKind, cancellationToken)
            .ConfigureAwait(false))
            cases.Add(one.State);
        return Result.Success(UnappliedCashQueue.Of(
            items, cases, seller.UnidentifiedPayer, asOf, seller.UnappliedCash, seller.Calendar, knownAt) with
        {
            Quarantined = broken.ToEquatableArray(),
        });
    }

    /// <summary>
    /// The money of the queue as a share of what customers owe on a day, see <see cref="Ratios.UnappliedCash"/>. Refuses
    /// <c>process.legal-entity-unknown</c>, and <c>process.corrupt-state</c> where an item it would count is broken.
    /// </summary>
    public async ValueTask<Result<Kpi>> ShareAsync(
        LegalEntityId legalEntity, Currency currency, LocalDate asOf, CancellationToken cancellationToken = default)
    {
        var queue = await QueueAsync(legalEntity, asOf, null, cancellationToken).ConfigureAwait(false);
        if (!queue.IsSuccess) return Result.Failure<Kpi>(queue.Errors);
        var (owed, broken) = (Money.Zero(currency), queue.Value.Quarantined.ToList());
        await foreach (var item in books.OpenItemsAsync(
            new() { LegalEntity = legalEntity, IncludeSettled = true }, cancellationToken).ConfigureAwait(false))
            if (item.State is { IsDebit: true, IsOfAccount: true } debit && debit.Amount.Currency == currency
                && SoundItems.IsSound(debit, broken))
                owed += debit.OpenOn(asOf);
        return broken.Count > 0
            ? Result.Failure<Kpi>(broken)
            : Result.Success(Ratios.UnappliedCash(queue.Value.Total(currency), owed));
    }

    /// <summary>Says who looks after it. Refuses what <see cref="UnappliedCashCase.Assign"/> refuses.</summary>
    public ValueTask<Result<UnappliedCashCase>> AssignAsync(
        AssignUnappliedCash command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.UnappliedCash(command.Payment), () => PrepareAsync(command, cancellationToken),
            cancellationToken);

    private async Task<Result<Preparation<UnappliedCashCase>>> PrepareAsync(
        AssignUnappliedCash command, CancellationToken cancellationToken)
    {
        var stream = Streams.UnappliedCash(command.Payment);
        var item = await runner.RequireAsync<OpenItem>(Streams.OpenItem(command.Payment), i => i.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!item.IsSuccess) return CommandRunner.Refuse<UnappliedCashCase>(item.Errors);
        var stored = await books.LoadAsync<UnappliedCashCase>(stream, cancellationToken).ConfigureAwait(false);
        if (stored?.State.Check() is { IsEmpty: false } broken)
            return CommandRunner.Refuse<UnappliedCashCase>(broken.Select(f =>
                ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
        var decided = (stored?.State ?? UnappliedCashCase.Of(command.Payment))
            .Assign(item.Value.State, command.Owner, command.On, command.By, clock.GetCurrentInstant());
        if (!decided.IsSuccess) return CommandRunner.Refuse<UnappliedCashCase>(decided.Errors);
        List<StreamChange> changes = [.. CommandRunner.Changes(stream, stored?.Version ?? 0, decided.Value)];
        return Result.Success(CommandRunner.Decided(new Prepared<UnappliedCashCase>(decided.Value.State, changes)
        {
            Amount = item.Value.State.Open.Abs(),
        }));
    }
}
