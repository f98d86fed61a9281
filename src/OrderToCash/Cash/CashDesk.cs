using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Books bank statements: a plan first, that anybody can read, then line by line, each in a commit of its own keyed by
/// the bank's line. A statement imported twice books nothing twice.
/// </summary>
public sealed class CashDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly CreditStreams credit = new(books, rates);

    /// <summary>
    /// What booking these lines would do; nothing is written. The lines are decided together, not one after the other. Advices
    /// that came before the money go with it as claims of the lines (<see cref="Banking.AdvicePairs"/>). Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="legalEntity">Whose accounts.</param>
    /// <param name="entries">Lines of bank statements, oldest first.</param>
    /// <param name="payers">Who pays from which account, confirmed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<CashPlan>> PlanAsync(
        LegalEntityId legalEntity, EquatableArray<BankEntry> entries, PayerDirectory payers,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payers);
        return legalEntities.TryFind(legalEntity, out var seller)
            ? Result.Success(await new CashPlanning(books, seller, payers).PlanAsync(entries, cancellationToken)
                .ConfigureAwait(false))
            : Result.Failure<CashPlan>(ProcessErrors.NoLegalEntity(legalEntity));
    }

    /// <summary>
    /// What advices that came after the money would do to payments on account; nothing is written. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="advices">What payers sent.</param>
    /// <param name="payers">Who pays from which account, confirmed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<AdvicePlan>> PlanAdvicesAsync(
        LegalEntityId legalEntity, EquatableArray<RemittanceAdvice> advices, PayerDirectory payers,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payers);
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<AdvicePlan>(ProcessErrors.NoLegalEntity(legalEntity));
        var items = new List<OpenItem>();
        await foreach (var item in books.OpenItemsAsync(new() { LegalEntity = legalEntity }, cancellationToken)
            .ConfigureAwait(false))
            items.Add(item.State);
        return Result.Success(AdvicePlanning.Plan(seller, items, advices, payers));
    }

    /// <summary>
    /// Books money and applies it. Refuses an account that is not ours, a missing rate, and what the ledger refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> BookAsync(BookPayment command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.OpenItem(CashAllocation.ItemOf(command.Payment));
        return runner.RunAsync(command, stream, async () =>
        {
            if (!legalEntities.TryFind(command.LegalEntity, out var seller)) return Unknown(command.LegalEntity);
            if (!seller.BankAccounts.Contains(command.Entry.Account))
                return CommandRunner.Refuse<OpenItem>(CashPlanning.Foreign(command.Entry, seller));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<OpenItem>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var (at, on) = (clock.GetCurrentInstant(), command.Entry.BookedOn);
            var rate = await RateAsync(command.Entry.Amount.Currency, seller, on, cancellationToken).ConfigureAwait(false);
            if (!rate.IsSuccess) return CommandRunner.Refuse<OpenItem>(rate.Errors);
            var loaded = await LoadAsync(command.Allocations.Select(a => a.Item), cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<OpenItem>(loaded.Errors);
            var facts = new PaymentFacts
            {
                Entry = EntryOf(command.Payment.Value), Item = CashAllocation.ItemOf(command.Payment),
                LegalEntity = command.LegalEntity,
                Customer = command.Customer, DocumentNumber = CashPlanning.DocumentOf(command.Entry), Date = on,
                Cash = command.Entry.Amount,
                Rate = rate.Value.Rate,
            };
            var ledger = command.Allocations.IsEmpty
                ? Ledger.ReceivePayment(facts, seller.Ledger, command.By, at)
                : Ledger.ReceiveAndApply(loaded.Value.Select(i => i.State).ToEquatableArray(), facts,
                    CashAllocation.Requests(command.Payment.Value, facts.Item, command.Allocations), seller.Ledger,
                    command.By, at);
            var booking = new Booking(command, command.Customer, facts.Item, command.Entry.Amount);
            return await FinishAsync(booking, seller, loaded.Value, ledger, at, cancellationToken)
                .ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Applies a booked payment. Refuses what <see cref="Ledger.Apply"/> refuses.</summary>
    public ValueTask<Result<OpenItem>> ApplyAsync(ApplyPayment command, CancellationToken cancellationToken = default)
    {
        var payment = CashAllocation.ItemOf(command.Payment);
        var settled = command.Allocations.Select(a => a.Item);
        return ChangeAsync(command, payment, settled, null, (items, seller, at) => Ledger.Apply(items, new()
        {
            Entry = EntryOf(command.Id.Value), Date = command.On,
            Applications = CashAllocation.Requests(command.Id.Value, payment, command.Allocations),
        }, seller.Ledger, command.By, at), cancellationToken);
    }

    /// <summary>
    /// Takes back one application. Refuses <c>ledger.not-reversible</c> for money that was refunded (the refund fails instead)
    /// and what <see cref="Ledger.Unapply"/> refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> UnapplyAsync(UnapplyPayment command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Credit, [], null, (items, seller, at) => IsRefund(items[0], command.Application)
            ? Result.Failure<LedgerDecision>(LedgerErrors.NotReversible.At("application",
                ("application", command.Application), ("item", command.Credit), ("kind", ApplicationKind.Refund)))
            : Ledger.Unapply(items, new()
            {
                Entry = EntryOf(command.Id.Value), Application = command.Application, Date = command.On,
            }, seller.Ledger, command.By, at), cancellationToken);

    // Money that went out comes back through the refund that sent it, else the refund would still count as paid.
    private static bool IsRefund(OpenItem credit, ItemApplicationId application) =>
        credit.Applications.Any(a => a.Id == application && a.Kind == ApplicationKind.Refund);

    /// <summary>
    /// Books the return of a payment: each of its applications is reversed at the date of the return, with its discount
    /// and exchange difference. What the bank took on top is booked as its charge. Refuses an account that is not ours,
    /// <c>process.return-unknown</c> when the line takes back another amount, and what <see cref="Ledger.ReturnPayment"/>
    /// refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> ReturnAsync(ReturnPayment command, CancellationToken cancellationToken = default)
    {
        var (payment, entry) = (CashAllocation.ItemOf(command.Payment), command.Entry);
        return ChangeAsync(command, payment, [], entry.Amount.Abs(), (items, seller, at) =>
        {
            var booked = items[0].Amount;
            if (!seller.BankAccounts.Contains(entry.Account))
                return Result.Failure<LedgerDecision>(CashPlanning.Foreign(entry, seller));
            if (!CashPlanning.IsReturnOf(entry, booked)) return Result.Failure<LedgerDecision>(CashPlanning.ReturnUnknown(entry));
            var charges = booked - entry.Amount;
            return Ledger.ReturnPayment(items, new()
            {
                Entry = EntryOf(command.Id.Value), Payment = payment, Closing = new(DerivedId.Of($"{command.Payment}>return")),
                Date = entry.BookedOn,
                Charges = charges.Currency == seller.FunctionalCurrency && charges.IsPositive ? charges : null,
                ChargesEntry = EntryOf($"{command.Id}-charges"),
            }, seller.Ledger, command.By, at);
        }, cancellationToken);
    }

    /// <summary>
    /// What finishing a ledger decision needs to know of the command: whose credit moves, what it answers with, how much
    /// it is about.
    /// </summary>
    private sealed record Booking(Command Command, CustomerId Customer, OpenItemId Answer, Money? Amount);

    // The first of the items is the one the command names.
    private ValueTask<Result<OpenItem>> ChangeAsync(
        Command command, OpenItemId main, IEnumerable<OpenItemId> others, Money? amount,
        Func<EquatableArray<OpenItem>, LegalEntity, Instant, Result<LedgerDecision>> decide,
        CancellationToken cancellationToken) =>
        runner.RunAsync(command, Streams.OpenItem(main), async () =>
        {
            var at = clock.GetCurrentInstant();
            var stored = await runner.RequireAsync<OpenItem>(Streams.OpenItem(main), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<OpenItem>(stored.Errors);
            var item = stored.Value.State;
            if (!legalEntities.TryFind(item.LegalEntity, out var seller)) return Unknown(item.LegalEntity);
            if (item.Kind == OpenItemKind.Deposit)
                return CommandRunner.Refuse<OpenItem>(ProcessErrors.Deposit.With(
                    ("item", item.Id), ("document", item.DocumentNumber)));
            var counterparts = item.Applications.Where(a => a.IsLive && !a.Counterpart.IsNone).Select(a => a.Counterpart);
            var rest = await LoadAsync(others.Concat(counterparts).Where(i => i != main), cancellationToken)
                .ConfigureAwait(false);
            if (!rest.IsSuccess) return CommandRunner.Refuse<OpenItem>(rest.Errors);
            List<Stored<OpenItem>> loaded = [stored.Value, .. rest.Value];
            var ledger = decide(loaded.Select(i => i.State).ToEquatableArray(), seller, at);
            return await FinishAsync(new(command, item.Customer, main, amount), seller, loaded, ledger, at, cancellationToken)
                .ConfigureAwait(false);
        }, cancellationToken);

    private async Task<Result<Preparation<OpenItem>>> FinishAsync(
        Booking booking, LegalEntity seller, List<Stored<OpenItem>> loaded,
        Result<LedgerDecision> ledger, Instant at, CancellationToken cancellationToken)
    {
        if (!ledger.IsSuccess) return CommandRunner.Refuse<OpenItem>(ledger.Errors);
        var (decision, by) = (ledger.Value, booking.Command.By);
        List<StreamChange> changes = [.. LedgerChanges.Of(decision, loaded)];
        if (booking.Customer != seller.UnidentifiedPayer)
        {
            var currency = decision.Items[0].State.Amount.Currency;
            var chain = await credit.LoadAsync(seller.Id, booking.Customer, currency, by, at, cancellationToken)
                .ConfigureAwait(false);
            var documents = decision.Items.Select(i => (i.State.Amount.Currency, i.State.DocumentDate));
            var known = await credit.RatesAsync(documents, chain.State.Currency, cancellationToken).ConfigureAwait(false);
            if (!known.IsSuccess) return CommandRunner.Refuse<OpenItem>(known.Errors);
            CreditStreams.Follow(chain, loaded.Select(i => i.State).ToEquatableArray(), decision, known.Value, by, at);
            if (chain.Errors.Count > 0) return CommandRunner.Refuse<OpenItem>(chain.Errors);
            changes.AddRange(chain.Changes(Streams.Credit(seller.Id, booking.Customer)));
        }
        return Result.Success(CommandRunner.Decided(new Prepared<OpenItem>(decision.Item(booking.Answer)!, changes)
        {
            Entries = [.. decision.Entries], Amount = booking.Amount,
        }));
    }

    // Items that are not there are left to the ledger to find missing.
    private async Task<Result<List<Stored<OpenItem>>>> LoadAsync(IEnumerable<OpenItemId> ids, CancellationToken cancellationToken)
    {
        var (loaded, errors) = (new List<Stored<OpenItem>>(), new List<DomainError>());
        foreach (var id in ids.Distinct())
        {
            var stream = Streams.OpenItem(id);
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not { } item) continue;
            loaded.Add(item);
            foreach (var finding in item.State.Check())
                errors.Add(ProcessErrors.Corrupt.At(finding.Target, ("stream", stream), ("finding", finding.Message)));
        }
        return Result.Validated(loaded, errors);
    }

    private readonly record struct KnownRate(ExchangeRate? Rate);

    private async Task<Result<KnownRate>> RateAsync(
        Currency from, LegalEntity seller, LocalDate on, CancellationToken cancellationToken)
    {
        var to = seller.FunctionalCurrency;
        if (from == to) return Result.Success(default(KnownRate));
        return await rates.FindAsync(from, to, on, cancellationToken).ConfigureAwait(false) is { } rate
            ? Result.Success(new KnownRate(rate))
            : Result.Failure<KnownRate>(ProcessErrors.RateMissing.With(("from", from), ("to", to), ("date", on)));
    }

    private static JournalEntryId EntryOf(string source) => new(DerivedId.Of($"J-{source}"));

    private static Result<Preparation<OpenItem>> Unknown(LegalEntityId id) =>
        CommandRunner.Refuse<OpenItem>(ProcessErrors.NoLegalEntity(id));
}
