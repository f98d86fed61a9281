using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Reconciles what payment service providers pay out, and books it once.</summary>
public sealed class PayoutDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly ProviderReading reading = new(books);

    /// <summary>
    /// What the books expect a provider to pay out: charges, refunds, chargebacks, their reversals and booked fees that no payout
    /// paid out. Read from the journal and the payouts booked; nothing is written. Refuses <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<PayoutExpectation>> ExpectAsync(
        LegalEntityId legalEntity, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out _))
            return Result.Failure<PayoutExpectation>(ProcessErrors.NoLegalEntity(legalEntity));
        var read = await reading.ReadAsync(legalEntity, cancellationToken).ConfigureAwait(false);
        return Result.Success(read.Expectation);
    }

    /// <summary>
    /// What a payout comes to and what does not fit; nothing is written. What is expected is derived from the journal, unless the
    /// command brings it. Refuses <c>process.legal-entity-unknown</c>, <c>process.rate-missing</c>.
    /// </summary>
    public async ValueTask<Result<PayoutReconciliation>> ReconcileAsync(
        BookPayout command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!legalEntities.TryFind(command.LegalEntity, out var seller))
            return Result.Failure<PayoutReconciliation>(ProcessErrors.NoLegalEntity(command.LegalEntity));
        var (from, to, rate) = (command.Report.Amount.Currency, seller.FunctionalCurrency, default(ExchangeRate?));
        if (from != to)
        {
            rate = await rates.FindAsync(from, to, command.Report.PaidOn, cancellationToken).ConfigureAwait(false);
            if (rate is null)
                return Result.Failure<PayoutReconciliation>(ProcessErrors.RateMissing.With(
                    ("from", from), ("to", to), ("date", command.Report.PaidOn)));
        }
        var read = await reading.ReadAsync(command.LegalEntity, cancellationToken).ConfigureAwait(false);
        return Result.Success(PayoutReconciliation.Of(command.Report, command.Bank,
            command.Expected.IsEmpty ? read.Expectation.Movements : command.Expected, to, rate,
            seller.Providers.FirstOrDefault(t => t.Provider == command.Report.Provider), read.Paid));
    }

    /// <summary>
    /// Books a payout that fits. Refuses <c>payout.posted</c>, <c>payout.not-reconciled</c> with all that does not fit, and what
    /// <see cref="ReconcileAsync"/> and the ledger refuse. Of two at the same moment the second is looked at again.
    /// </summary>
    public ValueTask<Result<BookedPayout>> BookAsync(BookPayout command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Payout(command.LegalEntity, command.Report.Id);
        var together = Streams.PayoutRegister(command.LegalEntity);
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<BookedPayout>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<BookedPayout>(PayoutErrors.Posted.With(("payout", command.Report.Id)));
            var register = await books.LoadAsync<PayoutRegister>(together, cancellationToken).ConfigureAwait(false);
            var reconciled = await ReconcileAsync(command, cancellationToken).ConfigureAwait(false);
            if (!reconciled.TryGet(out var payout, out var errors)) return CommandRunner.Refuse<BookedPayout>(errors);
            _ = legalEntities.TryFind(command.LegalEntity, out var seller);
            var at = clock.GetCurrentInstant();
            var entry = new JournalEntryId(DerivedId.Of($"J-payout-{command.LegalEntity}-{command.Report.Id}"));
            var ledger = Ledger.BookPayout(payout, entry, command.LegalEntity, seller!.Ledger, command.By, at);
            if (!ledger.IsSuccess) return CommandRunner.Refuse<BookedPayout>([.. ledger.Errors, .. payout.Findings]);
            var booked = new PayoutBooked
            {
                LegalEntity = command.LegalEntity, Payout = command.Report.Id, Provider = command.Report.Provider,
                Amount = command.Report.Amount, PaidOn = command.Report.PaidOn, Entry = entry, By = command.By, At = at,
                Movements = payout.Met,
            };
            var state = BookedPayout.From(booked);
            var next = register is null ? PayoutRegister.From(booked) : register.State.Apply(booked);
            return Result.Success(CommandRunner.Decided(new Prepared<BookedPayout>(state,
            [
                StreamChange.Of(stream, 0, new Decision<BookedPayout, PayoutBooked> { State = state, Events = [booked] }),
                StreamChange.Of(together, register?.Version ?? 0,
                    new Decision<PayoutRegister, PayoutBooked> { State = next, Events = [booked] }),
            ])
            {
                Entries = [.. ledger.Value.Entries], Amount = command.Report.Amount.Abs(),
            }));
        }, cancellationToken);
    }
}
