using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What is booked at the end of a period: expected losses, and which orders are delivered and not yet billed.</summary>
public sealed class ClosingDesk(
    IBooks books, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    // Refused as incomplete: without rates nobody is to release the allowance by mistake.
    private static ProvisionMatrix NoMatrix { get; } = new() { Version = "", Classes = [] };

    /// <summary>
    /// What is expected to be lost; nothing is written. Refuses what <see cref="ExpectedLossReport.Of"/> refuses,
    /// <c>process.legal-entity-unknown</c>, and <c>process.corrupt-state</c> while an item is broken: without it the allowance
    /// would be wrong.
    /// </summary>
    public async ValueTask<Result<ExpectedLossReport>> ExpectedLossAsync(
        ExpectedLossFacts facts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!legalEntities.TryFind(facts.LegalEntity, out var seller))
            return Result.Failure<ExpectedLossReport>(ProcessErrors.NoLegalEntity(facts.LegalEntity));
        var (items, broken) = (new List<OpenItem>(), new List<DomainError>());
        var query = new OpenItemQuery { LegalEntity = facts.LegalEntity, IncludeSettled = true };
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
            if (item.State.Customer != seller.UnidentifiedPayer && SoundItems.IsSound(item.State, broken)) items.Add(item.State);
        if (broken.Count > 0) return Result.Failure<ExpectedLossReport>(broken);
        var known = await WithInsolventAsync(facts, cancellationToken).ConfigureAwait(false);
        return ExpectedLossReport.Of(items, known, seller.Provisions ?? NoMatrix, seller.FunctionalCurrency);
    }

    /// <summary>
    /// Books expected losses: assessed again on the same day with the same result it posts nothing. Refuses what
    /// <see cref="ExpectedLossAsync"/>, <see cref="ExpectedLossAccount.Assess"/> and <see cref="Ledger.AdjustAllowance"/> refuse.
    /// </summary>
    public ValueTask<Result<ExpectedLossAccount>> AssessAsync(
        AssessExpectedLoss command, CancellationToken cancellationToken = default)
    {
        var (facts, stream) = (command.Facts, Streams.ExpectedLoss(command.Facts.LegalEntity));
        return runner.RunAsync(command, stream, async () =>
        {
            var report = await ExpectedLossAsync(facts, cancellationToken).ConfigureAwait(false);
            if (!report.IsSuccess) return CommandRunner.Refuse<ExpectedLossAccount>(report.Errors);
            _ = legalEntities.TryFind(facts.LegalEntity, out var seller);
            var stored = await books.LoadAsync<ExpectedLossAccount>(stream, cancellationToken).ConfigureAwait(false);
            if (stored?.State.Check() is { IsEmpty: false } broken)
                return CommandRunner.Refuse<ExpectedLossAccount>(broken.Select(f =>
                    ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
            var (account, at) = (stored?.State ?? ExpectedLossAccount.Empty(facts.LegalEntity), clock.GetCurrentInstant());
            var current = await AllowanceAsync(seller!, facts.AsOf, cancellationToken).ConfigureAwait(false);
            var decided = account.Assess(report.Value, current, new(DerivedId.Of($"J-{command.Id}")), command.By, at);
            if (!decided.IsSuccess) return CommandRunner.Refuse<ExpectedLossAccount>(decided.Errors);
            var entries = new List<JournalEntry>();
            foreach (var assessed in decided.Value.Events)
            {
                if (assessed.Entry.IsNone) continue;
                var posted = Ledger.AdjustAllowance(new()
                {
                    Entry = assessed.Entry, LegalEntity = facts.LegalEntity, Date = facts.AsOf, Current = current,
                    Target = report.Value.Target,
                }, seller!.Ledger, command.By, at);
                if (!posted.IsSuccess) return CommandRunner.Refuse<ExpectedLossAccount>(posted.Errors);
                entries.AddRange(posted.Value.Entries);
            }
            return Result.Success(CommandRunner.Decided(new Prepared<ExpectedLossAccount>(
                decided.Value.State, CommandRunner.Changes(stream, stored?.Version ?? 0, decided.Value))
            {
                Entries = entries, Amount = report.Value.Target,
            }));
        }, cancellationToken);
    }

    /// <summary>
    /// The orders of a legal entity that had something delivered and not yet billed at the end of a day, by id: each is accrued
    /// by <see cref="BillingDesk.AccrueAsync"/>. Nothing is written; empty for a legal entity that is not known.
    /// </summary>
    public async ValueTask<EquatableArray<OrderId>> UnbilledAsync(
        LegalEntityId legalEntity, LocalDate day, CancellationToken cancellationToken = default)
    {
        var unbilled = new List<OrderId>();
        if (!legalEntities.TryFind(legalEntity, out var seller)) return [];
        await foreach (var order in books.AllAsync<Orders.Order>(Streams.OrderKind, cancellationToken).ConfigureAwait(false))
            if (order.State.Terms.LegalEntity == legalEntity && order.State.UnbilledOn(day, seller.Orders).IsPositive)
                unbilled.Add(order.State.Id);
        return unbilled.ToEquatableArray();
    }

    /// <summary>The same by what is recorded now, whatever its day. Nothing is written.</summary>
    public async ValueTask<EquatableArray<OrderId>> UnbilledAsync(
        LegalEntityId legalEntity, CancellationToken cancellationToken = default)
    {
        var unbilled = new List<OrderId>();
        await foreach (var order in books.AllAsync<Orders.Order>(Streams.OrderKind, cancellationToken).ConfigureAwait(false))
            if (order.State.Terms.LegalEntity == legalEntity && order.State.Lines.Any(l => l.ToInvoice.IsPositive))
                unbilled.Add(order.State.Id);
        return unbilled.ToEquatableArray();
    }

    private async Task<Money> AllowanceAsync(LegalEntity seller, LocalDate asOf, CancellationToken cancellationToken)
    {
        var balance = Money.Zero(seller.FunctionalCurrency);
        await foreach (var entry in books.JournalAsync(cancellationToken).ConfigureAwait(false))
            if (entry.LegalEntity == seller.Id && entry.Date <= asOf) balance -= entry.Balance(AccountRole.Allowance);
        return balance;
    }

    private async Task<ExpectedLossFacts> WithInsolventAsync(ExpectedLossFacts facts, CancellationToken cancellationToken)
    {
        var (insolvent, secured) = (facts.Insolvent.ToList(), facts.Secured.ToList());
        await foreach (var one in books.AllAsync<InsolvencyCase>(Streams.InsolvencyKind, cancellationToken)
            .ConfigureAwait(false))
        {
            var known = one.State;
            if (known.Facts.LegalEntity != facts.LegalEntity || known.Facts.OpenedOn > facts.AsOf
                || known.Status == InsolvencyStatus.Annulled) continue;
            if (!insolvent.Contains(known.Facts.Customer)) insolvent.Add(known.Facts.Customer);
            secured.AddRange(known.Lines.Where(l => l.Secured.IsPositive && !facts.Secured.Any(s => s.Item == l.Item))
                .Select(l => new SecuredReceivable { Item = l.Item, Amount = l.Secured }));
        }
        return facts with { Insolvent = insolvent.ToEquatableArray(), Secured = secured.ToEquatableArray() };
    }
}
