using System.Text;
using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>
/// What was billed before that a draft might bill again, and the references under which the draft will be found.
/// </summary>
internal sealed record BilledBefore(
    EquatableArray<PriorInvoice> Invoices, IReadOnlyList<(StreamId Stream, Stored<BilledReferences>? Known)> References)
{
    /// <summary>Nothing to compare.</summary>
    public static BilledBefore Nothing { get; } = new([], []);

    /// <summary>
    /// Loads what shares order number and amount, a shipment or all lines with a sound draft. What was taken back as a whole, is
    /// cited by the draft, or was a prepayment of it is no second bill.
    /// </summary>
    public static async Task<BilledBefore> LoadAsync(IBooks books, DraftInvoice draft, CancellationToken cancellationToken)
    {
        var references = new List<(StreamId, Stored<BilledReferences>?)>();
        var (seen, prior) = (new HashSet<InvoiceId>(draft.Preceding.Select(p => p.Invoice)), new List<PriorInvoice>());
        foreach (var key in KeysOf(draft))
        {
            var known = await books.LoadAsync<BilledReferences>(key, cancellationToken).ConfigureAwait(false);
            references.Add((key, known));
            foreach (var id in known?.State.Invoices ?? [])
                if (seen.Add(id) && await FindAsync(books, id, draft, cancellationToken).ConfigureAwait(false) is { } found)
                    prior.Add(found);
        }
        return new([.. prior], references);
    }

    /// <summary>The earlier documents, not taken back, that share a reference with a posted one.</summary>
    public static async Task<IReadOnlyList<PriorInvoice>> EarlierAsync(
        IBooks books, DraftInvoice posted, CancellationToken cancellationToken)
    {
        var (seen, earlier) = (new HashSet<InvoiceId>(posted.Preceding.Select(p => p.Invoice)), new List<PriorInvoice>());
        foreach (var key in KeysOf(posted))
        {
            var known = await books.LoadAsync<BilledReferences>(key, cancellationToken).ConfigureAwait(false);
            foreach (var id in (known?.State.Invoices ?? []).TakeWhile(id => id != posted.Id))
                if (seen.Add(id) && await FindAsync(books, id, posted, cancellationToken).ConfigureAwait(false) is { } found)
                    earlier.Add(found);
        }
        return earlier;
    }

    private static StreamId NumberOf(LegalEntityId legalEntity, CustomerId customer, InvoiceNumber number) =>
        Stream($"number|{legalEntity}|{customer}|{number}");

    /// <summary>The same with a number of the buyer's; refused when the buyer gave it before.</summary>
    public static async Task<Result<BilledBefore>> WithNumberAsync(BilledBefore before, IBooks books, LegalEntityId legalEntity,
        CustomerId customer, InvoiceNumber number, CancellationToken cancellationToken)
    {
        if (number.IsNone) return Result.Success(before);
        var used = NumberOf(legalEntity, customer, number);
        return await books.LoadAsync<BilledReferences>(used, cancellationToken).ConfigureAwait(false) is null
            ? Result.Success(before with { References = [.. before.References, (used, null)] })
            : Result.Failure<BilledBefore>(ProcessErrors.NumberUsed.At("number", ("number", number), ("customer", customer)));
    }

    /// <summary>The id of a credit note; refused when it is another one's, or an invoice's.</summary>
    public static async Task<Result<BilledBefore>> WithCreditNoteAsync(
        IBooks books, InvoiceId creditNote, CancellationToken cancellationToken)
    {
        var used = Stream($"credit-note|{creditNote}");
        if (await books.LoadAsync<BilledReferences>(used, cancellationToken).ConfigureAwait(false) is not null)
            return Result.Failure<BilledBefore>(ProcessErrors.AlreadyExists.At("creditNote", ("stream", used)));
        var invoice = Streams.Invoice(creditNote);
        return await books.LoadAsync<InvoiceAccount>(invoice, cancellationToken).ConfigureAwait(false) is null
            ? Result.Success(Nothing with { References = [(used, null)] })
            : Result.Failure<BilledBefore>(ProcessErrors.AlreadyExists.At("creditNote", ("stream", invoice)));
    }

    /// <summary>The changes once the document is posted.</summary>
    public IEnumerable<StreamChange> Changes(InvoiceId invoice)
    {
        var used = new BilledReferenceUsed { Invoice = invoice };
        foreach (var (stream, known) in References)
            yield return StreamChange.Of(stream, known?.Version ?? 0, new Decision<BilledReferences, BilledReferenceUsed>
            {
                State = (known?.State ?? new()).Apply(used), Events = [used],
            });
    }

    private static async Task<PriorInvoice?> FindAsync(
        IBooks books, InvoiceId id, DraftInvoice draft, CancellationToken cancellationToken)
    {
        var stored = await books.LoadAsync<InvoiceAccount>(Streams.Invoice(id), cancellationToken).ConfigureAwait(false);
        if (stored is not { State: { Invoice: var invoice } account }) return null;
        var isGone = account.Status is InvoiceStatus.Replaced or InvoiceStatus.Credited;
        var isPrepayment = invoice.Type == DocumentType.Prepayment && draft.Type != DocumentType.Prepayment;
        return isGone || isPrepayment ? null : PriorInvoice.Of(invoice);
    }

    private static IEnumerable<StreamId> KeysOf(DraftInvoice draft)
    {
        if (draft.PurchaseOrder.Length > 0)
            yield return Stream($"order|{draft.LegalEntity}|{draft.Customer}|{draft.Totals().Gross}|{draft.PurchaseOrder}");
        foreach (var (order, shipment) in draft.Lines.Where(l => !l.Shipment.IsNone).Select(l => (l.Order, l.Shipment))
            .Distinct())
            yield return Stream($"shipment|{draft.LegalEntity}|{order}|{shipment}");
        if (draft.Lines.All(l => l.OrderLine.IsNone))
            yield return Stream($"content|{draft.LegalEntity}|{draft.Customer}|{PriorInvoice.ContentKeyOf(draft)}");
    }

    private static StreamId Stream(string key) =>
        new(Streams.BilledKind, ContentHash.OfUtf8(Encoding.UTF8.GetBytes(key)).Value);
}
