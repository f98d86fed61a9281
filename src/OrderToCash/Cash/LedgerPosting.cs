using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Turns a ledger decision into the changes of a commit, with the credit of each customer in step.</summary>
internal sealed class LedgerPosting(CreditStreams credit)
{
    /// <summary>What the ledger did, as changes of one commit.</summary>
    internal sealed record Posted(
        LedgerDecision Decision, IReadOnlyList<StreamChange> Changes, IReadOnlyList<JournalEntry> Entries);

    /// <summary>The changes; a decision that touched no item moves no credit.</summary>
    public async Task<Result<Posted>> PostAsync(LegalEntity seller, IReadOnlyList<Stored<OpenItem>> loaded,
        Result<LedgerDecision> ledger, Actor by, Instant at, CancellationToken cancellationToken)
    {
        if (!ledger.IsSuccess) return Result.Failure<Posted>(ledger.Errors);
        var decision = ledger.Value;
        var followed = await FollowAsync(seller, loaded, decision.Items.Select(i => i.State).ToArray(), by, at, cancellationToken)
            .ConfigureAwait(false);
        return followed.Map(changes =>
            new Posted(decision, [.. LedgerChanges.Of(decision, loaded), .. changes], [.. decision.Entries]));
    }

    /// <summary>The changes of several decisions on the same items.</summary>
    public async Task<Result<Posted>> PostAsync(LegalEntity seller, IReadOnlyList<Stored<OpenItem>> loaded,
        LedgerChain ledger, Actor by, Instant at, CancellationToken cancellationToken)
    {
        if (ledger.Errors.Count > 0) return Result.Failure<Posted>(ledger.Errors);
        var followed = await FollowAsync(seller, loaded, ledger.Touched, by, at, cancellationToken).ConfigureAwait(false);
        return followed.Map(changes => new Posted(
            new() { Items = [], Entries = [.. ledger.Entries] }, [.. ledger.Changes(), .. changes], ledger.Entries));
    }

    private async Task<Result<List<StreamChange>>> FollowAsync(LegalEntity seller, IReadOnlyList<Stored<OpenItem>> loaded,
        IReadOnlyList<OpenItem> after, Actor by, Instant at, CancellationToken cancellationToken)
    {
        var (changes, errors) = (new List<StreamChange>(), new List<DomainError>());
        var before = loaded.Select(i => i.State).ToEquatableArray();
        foreach (var items in after.GroupBy(i => i.Customer).Where(g => g.Key != seller.UnidentifiedPayer).OrderBy(g => g.Key))
        {
            var chain = await credit.LoadAsync(seller.Id, items.Key, items.First().Amount.Currency, by, at, cancellationToken)
                .ConfigureAwait(false);
            var documents = items.Select(i => (i.Amount.Currency, i.DocumentDate));
            var known = await credit.RatesAsync(documents, chain.State.Currency, cancellationToken).ConfigureAwait(false);
            errors.AddRange(known.Errors);
            if (!known.IsSuccess) continue;
            CreditStreams.Follow(chain, before, items.ToArray(), known.Value, by, at);
            errors.AddRange(chain.Errors);
            changes.AddRange(chain.Changes(Streams.Credit(seller.Id, items.Key)));
        }
        return Result.Validated(changes, errors);
    }
}
