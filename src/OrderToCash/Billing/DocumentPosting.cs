using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Posts any kind of document inside a commit: prepayments settled, number taken, ledger and exposure moved.</summary>
internal static class DocumentPosting
{
    /// <summary>Posts it, by itself or after a credit note in the same commit.</summary>
    public static Result<PostedDocument> Post(DocumentParts parts, Numbers numbers, InvoiceCrediting.Outcome? before = null)
    {
        var notes = before?.Series ?? parts.CreditNotes.Begin(numbers, parts.By, parts.At);
        var prepaid = PrepaymentSettling.Settle(parts, notes);
        if (!prepaid.IsSuccess) return Result.Failure<PostedDocument>(prepaid.Errors);
        var invoices = parts.Invoices.Begin(numbers, parts.By, parts.At);
        var decided = Decide(parts, prepaid.Value.Draft, invoices);
        if (!decided.IsSuccess) return Result.Failure<PostedDocument>(decided.Errors);
        var invoice = decided.Value.State.Invoice;

        var deferral = RevenueAccount.Begin(invoice, invoice.Type == DocumentType.Prepayment ? [] : parts.Revenue, parts.By,
            parts.At);
        if (!deferral.IsSuccess) return Result.Failure<PostedDocument>(deferral.Errors);
        prepaid.Value.Deduct(invoice, parts.By, parts.At);
        var account = before?.Credit ?? parts.Credit.Fork();
        var ledger = before?.Ledger ?? new LedgerChain(prepaid.Value.Deposits);
        foreach (var (note, own) in prepaid.Value.Excess)
        {
            var items = ledger.Items(own.Deposits.Select(d => d.State.Id));
            ledger.Then(() => Ledger.CreditDeposits(items, InvoiceLedger.DepositFacts(note, own.State.Invoice, items),
                InvoiceLedger.DepositParts(note, items.ToArray()), parts.Seller.Ledger, parts.By, parts.At), Follow);
        }
        var deposits = ledger.Items(prepaid.Value.Deposits.Select(d => d.State.Id)).Where(d => !d.Open.IsZero).ToEquatableArray();
        if (InvoiceLedger.Facts(invoice, deposits.ToArray(), deferral.Value.Lines) is { } facts && ledger.Errors.Count == 0)
        {
            Expose(parts, account, facts);
            ledger.Then(() => Ledger.IssueInvoice(deposits, facts, parts.Seller.Ledger, parts.By, parts.At), Follow);
        }
        DomainError[] errors = [.. prepaid.Value.Errors, .. ledger.Errors, .. account.Errors];
        return Result.Validated(new PostedDocument(decided.Value.State,
        [
            StreamChange.Of(Streams.Invoice(invoice.Id), 0, decided.Value), .. prepaid.Value.Changes(), .. invoices.Changes(),
            .. notes.Changes(), .. parts.Before.Changes(invoice.Id), .. ledger.Changes(),
            .. deferral.Value.Decision is { } born ? [StreamChange.Of(Streams.Revenue(invoice.Id), 0, born)] : (StreamChange[])[],
        ], ledger.Entries, account), errors);

        void Follow(EquatableArray<OpenItem> before, LedgerDecision decision) =>
            CreditStreams.FollowCredits(account, before, decision, parts.Rates, parts.By, parts.At);
    }

    private static Result<Decision<InvoiceAccount, InvoiceEvent>> Decide(
        DocumentParts parts, DraftInvoice draft, SeriesTaking series)
    {
        var (date, previous) = (draft.DocumentDate, series.Last);
        var instalments = draft.Schedule(parts.Buyer.Terms, parts.Seller.Calendar);
        if (!instalments.IsSuccess) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(instalments.Errors);
        var number = draft.Type.IsSelfBilled ? parts.Given : series.Next(date);
        var reference = draft.Type.IsSelfBilled
            ? Result.Success("")
            : parts.Seller.ReferenceOf(number, draft.Customer, draft.Currency);
        return reference.Bind(r => draft.Post(new()
        {
            Number = number, Instalments = instalments.Value, PaymentReference = r,
            FunctionalCurrency = parts.Seller.FunctionalCurrency, BookingRate = parts.Rate,
            TaxCurrency = parts.TaxRate is null ? null : parts.Seller.TaxCurrency, TaxRate = parts.TaxRate,
            Previous = previous, Chronology = parts.Seller.Chronology ?? Chronology.Free,
            Report = parts.Report.Findings.IsEmpty ? null : parts.Report,
        }, parts.By, parts.At));
    }

    // The exposure is the sum of the open items, each valued by itself: settling all of them leaves nothing. The last invoice of
    // an order takes what rounding left of its delivered value.
    private static void Expose(DocumentParts parts, DecisionChain<CreditAccount, CreditEvent> account, InvoiceFacts facts)
    {
        var limit = account.State.Currency;
        var exposure = Money.Sum(
            facts.Instalments.Select(i => parts.Rates.Value(i.Instalment.Amount, facts.DocumentDate)), limit);
        var covered = Money.Zero(limit);
        if (!parts.Order.IsNone)
        {
            var supply = parts.Prepayments.Count == 0
                ? exposure
                : Money.Max(covered, parts.Rates.Value(parts.Draft.Totals().Gross, facts.DocumentDate));
            var position = account.State.Position(parts.Order);
            covered = parts.IsLast && position is not null ? position.Delivered : supply;
        }
        if (exposure.IsPositive || covered.IsPositive)
            account.Then(a => a.RecordInvoiced(parts.Order, covered, exposure, parts.By, parts.At));
    }
}
