using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Loads what a document needs to be posted.</summary>
internal sealed class DocumentLoading(IBooks books, IExchangeRates rates, CommandRunner runner, CreditStreams credit)
{
    /// <summary>The parts; or all that keeps the draft from being posted.</summary>
    public async Task<Result<DocumentParts>> LoadAsync(
        LegalEntity seller, CustomerProfile buyer, DraftInvoice draft, InvoiceNumber given, PostingFacts facts, bool acceptsHeld,
        EquatableArray<InvoiceId> prepayments, Actor by, Instant at, CancellationToken cancellationToken)
    {
        if (draft.Type.IsSelfBilled == given.IsNone)
            return Refuse(ProcessErrors.NumberMisplaced.At("number", ("number", given), ("type", draft.Type)));
        var before = draft.Check().IsEmpty
            ? await BilledBefore.LoadAsync(books, draft, cancellationToken).ConfigureAwait(false)
            : BilledBefore.Nothing;
        var numbered = await BilledBefore
            .WithNumberAsync(before, books, draft.LegalEntity, draft.Customer, given, cancellationToken).ConfigureAwait(false);
        if (!numbered.IsSuccess) return Refuse([.. numbered.Errors]);
        var report = PostingCheck.Of(draft, facts with { Before = before.Invoices }, seller.PostingCheck);
        var lowest = acceptsHeld ? PostingSeverity.Refuse : PostingSeverity.Hold;
        if (report.Findings.Where(f => f.Severity >= lowest).Select(f => f.Error).ToArray() is { Length: > 0 } kept)
            return Refuse(kept);
        var stream = Streams.Invoice(draft.Id);
        if (await books.LoadAsync<InvoiceAccount>(stream, cancellationToken).ConfigureAwait(false) is not null)
            return Refuse(ProcessErrors.AlreadyExists.With(("stream", stream)));

        var isForeign = draft.Currency != seller.FunctionalCurrency;
        var rate = isForeign
            ? await rates.FindAsync(draft.Currency, seller.FunctionalCurrency, draft.DocumentDate, cancellationToken)
                .ConfigureAwait(false)
            : null;
        if (isForeign && rate is null)
            return Refuse(ProcessErrors.RateMissing.With(
                ("from", draft.Currency), ("to", seller.FunctionalCurrency), ("date", draft.DocumentDate)));
        var prepaid = await new PrepaymentLoading(runner).LoadAsync(prepayments, cancellationToken).ConfigureAwait(false);
        if (!prepaid.IsSuccess) return Refuse([.. prepaid.Errors]);
        var account = await credit.LoadAsync(seller.Id, draft.Customer, buyer.Currency, by, at, cancellationToken)
            .ConfigureAwait(false);
        var documents = prepaid.Value.SelectMany(p => p.Deposits).Select(d => (d.State.Amount.Currency, d.State.DocumentDate))
            .Prepend((draft.Currency, draft.DocumentDate));
        var known = await credit.RatesAsync(documents, account.State.Currency, cancellationToken).ConfigureAwait(false);
        var invoices = await SeriesPlace
            .LoadAsync(books, seller, BillingDesk.InvoiceNumbers, draft.DocumentDate, cancellationToken).ConfigureAwait(false);
        var notes = await SeriesPlace
            .LoadAsync(books, seller, BillingDesk.CreditNoteNumbers, draft.DocumentDate, cancellationToken).ConfigureAwait(false);
        return known.Map(r => new DocumentParts(
            seller, buyer, draft, given, rate, report, numbered.Value, prepaid.Value, account, r, invoices, notes, by, at));
    }

    private static Result<DocumentParts> Refuse(params IEnumerable<DomainError> errors) => Result.Failure<DocumentParts>(errors);
}
