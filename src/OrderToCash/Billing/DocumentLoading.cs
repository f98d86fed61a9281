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
        draft = InSteps(draft, seller, buyer);
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

        var booking = await RateAsync(draft.Currency, seller.FunctionalCurrency, draft.DocumentDate, cancellationToken)
            .ConfigureAwait(false);
        var taxing = await RateAsync(
            draft.Currency, seller.TaxCurrency ?? draft.Currency, draft.TaxPoint, cancellationToken).ConfigureAwait(false);
        if (!booking.IsSuccess || !taxing.IsSuccess) return Refuse([.. booking.Errors, .. taxing.Errors]);
        var prepaid = await new PrepaymentLoading(runner).LoadAsync(prepayments, cancellationToken).ConfigureAwait(false);
        if (!prepaid.IsSuccess) return Refuse([.. prepaid.Errors]);
        var account = await credit.LoadAsync(seller.Id, draft.Customer, buyer.Currency, by, at, cancellationToken)
            .ConfigureAwait(false);
        var documents = prepaid.Value.SelectMany(p => p.Deposits).Select(d => (d.State.Amount.Currency, d.State.DocumentDate))
            .Prepend((draft.Currency, draft.DocumentDate));
        var known = await credit.RatesAsync(documents, account.State.Currency, cancellationToken).ConfigureAwait(false);
        var invoices = await SeriesPlace
            .LoadAsync(books, seller, seller.InvoiceSeries, draft.DocumentDate, cancellationToken).ConfigureAwait(false);
        var notes = await SeriesPlace
            .LoadAsync(books, seller, seller.CreditNoteSeries, draft.DocumentDate, cancellationToken).ConfigureAwait(false);
        return known.Map(r => new DocumentParts(
            seller, buyer, draft, given, booking.Value.Rate, taxing.Value.Rate, report, numbered.Value, prepaid.Value,
                account, r, invoices, notes, by, at));
    }

    private readonly record struct KnownRate(ExchangeRate? Rate);

    private async Task<Result<KnownRate>> RateAsync(
        Currency from, Currency to, LocalDate on, CancellationToken cancellationToken)
    {
        if (from == to) return Result.Success(default(KnownRate));
        return await rates.FindAsync(from, to, on, cancellationToken).ConfigureAwait(false) is { } rate
            ? Result.Success(new KnownRate(rate))
            : Result.Failure<KnownRate>(ProcessErrors.RateMissing.With(("from", from), ("to", to), ("date", on)));
    }

    // What is paid in cash is paid in steps: by the instructions on the document, else by the customer's usual way.
    private static DraftInvoice InSteps(DraftInvoice draft, LegalEntity seller, CustomerProfile buyer)
    {
        if (draft.CashRounding is not null || draft.RoundingAmount is not null || draft.Type == DocumentType.Prepayment)
            return draft;
        var isCash = draft.PaymentInstructions.IsEmpty
            ? buyer.PaymentMeans == PaymentMeansCode.Cash
            : draft.PaymentInstructions.All(i => i.MeansCode == PaymentMeansCode.Cash.Value);
        return isCash && seller.CashRoundingOf(draft.Currency) is { } steps ? draft with { CashRounding = steps } : draft;
    }

    private static Result<DocumentParts> Refuse(params IEnumerable<DomainError> errors) => Result.Failure<DocumentParts>(errors);
}
