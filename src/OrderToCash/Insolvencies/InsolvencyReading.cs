using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What the books know about an insolvent customer.</summary>
internal sealed class InsolvencyReading(IBooks books)
{
    /// <summary>
    /// The customer's items in the currency of the case, settled ones too: a claim is about a day of the past. A broken one is
    /// <c>process.corrupt-state</c>.
    /// </summary>
    public async Task<Result<List<Stored<OpenItem>>>> ItemsAsync(InsolvencyFacts facts, CancellationToken cancellationToken)
    {
        var (items, broken) = (new List<Stored<OpenItem>>(), new List<DomainError>());
        var query = new OpenItemQuery { LegalEntity = facts.LegalEntity, Customer = facts.Customer, IncludeSettled = true };
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
            if (item.State.Amount.Currency == facts.Currency && SoundItems.IsSound(item.State, broken)) items.Add(item);
        return Result.Validated(items, broken);
    }

    /// <summary>Where nothing is said to be disputed, what the books' own cases dispute of items of the claim.</summary>
    public async Task<InsolvencyClaimFacts> DisputedAsync(InsolvencyFacts facts, InsolvencyClaimFacts known,
        IReadOnlyList<Stored<OpenItem>> items, CancellationToken cancellationToken)
    {
        if (!known.Disputed.IsEmpty) return known;
        var account = await books.LoadAsync<DisputeAccount>(
            Streams.DisputeAccount(facts.LegalEntity, facts.Customer), cancellationToken).ConfigureAwait(false);
        if (account is null) return known;
        var eve = facts.OpenedOn.PlusDays(-1);
        var claimed = items.Where(i => i.State.IsDebit && i.State.OpenOn(eve).IsPositive && !known.OfEstate.Contains(i.State.Id))
            .Select(i => i.State.Id).ToHashSet();
        return known with
        {
            Disputed = account.State.Parts().Where(p => claimed.Contains(p.Item))
                .Select(p => new InsolvencyPart { Item = p.Item, Amount = p.Amount }).ToEquatableArray(),
        };
    }

    /// <summary>The other cases of the customer, those that ended too.</summary>
    public async Task<List<InsolvencyCase>> OthersAsync(InsolvencyCase one, CancellationToken cancellationToken)
    {
        var others = new List<InsolvencyCase>();
        await foreach (var other in books.AllAsync<InsolvencyCase>(Streams.InsolvencyKind, cancellationToken)
            .ConfigureAwait(false))
            if (other.State.Facts.Customer == one.Facts.Customer && other.State.Id != one.Id) others.Add(other.State);
        return others;
    }
}
