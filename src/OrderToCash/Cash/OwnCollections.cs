using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Our own collections by the end-to-end ids they were sent with. Money that comes with one, of its amount, is the customer's on
/// whose mandate it was collected, and for the item it was collected for. The ids of everybody else say nothing.
/// </summary>
internal sealed class OwnCollections
{
    private readonly Dictionary<string, (MandateCollection Collection, MandateFacts Mandate)> sent = new(StringComparer.Ordinal);

    /// <summary>Those that some lines may be.</summary>
    public static async Task<OwnCollections> FindAsync(
        IBooks books, LegalEntityId legalEntity, IEnumerable<BankEntry> entries, CancellationToken cancellationToken)
    {
        var (found, named) = (new OwnCollections(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in entries)
            if (entry.EndToEndId.Length > 0) named.Add(entry.EndToEndId);
        if (named.Count == 0) return found;
        await foreach (var one in books.AllAsync<DirectDebitMandate>(Streams.MandateKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity)
                foreach (var collection in one.State.Collections)
                    if (collection.Status is CollectionStatus.Presented or CollectionStatus.Settled
                        && named.Contains(collection.EndToEndId))
                        found.sent[collection.EndToEndId] = (collection, one.State.Facts);
        return found;
    }

    /// <summary>Whose money a line of our own collection is; none for any other line.</summary>
    public CustomerId PayerOf(BankEntry entry) => Find(entry)?.Mandate.Customer ?? default;

    /// <summary>The payment with what we know of it because we sent for it.</summary>
    /// <param name="payment">What came in.</param>
    /// <param name="entry">The bank's line.</param>
    /// <param name="items">What is open.</param>
    public IncomingPayment Told(IncomingPayment payment, BankEntry entry, Dictionary<OpenItemId, OpenItem> items) =>
        Find(entry) is { } own && items.TryGetValue(own.Collection.Item, out var item) && item.Customer == own.Mandate.Customer
            ? payment with
            {
                // Whatever else the bank says.
                Claims = [new() { DocumentNumber = item.DocumentNumber, Amount = entry.Amount }], RemittanceText = "",
            }
            : payment;

    private (MandateCollection Collection, MandateFacts Mandate)? Find(BankEntry entry) =>
        sent.TryGetValue(entry.EndToEndId, out var own) && own.Collection.Amount == entry.Amount
        && (entry.MandateId.Length == 0 || entry.MandateId == own.Mandate.Mandate.Value)
            ? own
            : null;
}
