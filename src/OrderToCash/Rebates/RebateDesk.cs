using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Accrues rebates with each invoice and credits them at the end of their period.</summary>
public sealed class RebateDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// The invoices of the period that were not counted as they are now; nothing is written. Refuses <c>process.not-found</c>.
    /// </summary>
    public async ValueTask<Result<EquatableArray<InvoiceId>>> ToCountAsync(
        RebateAgreementId agreement, CancellationToken cancellationToken = default)
    {
        var stored = await runner.RequireAsync<RebateAgreement>(Streams.Rebate(agreement), a => a.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return Result.Failure<EquatableArray<InvoiceId>>(stored.Errors);
        var (one, found) = (stored.Value.State, new List<InvoiceId>());
        await foreach (var account in books.AllAsync<InvoiceAccount>(Streams.InvoiceKind, cancellationToken)
            .ConfigureAwait(false))
            if (DocumentOf(account.State, one.Terms) is { } document && document.On >= one.Terms.From
                && document.On <= one.Terms.To && !one.Documents.Contains(document))
                found.Add(document.Document);
        return Result.Success(found.ToEquatableArray());
    }

    /// <summary>
    /// Agrees on a rebate. Refuses what <see cref="RebateAgreement.Agree"/> refuses, <c>process.already-exists</c>,
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public ValueTask<Result<RebateAgreement>> AgreeAsync(AgreeRebate command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Rebate(command.Terms.Agreement);
        return runner.CreateAsync(command, stream, () => legalEntities.TryFind(command.Terms.LegalEntity, out var seller)
            ? RebateAgreement.Agree(command.Terms, seller.Ledger, command.On, command.By, clock.GetCurrentInstant())
            : Result.Failure<Decision<RebateAgreement, RebateEvent>>(ProcessErrors.NoLegalEntity(command.Terms.LegalEntity)),
            cancellationToken);
    }

    /// <summary>
    /// Counts an invoice. Refuses what <see cref="RebateAgreement.Count"/> refuses; an invoice of another customer is
    /// <c>rebate.bad-document</c>.
    /// </summary>
    public ValueTask<Result<RebateAgreement>> CountAsync(CountRebate command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Agreement, command.On, async work =>
        {
            var account = await runner.RequireAsync<InvoiceAccount>(
                Streams.Invoice(command.Invoice), i => i.Check(), cancellationToken).ConfigureAwait(false);
            if (!account.IsSuccess) return Result.Failure<RebateStep>(account.Errors);
            return DocumentOf(account.Value.State, work.State.Terms) is { } document
                ? work.State.Count(document, EntryOf(command), command.On, account.Value.State.Invoice.BookingRate,
                    work.Seller.Ledger, command.By, work.At)
                : Result.Failure<RebateStep>(RebateErrors.BadDocument.At("invoice",
                    ("document", command.Invoice), ("what", "it is another customer's, in another currency, or no turnover")));
        }, cancellationToken);

    /// <summary>Changes what is expected. Refuses what <see cref="RebateAgreement.Reforecast"/> refuses.</summary>
    public ValueTask<Result<RebateAgreement>> ReforecastAsync(
        ReforecastRebate command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Agreement, command.On, work => Task.FromResult(work.State.Reforecast(
            command.Expected, EntryOf(command), command.On, work.Rate, work.Seller.Ledger, command.By, work.At)),
            cancellationToken);

    /// <summary>Credits what was earned. Refuses what <see cref="RebateAgreement.Settle"/> refuses.</summary>
    public ValueTask<Result<RebateAgreement>> SettleAsync(SettleRebate command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Agreement, command.On, work => Task.FromResult(work.State.Settle(new()
        {
            CorrectionEntry = new(DerivedId.Of($"J-{command.Id}>accrued")), Entry = EntryOf(command),
            Item = new(DerivedId.Of($"REB-{command.Agreement}")), DocumentNumber = command.DocumentNumber, On = command.On,
            Rate = work.Rate,
        }, work.Seller.Ledger, command.By, work.At)), cancellationToken);

    /// <summary>What a command on an agreement works with.</summary>
    private sealed record Work(RebateAgreement State, LegalEntity Seller, ExchangeRate? Rate, Instant At);

    private ValueTask<Result<RebateAgreement>> ChangeAsync(Command command, RebateAgreementId id, LocalDate on,
        Func<Work, Task<Result<RebateStep>>> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.Rebate(id);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<RebateAgreement>(stream, a => a.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<RebateAgreement>(stored.Errors);
            var (state, at) = (stored.Value.State, clock.GetCurrentInstant());
            if (!legalEntities.TryFind(state.Terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<RebateAgreement>(ProcessErrors.NoLegalEntity(state.Terms.LegalEntity));
            var rate = await rates.FindAsync(state.Terms.Currency, seller, on, cancellationToken).ConfigureAwait(false);
            if (!rate.IsSuccess) return CommandRunner.Refuse<RebateAgreement>(rate.Errors);
            var step = await decide(new(state, seller, rate.Value.Rate, at)).ConfigureAwait(false);
            if (!step.IsSuccess) return CommandRunner.Refuse<RebateAgreement>(step.Errors);
            var batch = await LedgerBatch.LoadAsync(books, rates, seller, state.Terms.Customer, [], [(state.Terms.Currency, on)],
                command.By, at, cancellationToken).ConfigureAwait(false);
            if (!batch.IsSuccess) return CommandRunner.Refuse<RebateAgreement>(batch.Errors);
            foreach (var posting in step.Value.Postings) batch.Value.Then(() => Result.Success(posting));
            var decided = step.Value.Decision;
            return batch.Value.Finish(decided.State, CommandRunner.Changes(stream, stored.Value.Version, decided),
                decided.State.Earned);
        }, cancellationToken);
    }

    // What is left of an invoice after its credit notes; null where it is none of the agreement.
    private static RebateDocument? DocumentOf(InvoiceAccount account, RebateTerms terms)
    {
        var invoice = account.Invoice;
        if (invoice.LegalEntity != terms.LegalEntity || invoice.Customer != terms.Customer || invoice.Currency != terms.Currency
            || invoice.Type == DocumentType.Prepayment) return null;
        var shares = invoice.Breakdown.Select(share =>
        {
            var credited = account.CreditedShares.Where(c => c.Category == share.Category && c.Rate == share.Rate).ToArray();
            return share with
            {
                Base = share.Base - Money.Sum(credited.Select(c => c.Base), invoice.Currency),
                Tax = share.Tax - Money.Sum(credited.Select(c => c.Tax), invoice.Currency),
            };
        });
        return new()
        {
            Document = invoice.Id, On = invoice.TaxPoint, Shares = shares.ToEquatableArray(),
            Quantity = terms.Measure == RebateMeasure.Turnover ? 0
                : invoice.Lines.Sum(l => l.Quantity.Value) - account.Credited.Sum(c => c.Quantity.Value),
        };
    }

    private static JournalEntryId EntryOf(Command command) => new(DerivedId.Of($"J-{command.Id}"));
}
