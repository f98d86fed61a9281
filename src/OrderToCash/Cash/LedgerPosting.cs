using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Turns a ledger decision into the changes of a commit, with the customer's credit in step.</summary>
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
        if (decision.Items.IsEmpty) return Result.Success(new Posted(decision, [], [.. decision.Entries]));
        var first = decision.Items[0].State;
        if (first.Customer == seller.UnidentifiedPayer)
            return Result.Success(new Posted(decision, [.. LedgerChanges.Of(decision, loaded)], [.. decision.Entries]));
        var chain = await credit.LoadAsync(seller.Id, first.Customer, first.Amount.Currency, by, at, cancellationToken)
            .ConfigureAwait(false);
        var documents = decision.Items.Select(i => (i.State.Amount.Currency, i.State.DocumentDate));
        var known = await credit.RatesAsync(documents, chain.State.Currency, cancellationToken).ConfigureAwait(false);
        if (!known.IsSuccess) return Result.Failure<Posted>(known.Errors);
        CreditStreams.Follow(chain, loaded.Select(i => i.State).ToEquatableArray(), decision, known.Value, by, at);
        return Result.Validated(new Posted(decision,
            [.. LedgerChanges.Of(decision, loaded), .. chain.Changes(Streams.Credit(seller.Id, first.Customer))],
            [.. decision.Entries]), chain.Errors);
    }
}
