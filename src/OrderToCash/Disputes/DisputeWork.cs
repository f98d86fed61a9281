using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads what a command on a dispute touches, and posts what it decides.</summary>
internal sealed class DisputeWork(IBooks books, ILegalEntities legalEntities, LedgerPosting posting, CommandRunner runner)
{
    /// <summary>
    /// What was loaded: the seller, the items, the case when it is there, and the customer's account of disputes.
    /// </summary>
    internal sealed record Begun(LegalEntity Seller, IReadOnlyList<Stored<OpenItem>> Items, Stored<DisputeCase>? Case,
        DecisionChain<DisputeAccount, DisputeAccountEvent> Account)
    {
        public EquatableArray<OpenItem> States => Items.Select(i => i.State).ToEquatableArray();
    }

    /// <summary>What a new case needs; refuses a case that is there, and items that are not.</summary>
    public async Task<Result<Begun>> BeginAsync(
        DisputeId dispute, IEnumerable<OpenItemId> ids, CancellationToken cancellationToken)
    {
        var stream = Streams.Dispute(dispute);
        if (await books.LoadAsync<DisputeCase>(stream, cancellationToken).ConfigureAwait(false) is not null)
            return Result.Failure<Begun>(ProcessErrors.AlreadyExists.With(("stream", stream)));
        var items = await ItemsAsync(ids, cancellationToken).ConfigureAwait(false);
        if (!items.IsSuccess) return Result.Failure<Begun>(items.Errors);
        if (items.Value.Count == 0) return Result.Failure<Begun>(DisputeErrors.NoParts.At("parts", ("dispute", dispute)));
        var first = items.Value[0].State;
        return await BegunAsync(first.LegalEntity, first.Customer, items.Value, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A case with its items, and others a command names.</summary>
    public async Task<Result<Begun>> LoadAsync(
        DisputeId dispute, CancellationToken cancellationToken, params IEnumerable<OpenItemId> others)
    {
        var stored = await runner.RequireAsync<DisputeCase>(Streams.Dispute(dispute), c => c.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return Result.Failure<Begun>(stored.Errors);
        var one = stored.Value.State;
        var ids = one.Parts.Select(p => p.Item).Concat(others.Where(id => !id.IsNone));
        var items = await ItemsAsync(ids, cancellationToken).ConfigureAwait(false);
        if (!items.IsSuccess) return Result.Failure<Begun>(items.Errors);
        return await BegunAsync(one.LegalEntity, one.Customer, items.Value, stored.Value, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The changes of a ledger decision, the customer's credit with them.</summary>
    public Task<Result<LedgerPosting.Posted>> PostAsync(
        Begun begun, Result<LedgerDecision> ledger, Actor by, Instant at, CancellationToken cancellationToken) =>
        posting.PostAsync(begun.Seller, begun.Items, ledger, by, at, cancellationToken);

    /// <summary>What a resolution posts; null when it posts nothing: it was posted already, or the amount stays owed.</summary>
    public static Result<LedgerDecision>? Posting(ResolveDispute command, JournalEntryId entry, Begun begun, Instant at)
    {
        var facts = new SettlementFacts
        {
            Entry = entry, Item = command.Item, Application = new(DerivedId.Of($"{command.Id}>{command.Item}")),
            Date = command.On, Amount = command.Amount,
        };
        var policy = begun.Seller.Ledger;
        var item = begun.Items.FirstOrDefault(i => i.State.Id == command.Item)?.State;
        if (!command.Credit.IsNone && command.Kind != DisputeResolutionKind.ChargedToCustomer)
            return Ledger.Apply(begun.States, new()
            {
                Entry = entry, Date = command.On,
                Applications =
                [
                    new() { Id = facts.Application, Credit = command.Credit, Debit = command.Item, Amount = command.Amount },
                ],
            }, policy, command.By, at);
        return (command.Kind, item) switch
        {
            (_, null) => null,
            (DisputeResolutionKind.WrittenOff, _) => command.AsBadDebt
                ? Ledger.WriteOffBadDebt(item, facts, policy, command.By, at)
                : Ledger.WriteOffDifference(item, facts, policy, command.By, at),
            (DisputeResolutionKind.Recovered, { Kind: OpenItemKind.Chargeback }) =>
                Ledger.ReverseChargeback(item, facts, policy, command.By, at),
            _ => null,
        };
    }

    private async Task<Result<Begun>> BegunAsync(LegalEntityId legalEntity, CustomerId customer,
        IReadOnlyList<Stored<OpenItem>> items, Stored<DisputeCase>? one, CancellationToken cancellationToken)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<Begun>(ProcessErrors.NoLegalEntity(legalEntity));
        var stream = Streams.DisputeAccount(legalEntity, customer);
        if (await books.LoadAsync<DisputeAccount>(stream, cancellationToken).ConfigureAwait(false) is null)
            return Result.Success(new Begun(seller, items, one, new(DisputeAccount.Empty(legalEntity, customer), 0)));
        var account = await runner.RequireAsync<DisputeAccount>(stream, a => a.Check(), cancellationToken).ConfigureAwait(false);
        return account.Map(a => new Begun(seller, items, one, new(a.State, a.Version)));
    }

    private async Task<Result<List<Stored<OpenItem>>>> ItemsAsync(
        IEnumerable<OpenItemId> ids, CancellationToken cancellationToken)
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
}
