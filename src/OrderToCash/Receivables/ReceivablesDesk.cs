using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Reads the receivables: ages, statements, an audit. It writes nothing. What is disputed comes from the stored cases as they
/// stood on the day asked for, by what was known then: a later dispute does not show in an earlier report.
/// </summary>
public sealed class ReceivablesDesk(IBooks books, ILegalEntities legalEntities)
{
    /// <summary>
    /// The ages of what is owed, disputed and promised parts apart. A broken item is left out and reported. Refuses
    /// <c>process.legal-entity-unknown</c>. The work is proportional to the items of the legal entity, settled ones included.
    /// </summary>
    public async ValueTask<Result<AgedAccounts>> AgeAsync(AgingQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!legalEntities.TryFind(question.LegalEntity, out _))
            return Result.Failure<AgedAccounts>(ProcessErrors.NoLegalEntity(question.LegalEntity));
        var read = await ReadAsync(question.LegalEntity, question.Customer, cancellationToken).ConfigureAwait(false);
        var parts = read.Parts(question.AsOf, question.KnownAt, question.Promises);
        return Result.Success(new AgedAccounts
        {
            Report = Aging.Of(read.Items, question.AsOf, question.Policy ?? new(), question.KnownAt, parts),
            Quarantined = read.Findings.ToEquatableArray(),
        });
    }

    /// <summary>
    /// The statement of a customer's account, disputed and promised parts apart. A broken item is left out and reported. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    public async ValueTask<Result<StatedAccount>> StateAsync(
        StatementQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!legalEntities.TryFind(question.LegalEntity, out _))
            return Result.Failure<StatedAccount>(ProcessErrors.NoLegalEntity(question.LegalEntity));
        var read = await ReadAsync(question.LegalEntity, question.Customer, cancellationToken).ConfigureAwait(false);
        var parts = read.Parts(question.To, question.KnownAt, question.Promises);
        return Result.Success(new StatedAccount
        {
            Statement = AccountStatement.Of(read.Items, question.LegalEntity, question.Customer, question.From, question.To,
                question.Policy ?? new(), question.KnownAt, parts),
            Quarantined = read.Findings.ToEquatableArray(),
        });
    }

    /// <summary>
    /// Looks at every entry's place in its chain and its content, and compares every stored item with the journal.
    /// Refuses <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<LedgerAudit>> AuditAsync(
        LegalEntityId legalEntity, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out _))
            return Result.Failure<LedgerAudit>(ProcessErrors.NoLegalEntity(legalEntity));
        var (journal, items) = (new List<JournalEntry>(), new List<OpenItem>());
        var query = new OpenItemQuery { LegalEntity = legalEntity, IncludeSettled = true };
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
            items.Add(item.State);
        await foreach (var entry in books.JournalAsync(cancellationToken).ConfigureAwait(false))
            if (entry.LegalEntity == legalEntity) journal.Add(entry);
        var (findings, chains) = (new List<DomainError>(), 0L);
        foreach (var chain in journal.GroupBy(entry => entry.Customer))
        {
            chains++;
            findings.AddRange(JournalChain.Verify(chain));
        }
        findings.AddRange(LedgerBalances.Of(journal).Check(items));
        await ReadCasesAsync(legalEntity, null, findings, cancellationToken).ConfigureAwait(false);
        return Result.Success(new LedgerAudit
        {
            LegalEntity = legalEntity, Entries = journal.Count, Chains = chains, Items = items.Count,
            Findings = findings.ToEquatableArray(),
        });
    }

    private sealed record Reading(List<OpenItem> Items, List<DisputeCase> Cases, List<DomainError> Findings)
    {
        // The items are those of the question; a case may name others, which the report passes over.
        public List<AgingParts> Parts(LocalDate day, Instant? knownAt, EquatableArray<PromisedPart> promises)
        {
            var parts = new List<AgingParts>();
            foreach (var part in DisputeEffects.Withheld(Cases, day, knownAt))
                parts.Add(new() { Item = part.Item, Disputed = part.Amount });
            foreach (var promise in promises)
                if (promise.StoodOn(day, knownAt)) parts.Add(new() { Item = promise.Item, Promised = promise.Amount });
            return parts;
        }
    }

    private async Task<Reading> ReadAsync(LegalEntityId legalEntity, CustomerId? customer, CancellationToken cancellationToken)
    {
        var (items, findings) = (new List<OpenItem>(), new List<DomainError>());
        // What is settled today was open on an earlier day.
        var query = new OpenItemQuery { LegalEntity = legalEntity, Customer = customer, IncludeSettled = true };
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
            if (IsSound(Streams.OpenItem(item.State.Id), item.State.Check(), findings)) items.Add(item.State);
        var cases = await ReadCasesAsync(legalEntity, customer, findings, cancellationToken).ConfigureAwait(false);
        return new(items, cases, findings);
    }

    private async Task<List<DisputeCase>> ReadCasesAsync(
        LegalEntityId legalEntity, CustomerId? customer, List<DomainError> findings, CancellationToken cancellationToken)
    {
        var cases = new List<DisputeCase>();
        await foreach (var one in books.AllAsync<DisputeCase>(Streams.DisputeKind, cancellationToken).ConfigureAwait(false))
        {
            if (one.State.LegalEntity != legalEntity || (customer is { } wanted && one.State.Customer != wanted)) continue;
            if (IsSound(Streams.Dispute(one.State.Id), one.State.Check(), findings)) cases.Add(one.State);
        }
        return cases;
    }

    private static bool IsSound(StreamId stream, EquatableArray<DomainError> broken, List<DomainError> findings)
    {
        foreach (var finding in broken)
            findings.Add(ProcessErrors.Corrupt.At(finding.Target, ("stream", stream), ("finding", finding.Message)));
        return broken.IsEmpty;
    }
}
