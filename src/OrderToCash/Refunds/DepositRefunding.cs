using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Pays a deposit on a prepayment invoice back: a credit note over the invoice corrects the tax and makes the deposit the
/// customer's credit, and the money is paid from that credit, all in one commit.
/// </summary>
internal sealed class DepositRefunding(
    IBooks books, ILegalEntities legalEntities, IExchangeRates rates, CommandRunner runner)
{
    /// <summary>The account the money leaves: the provider's, or none for the bank.</summary>
    internal static AccountRole AccountOf(RefundRequest request) =>
        request.Facts.Route.Attempt.IsNone ? default : AccountRole.Provider;

    /// <summary>The prepayment invoice that a deposit was received on; null for a deposit without one.</summary>
    internal async Task<InvoiceAccount?> FindAsync(OpenItemId deposit, CancellationToken cancellationToken)
    {
        await foreach (var one in books.AllAsync<InvoiceAccount>(Streams.InvoiceKind, cancellationToken).ConfigureAwait(false))
            if (one.State.Invoice.Type == DocumentType.Prepayment)
                foreach (var receipt in one.State.Receipts)
                    if (CashAllocation.ItemOf(receipt.Payment) == deposit) return one.State;
        return null;
    }

    /// <summary>The preparation: the credit note takes its number inside the commit.</summary>
    internal async Task<Result<Preparation<RefundRequest>>> PrepareAsync(OrderRefund command, Stored<RefundRequest> stored,
        Stored<OpenItem> deposit, InvoiceAccount prepayment, string endToEnd, Instant at, CancellationToken cancellationToken)
    {
        var (request, facts) = (stored.State, stored.State.Facts);
        var credit = new CreditInvoice
        {
            Id = command.Id, By = command.By, Invoice = prepayment.Id, DocumentDate = command.On,
            CreditNote = new(DerivedId.Of($"{prepayment.Id}>refund {request.Id}")), Reason = CreditReason.Prepayment,
            ReasonText = facts.Reason, Gross = facts.Amount,
        };
        var loaded = await new InvoiceCrediting(books, legalEntities, rates, runner, new(books, rates))
            .LoadAsync(credit, at, cancellationToken).ConfigureAwait(false);
        // The deposit that was asked for goes back, not another one on the same prepayment.
        return loaded.Map(parts => parts with
        {
            Prepayments = parts.Prepayments.Select(p => p with { Deposits = [deposit] }).ToArray(),
        }).Map(parts => new Preparation<RefundRequest>(numbers =>
            InvoiceCrediting.Credit(credit, parts, numbers)
                .Bind(done => Pay(command, stored, deposit.State, done, endToEnd, parts)))
        {
            Series = [parts.Series.Series],
        });
    }

    private static Result<Prepared<RefundRequest>> Pay(OrderRefund command, Stored<RefundRequest> stored, OpenItem deposit,
        InvoiceCrediting.Outcome done, string endToEnd, InvoiceCrediting.Parts parts)
    {
        var (request, at, from) = (stored.State, parts.At, InvoiceLedger.ItemOf(done.Note));
        var application = new ItemApplicationId(DerivedId.Of($"{request.Id}>{from}"));
        var ordered = request.Order(deposit, application, endToEnd, command.On, command.By, at, from);
        done.Ledger.Then(() => !done.Ledger.Knows(from)
            ? Result.Failure<LedgerDecision>(LedgerErrors.NothingOpen.At("refund", ("item", from)))
            : Ledger.Refund(done.Ledger.Item(from), new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}")), Item = from, Application = application, Date = command.On,
                Amount = request.Facts.Amount, CashAccount = AccountOf(request),
            }, parts.Seller.Ledger, command.By, at), (before, decision) =>
            CreditStreams.FollowCredits(done.Credit, before, decision, parts.Rates, command.By, at));
        var errors = (DomainError[])[.. ordered.Errors, .. done.Ledger.Errors, .. done.Credit.Errors];
        if (errors.Length > 0) return Result.Failure<Prepared<RefundRequest>>(errors);
        var invoice = parts.Invoice.State.Invoice;
        return Result.Success(new Prepared<RefundRequest>(ordered.Value.State,
        [
            .. done.Series.Changes(), .. parts.Before.Changes(done.Note.Id), .. done.Ledger.Changes(),
            .. done.Invoice.Changes(Streams.Invoice(invoice.Id)),
            .. done.Credit.Changes(Streams.Credit(parts.Seller.Id, invoice.Customer)),
            .. CommandRunner.Changes(Streams.Refund(request.Id), stored.Version, ordered.Value),
        ])
        {
            Entries = done.Ledger.Entries, Amount = request.Facts.Amount,
        });
    }
}
