using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Books bank statements: a plan first, that anybody can read, then line by line, each in a commit of its own keyed by
/// the bank's line. A statement imported twice books nothing twice.
/// </summary>
public sealed partial class CashDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null, IMatchMemory? memory = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));
    private readonly IMatchMemory memory = memory ?? new BooksMatchMemory(books);

    /// <summary>
    /// What booking these lines would do; nothing is written. The lines are decided together, not one after the other. Advices
    /// that came before the money go with it as claims of the lines (<see cref="Banking.AdvicePairs"/>). Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    /// <param name="legalEntity">Whose accounts.</param>
    /// <param name="entries">Lines of bank statements, oldest first.</param>
    /// <param name="payers">Who pays from which account, confirmed elsewhere; what the memory knows goes with it, and what people
    /// rejected is taken out.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<CashPlan>> PlanAsync(
        LegalEntityId legalEntity, EquatableArray<BankEntry> entries, PayerDirectory payers,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payers);
        return legalEntities.TryFind(legalEntity, out var seller)
            ? Result.Success(await new CashPlanning(books, seller,
                await KnownAsync(seller, payers, entries.SelectMany(PayersOf), cancellationToken).ConfigureAwait(false), rates)
                .PlanAsync(entries, cancellationToken).ConfigureAwait(false))
            : Result.Failure<CashPlan>(ProcessErrors.NoLegalEntity(legalEntity));
    }

    /// <summary>
    /// Books money and applies it; what it pays for other customers is transferred to them by entries of its own. What it teaches
    /// is written with it: see <see cref="BookPayment.Teaches"/>. Refuses an account that is not ours, a missing rate, and what
    /// the ledger refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> BookAsync(BookPayment command, CancellationToken cancellationToken = default)
    {
        var payment = CashAllocation.ItemOf(command.Payment);
        var stream = Streams.OpenItem(payment);
        return runner.RunAsync(command, stream, async () =>
        {
            if (!legalEntities.TryFind(command.LegalEntity, out var seller)) return Unknown(command.LegalEntity);
            if (!seller.BankAccounts.Contains(command.Entry.Account))
                return CommandRunner.Refuse<OpenItem>(CashPlanning.Foreign(command.Entry, seller));
            if (await books.LoadAsync<OpenItem>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<OpenItem>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var (at, on) = (clock.GetCurrentInstant(), command.Entry.BookedOn);
            var settles = SettlesAbroad(command);
            var rate = settles is { } abroad && abroad.Currency == seller.FunctionalCurrency
                ? Result.Success(new KnownRate(Agreed(command.Entry, abroad)))
                : await RateAsync(command.Entry.Amount.Currency, seller, on, cancellationToken).ConfigureAwait(false);
            if (!rate.IsSuccess) return CommandRunner.Refuse<OpenItem>(rate.Errors);
            var loaded = await LoadAsync(command.Allocations.Select(a => a.Item), cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<OpenItem>(loaded.Errors);
            var chain = new LedgerChain(loaded.Value);
            var passing = await FactorPassing.LoadAsync(runner, loaded.Value.Select(i => i.State), cancellationToken)
                .ConfigureAwait(false);
            if (!passing.IsSuccess) return CommandRunner.Refuse<OpenItem>(passing.Errors);
            var customer = CustomerOf(command, chain, seller);
            var facts = new PaymentFacts
            {
                Entry = EntryOf(command.Payment.Value), Item = payment, LegalEntity = command.LegalEntity,
                Customer = customer, DocumentNumber = CashPlanning.DocumentOf(command.Entry), Date = on,
                Cash = command.Entry.Amount, Settles = settles,
                Rate = rate.Value.Rate,
            };
            Receive(chain, passing.Value, facts, command, seller, at);
            var learning = new MatchLearning(books, seller, command.By, at);
            var incoming = IncomingPayment.Of(command.Payment, command.Entry) with
            {
                ReceivingCustomers = command.ReceivingCustomers,
            };
            await learning.OpenAsync(incoming, cancellationToken).ConfigureAwait(false);
            await learning.LearnAsync(Settled(chain, command.Allocations), command.Teaches, cancellationToken)
                .ConfigureAwait(false);
            return await FinishAsync(command, payment, command.Entry.Amount, seller, loaded.Value,
                new(chain, passing.Value, learning), at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>
    /// Applies a booked payment; what it pays for other customers is transferred to them first. What it pays of an item that is
    /// pledged to a factor without the debtor knowing is passed on to him in the same commit; where the debtor was told it is
    /// <c>ledger.pledged</c>. Refuses what <see cref="Ledger.Apply"/> and <see cref="Ledger.TransferPayment"/> refuse.
    /// </summary>
    public ValueTask<Result<OpenItem>> ApplyAsync(ApplyPayment command, CancellationToken cancellationToken = default)
    {
        var payment = CashAllocation.ItemOf(command.Payment);
        return ChangeAsync(command, payment, command.Allocations.Select(a => a.Item), null, (work, seller, at) =>
        {
            if (command.Allocations.IsEmpty) work.Chain.Errors.Add(LedgerErrors.NothingToDo.At("allocations"));
            else new CashSplitting(work.Chain, work.Passing, seller, command.Id.Value, command.On, command.By, at)
                .Apply(payment, command.Allocations);
            return Task.CompletedTask;
        }, cancellationToken);
    }

    /// <summary>
    /// Takes back one application of a payment or credit note; what was learned from it is taken back too, and what it passed on
    /// to a factor by itself is recalled. Refuses <c>ledger.not-reversible</c> for money that was refunded (the refund fails
    /// instead), <c>ledger.not-a-credit</c> for what is owed (a netting, a loss or a waiver is undone where it was decided),
    /// <c>process.dividend-booked</c> for what an insolvency case counts, and what <see cref="Ledger.Unapply"/> refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> UnapplyAsync(UnapplyPayment command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Credit, [], null, async (work, seller, at) =>
        {
            var (chain, learning) = (work.Chain, work.Learning);
            var credit = chain.Item(command.Credit);
            if (credit.IsDebit)
            {
                chain.Errors.Add(LedgerErrors.NotACredit.At("credit", ("item", credit.Id), ("amount", credit.Amount)));
                return;
            }
            var settled = credit.Applications.FirstOrDefault(a => a.Id == command.Application)?.Counterpart ?? default;
            if (await BookedDividends.OfAsync(books, credit.Id, settled, cancellationToken).ConfigureAwait(false) is { } held)
                chain.Errors.Add(held);
            chain.Then(() => IsRefund(credit, command.Application)
                ? Result.Failure<LedgerDecision>(LedgerErrors.NotReversible.At("application",
                    ("application", command.Application), ("item", command.Credit), ("kind", ApplicationKind.Refund)))
                : FactorPassing.PassedOn(chain.All, command.Application) is { } pledged
                ? work.Passing.Recall(pledged, credit, TakingBack(command.Id.Value, command.Application, command.On),
                    seller.Ledger, command.By, at)
                : Ledger.Unapply(chain.All, TakingBack(command.Id.Value, command.Application, command.On), seller.Ledger,
                    command.By, at));
            if (settled.IsNone || credit.Kind != OpenItemKind.Payment) return;
            var payment = await PaymentOfAsync(credit, cancellationToken).ConfigureAwait(false);
            await learning.TakeBackAsync(payment, settled, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    private static UnapplyFacts TakingBack(string source, ItemApplicationId application, LocalDate on) =>
        new() { Entry = EntryOf(source), Application = application, Date = on };

    // Money that went out comes back through the refund that sent it, else the refund would still count as paid.
    private static bool IsRefund(OpenItem credit, ItemApplicationId application) =>
        credit.Applications.Any(a => a.Id == application && a.Kind == ApplicationKind.Refund);

    /// <summary>
    /// Books the return of a payment: each of its applications is reversed at the date of the return, with its discount
    /// and exchange difference. What was learned from it counts no more. What was refunded of it before the customer owes again,
    /// as an item of its own. What the bank took on top is booked as its charge. Refuses an account that is not ours,
    /// <c>process.return-unknown</c> when the line takes back another amount or the money came by a provider or a factor,
    /// <c>process.dividend-booked</c> when an insolvency case counts it, and what <see cref="Ledger.ReturnPayment"/> refuses.
    /// </summary>
    public ValueTask<Result<OpenItem>> ReturnAsync(ReturnPayment command, CancellationToken cancellationToken = default)
    {
        var (payment, entry) = (CashAllocation.ItemOf(command.Payment), command.Entry);
        var owed = new OpenItemId(DerivedId.Of($"{payment}>owed"));
        return ChangeAsync(command, payment, [owed], entry.Amount.Abs(), async (work, seller, at) =>
        {
            var (chain, learning) = (work.Chain, work.Learning);
            var booked = CashAllocation.CashOf(chain.Item(payment));
            if (!seller.BankAccounts.Contains(entry.Account)) chain.Errors.Add(CashPlanning.Foreign(entry, seller));
            else if (!CashPlanning.IsReturnOf(entry, booked) || IsNotOfBank(chain.Item(payment)))
                chain.Errors.Add(CashPlanning.ReturnUnknown(entry));
            else if (await BookedDividends.OfAsync(books, chain.All, cancellationToken).ConfigureAwait(false) is { } held)
                chain.Errors.Add(held);
            if (chain.Errors.Count > 0) return;
            foreach (var (item, credit, application) in PassedOn(chain.All))
                chain.Then(() => work.Passing.Recall(chain.Item(item), chain.Item(credit),
                    TakingBack($"{command.Id}>{application}", application, entry.BookedOn), seller.Ledger, command.By, at));
            var charges = booked - entry.Amount;
            chain.Then(() => Ledger.ReturnPayment(chain.All, new()
            {
                Entry = EntryOf(command.Id.Value), Payment = payment, Closing = new(DerivedId.Of($"{command.Payment}>return")),
                Date = entry.BookedOn, Owed = owed,
                Charges = charges.Currency == seller.FunctionalCurrency && charges.IsPositive ? charges : null,
                ChargesEntry = EntryOf($"{command.Id}-charges"),
            }, seller.Ledger, command.By, at));
            await learning.WithdrawAsync(command.Payment, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    // What of the money, or of what was transferred of it, was passed on to a factor by itself.
    private static (OpenItemId Item, OpenItemId Credit, ItemApplicationId Application)[] PassedOn(
        EquatableArray<OpenItem> items)
    {
        var pledged = items.Where(i => i.Pledge is { IsConfidential: true }).ToArray();
        return pledged.Length == 0 ? [] :
        [
            .. from credit in items where !credit.IsDebit
               from application in credit.Applications where application.IsLive
               let item = FactorPassing.PassedOn(pledged, application.Id) where item is not null
               select (item.Id, credit.Id, application.Id),
        ];
    }

    // What came by a provider he takes back himself, as a chargeback, and what a factor got never was in the bank: no line of it
    // takes either back.
    private static bool IsNotOfBank(OpenItem payment) => payment.Receipt.Any(l => l.Account == AccountRole.Provider
        || l.Account == AccountRole.FactorLiability || l.Account == AccountRole.FactorReceivable);

    // What the whole payment settles in the currency of the items, where that is another one.
    private static Money? SettlesAbroad(BookPayment command) =>
        command.Allocations.IsEmpty || command.Allocations.Any(a => a.Settles is null) ? null
            : CashSplitting.CashOf(command.Allocations);

    // The rate that payer and item agree on: within the spread of the day's, or the engine had not matched them.
    private static ExchangeRate Agreed(BankEntry entry, Money settles) =>
        new(entry.Amount.Currency, settles.Currency, settles.Amount / entry.Amount.Amount, entry.BookedOn, "settlement");

    // What is of the customer it is booked on is received and applied in one entry; what is a factor's goes on from there.
    private static void Receive(
        LedgerChain chain, FactorPassing passing, PaymentFacts facts, BookPayment command, LegalEntity seller, Instant at)
    {
        var (source, by) = (command.Payment.Value, command.By);
        var own = command.Allocations.Where(a => !CashSplitting.IsPassedOn(chain, a)
            && (!chain.Knows(a.Item) || chain.Item(a.Item).Customer == facts.Customer)).ToEquatableArray();
        chain.Then(() => own.IsEmpty
            ? Ledger.ReceivePayment(facts, seller.Ledger, by, at)
            : Ledger.ReceiveAndApply(chain.All, facts, CashAllocation.Requests(source, facts.Item, own), seller.Ledger, by, at));
        if (own.Count == command.Allocations.Count || chain.Errors.Count > 0) return;
        new CashSplitting(chain, passing, seller, source, facts.Date, by, at)
            .Apply(facts.Item, command.Allocations.Where(a => !own.Contains(a)).ToEquatableArray());
    }

    // Money nobody could be named for is the customer's whose items a person chose.
    private static CustomerId CustomerOf(BookPayment command, LedgerChain chain, LegalEntity seller)
    {
        if (command.Teaches != MatchSource.Human || command.Customer != seller.UnidentifiedPayer) return command.Customer;
        var owners = command.Allocations.Where(a => chain.Knows(a.Item)).Select(a => chain.Item(a.Item).Customer)
            .Distinct().ToArray();
        return owners is [var only] ? only : command.Customer;
    }

    private static EquatableArray<SettledItem> Settled(LedgerChain chain, EquatableArray<MatchAllocation> allocations) =>
        allocations.Where(a => chain.Knows(a.Item))
            .Select(a => new SettledItem { Item = a.Item, Customer = chain.Item(a.Item).Customer }).ToEquatableArray();

    // The main item is the one the command names; with it come the items it is applied to, and those of what was transferred.
    private ValueTask<Result<OpenItem>> ChangeAsync(
        Command command, OpenItemId main, IEnumerable<OpenItemId> others, Money? amount,
        Func<Work, LegalEntity, Instant, Task> decide, CancellationToken cancellationToken) =>
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
            List<Stored<OpenItem>> loaded = [stored.Value];
            for (IEnumerable<OpenItemId> wanted = [.. others, .. CounterpartsOf(item)]; wanted.Any();)
            {
                var known = loaded.Select(i => i.State.Id).ToHashSet();
                var more = await LoadAsync(wanted.Where(id => !known.Contains(id)), cancellationToken).ConfigureAwait(false);
                if (!more.IsSuccess) return CommandRunner.Refuse<OpenItem>(more.Errors);
                loaded.AddRange(more.Value);
                wanted = more.Value.Where(i => !i.State.TransferredFrom.IsNone)
                    .SelectMany(i => CounterpartsOf(i.State)).ToArray();
            }
            var passing = await FactorPassing.LoadAsync(runner, loaded.Select(i => i.State), cancellationToken)
                .ConfigureAwait(false);
            if (!passing.IsSuccess) return CommandRunner.Refuse<OpenItem>(passing.Errors);
            var work = new Work(new(loaded), passing.Value, new(books, seller, command.By, at));
            await decide(work, seller, at).ConfigureAwait(false);
            return await FinishAsync(command, main, amount, seller, loaded, work, at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    // What a command on a payment works with: the ledger, the factors whose money it is, what is learned of the payer.
    private sealed record Work(LedgerChain Chain, FactorPassing Passing, MatchLearning Learning);

    private static IEnumerable<OpenItemId> CounterpartsOf(OpenItem item) =>
        item.Applications.Where(a => a.IsLive && !a.Counterpart.IsNone).Select(a => a.Counterpart);

    private async Task<Result<Preparation<OpenItem>>> FinishAsync(
        Command command, OpenItemId answer, Money? amount, LegalEntity seller, List<Stored<OpenItem>> loaded, Work work,
        Instant at, CancellationToken cancellationToken)
    {
        var (chain, passing, learning) = (work.Chain, work.Passing, work.Learning);
        if (learning.Errors.Count > 0 && chain.Errors.Count == 0) return CommandRunner.Refuse<OpenItem>(learning.Errors);
        var posted = await posting.PostAsync(seller, loaded, chain, command.By, at, cancellationToken).ConfigureAwait(false);
        return posted.Map(p => CommandRunner.Decided(
            new Prepared<OpenItem>(chain.Item(answer), [.. p.Changes, .. passing.Changes(), .. learning.Changes()])
            {
                Entries = p.Entries, Amount = amount,
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
