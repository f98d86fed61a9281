using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A line as it is planned: the bank's own, or one of those that a sum of our collections is made of.</summary>
internal readonly record struct BatchLine(BankEntry Entry)
{
    /// <summary>Why the sum of a batch is not split; null elsewhere.</summary>
    public DomainError? Doubt { get; init; }

    /// <summary>What is booked of the sum, which was split before, when it added up; null elsewhere.</summary>
    public Money? BookedInParts { get; init; }
}

/// <summary>
/// Batches of our own collections, by the ids their files were sent with. A bank may book a batch as one sum and name nothing but
/// the batch: the sum is then the collections in it, each a line with its end-to-end id, so that each is applied, and comes back,
/// by itself. That is done only where they add up exactly.
/// </summary>
internal sealed class OwnBatches(IBooks books)
{
    private readonly Dictionary<string, SortedDictionary<string, List<Sent>>> byReference = new(StringComparer.Ordinal);

    /// <summary>Those that some lines may be the sum of.</summary>
    public static async Task<OwnBatches> FindAsync(
        IBooks books, LegalEntityId legalEntity, EquatableArray<BankEntry> entries, CancellationToken cancellationToken)
    {
        var (found, named) = (new OwnBatches(books), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in entries)
            if (IsSum(entry)) named.Add(entry.CustomerReference);
        if (named.Count == 0) return found;
        await foreach (var one in books.AllAsync<DirectDebitMandate>(Streams.MandateKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity)
                foreach (var collection in one.State.Collections.Where(c => c.Batch.Length > 0))
                    foreach (var reference in new[] { collection.Batch, collection.Message }.Distinct().Where(named.Contains))
                        found.Add(reference, new(collection, one.State.Facts));
        return found;
    }

    /// <summary>The lines, each sum of ours in its parts.</summary>
    public async Task<IReadOnlyList<BatchLine>> SplitAsync(
        EquatableArray<BankEntry> entries, CancellationToken cancellationToken)
    {
        var lines = new List<BatchLine>(entries.Count);
        foreach (var entry in entries)
            if (!IsSum(entry) || !byReference.TryGetValue(entry.CustomerReference, out var batches)
                || await IsBookedAsync(entry, cancellationToken).ConfigureAwait(false))
                lines.Add(new(entry));
            else if (SumsOf(batches).Where(b => IsOf(entry, b)).Take(2).ToArray() is [var batch])
                lines.AddRange(Booked(batch).Select(s => new BatchLine(Part(entry, s))));
            else
                lines.Add(await DoubtedAsync(entry, batches, cancellationToken).ConfigureAwait(false));
        return lines;
    }

    // Money that came in and is no transaction of its own: that would have an end-to-end id. The parts are known by the identity.
    private static bool IsSum(BankEntry entry) => entry.CustomerReference.Length > 0 && entry.EndToEndId.Length == 0
        && !string.IsNullOrWhiteSpace(entry.Identity) && entry.Amount.IsPositive && !entry.IsReversal
        && entry.ReturnReason.Length == 0;

    // Under the id of a message a bank may book each of its batches, or all of them together.
    private static IEnumerable<List<Sent>> SumsOf(SortedDictionary<string, List<Sent>> batches) =>
        batches.Count == 1 ? batches.Values : batches.Values.Append([.. batches.Values.SelectMany(b => b)]);

    private static bool IsOf(BankEntry entry, List<Sent> batch)
    {
        var booked = Booked(batch).ToArray();
        return booked.Length > 0 && entry.BatchedTransactions is var stated && (stated == 0 || stated == booked.Length)
            && SumOf(booked) == entry.Amount;
    }

    // What the bank rejected never was in the sum; what came back later was.
    private static IEnumerable<Sent> Booked(List<Sent> batch) =>
        batch.Where(s => s.Collection.Status != CollectionStatus.Rejected)
            .OrderBy(s => s.Collection.EndToEndId, StringComparer.Ordinal);

    private static Money SumOf(IEnumerable<Sent> sent) => Money.Sum(sent.Select(s => s.Collection.Amount), Currency.Eur);

    private static BankEntry Part(BankEntry sum, Sent sent) => sum with
    {
        Identity = $"{sum.Identity}/{sent.Collection.EndToEndId}",
        Amount = sent.Collection.Amount,
        EndToEndId = sent.Collection.EndToEndId,
        MandateId = sent.Mandate.Mandate.Value,
        CounterpartyName = sent.Mandate.Debtor.Name,
        CounterpartyAccount = sent.Mandate.Debtor.Iban.Value,
        CounterpartyBank = "",
        CounterpartyAddress = "",
        InstructedAmount = null,
        Rate = null,
        Charges = Money.Zero(sum.Amount.Currency),
        BatchedTransactions = 0,
    };

    // A line that says not of how many transactions it is may be one of them: nothing is wrong with it then.
    private async Task<BatchLine> DoubtedAsync(
        BankEntry entry, SortedDictionary<string, List<Sent>> batches, CancellationToken cancellationToken)
    {
        var booked = new List<Sent>();
        foreach (var sent in batches.Values.SelectMany(b => b))
            if (await IsBookedAsync(Part(entry, sent), cancellationToken).ConfigureAwait(false)) booked.Add(sent);
        if (booked.Count > 0) return new(entry) { BookedInParts = SumOf(booked) };
        if (entry.BatchedTransactions <= 1) return new(entry);
        var collected = batches.Values.SelectMany(Booked).ToArray();
        return new(entry)
        {
            Doubt = ProcessErrors.BatchDiffers.At("entry.amount",
                ("amount", entry.Amount), ("transactions", entry.BatchedTransactions), ("batch", entry.CustomerReference),
                ("collected", SumOf(collected)), ("count", collected.Length), ("entry", entry.Identity)),
        };
    }

    private async Task<bool> IsBookedAsync(BankEntry entry, CancellationToken cancellationToken)
    {
        var stream = Streams.OpenItem(CashAllocation.ItemOf(CashAllocation.PaymentOf(entry)));
        return await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not null;
    }

    private void Add(string reference, Sent sent)
    {
        if (!byReference.TryGetValue(reference, out var batches))
            byReference[reference] = batches = new(StringComparer.Ordinal);
        if (!batches.TryGetValue(sent.Collection.Batch, out var batch)) batches[sent.Collection.Batch] = batch = [];
        batch.Add(sent);
    }

    private sealed record Sent(MandateCollection Collection, MandateFacts Mandate);
}
