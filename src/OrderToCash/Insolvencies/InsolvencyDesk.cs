using OrderToCash.Customers;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Follows the insolvency of a customer: the case, what it posts, the credit and what the customer's account says go in one
/// commit.
/// </summary>
public sealed class InsolvencyDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly InsolvencyReading reading = new(books);

    /// <summary>
    /// The claim of a case as of its opening; nothing is written. Refuses what <see cref="InsolvencyClaim.Of"/> refuses,
    /// <c>process.legal-entity-unknown</c>, <c>process.corrupt-state</c> where an item of the customer is broken.
    /// </summary>
    public async ValueTask<Result<InsolvencyClaim>> ClaimAsync(
        InsolvencyFacts facts, InsolvencyClaimFacts known, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(known);
        if (!legalEntities.TryFind(facts.LegalEntity, out var seller))
            return Result.Failure<InsolvencyClaim>(ProcessErrors.NoLegalEntity(facts.LegalEntity));
        var read = await reading.ItemsAsync(facts, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var items, out var broken)) return Result.Failure<InsolvencyClaim>(broken);
        var disputed = await reading.DisputedAsync(facts, known, items, cancellationToken).ConfigureAwait(false);
        return InsolvencyClaim.Of(facts, items.Select(i => i.State), disputed, seller.Insolvencies);
    }

    /// <summary>
    /// Opens a case: the customer is insolvent from that day, and blocked for shipments. Refuses what
    /// <see cref="InsolvencyCase.Open"/> and <see cref="ClaimAsync"/> refuse, <c>process.already-exists</c>,
    /// <c>process.not-found</c> for the customer.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> OpenAsync(OpenInsolvency command, CancellationToken cancellationToken = default)
    {
        var (facts, stream) = (command.Facts, Streams.Insolvency(command.Facts.Case));
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<InsolvencyCase>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<InsolvencyCase>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var at = clock.GetCurrentInstant();
            var claim = await ClaimAsync(facts, command.Known, cancellationToken).ConfigureAwait(false);
            var customer = await runner.RequireAsync<CustomerAccount>(
                Streams.Customer(facts.Customer), c => c.Check(), cancellationToken).ConfigureAwait(false);
            if (!claim.IsSuccess || !customer.IsSuccess)
                return CommandRunner.Refuse<InsolvencyCase>([.. claim.Errors, .. customer.Errors]);
            var profile = InsolvencyProfile.Insolvent(customer.Value, facts, command.By, at);
            return InsolvencyCase.Open(facts, claim.Value, command.By, at).Bind(decision => profile.Errors.Count > 0
                ? CommandRunner.Refuse<InsolvencyCase>(profile.Errors)
                : Result.Success(CommandRunner.Decided(new Prepared<InsolvencyCase>(decision.State,
                [
                    .. CommandRunner.Changes(stream, 0, decision), .. profile.Changes(Streams.Customer(facts.Customer)),
                ])
                {
                    Amount = decision.State.Claimed,
                })));
        }, cancellationToken);
    }

    /// <summary>
    /// Files the claim, or files it again with what came to light (<see cref="InsolvencyClaim.Again"/>); interest up to the
    /// opening is charged with it. Refuses what <see cref="InsolvencyCase.File"/>, <see cref="ClaimAsync"/> and
    /// <see cref="Ledger.ChargeInterest"/> refuse, <c>insolvency.item-unknown</c> and <c>incomplete</c> for interest of an
    /// item that the customer does not have or that is named twice.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> FileAsync(
        FileInsolvencyClaim command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, async (work, at) =>
        {
            var (one, seller) = (work.Case.State, work.Seller);
            var rate = await rates.FindAsync(one.Facts.Currency, seller, command.On, cancellationToken).ConfigureAwait(false);
            if (!rate.IsSuccess) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(rate.Errors);
            var wrong = WrongInterest(command, work);
            if (wrong.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(wrong);
            var charged = new List<OpenItemId>();
            foreach (var part in command.Interest)
            {
                var item = new OpenItemId(DerivedId.Of($"INT-{command.Id}>{part.Item}"));
                charged.Add(item);
                work.Batch.Then(() => Ledger.ChargeInterest(new()
                {
                    Entry = new(DerivedId.Of($"J-{command.Id}>{part.Item}")), Item = item, LegalEntity = seller.Id,
                    Customer = one.Facts.Customer, DocumentNumber = $"{command.Reference}/{charged.Count}", Date = command.On,
                    Amount = part.Amount, Rate = rate.Value.Rate,
                }, seller.Ledger, command.By, at));
            }
            if (work.Batch.Errors.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(work.Batch.Errors);
            var known = await reading.DisputedAsync(one.Facts, command.Known, work.Items, cancellationToken)
                .ConfigureAwait(false);
            var claim = InsolvencyClaim.Again(one, work.Items.Select(i => i.State).Concat(work.Batch.Items(charged)),
                known with { FromBefore = [.. known.FromBefore, .. charged] }, seller.Insolvencies);
            return claim.Bind(c => one.File(c, command.Reference, command.On, command.By, at));
        }, cancellationToken);

    /// <summary>Records what was admitted. Refuses what <see cref="InsolvencyCase.Examine"/> refuses.</summary>
    public ValueTask<Result<InsolvencyCase>> ExamineAsync(
        ExamineInsolvencyClaim command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, (work, at) => Task.FromResult(
            work.Case.State.Examine(command.Admitted, command.On, command.By, at)), cancellationToken);

    /// <summary>Records what a security brought. Refuses what <see cref="InsolvencyCase.RealiseSecurity"/> refuses.</summary>
    public ValueTask<Result<InsolvencyCase>> RealiseSecurityAsync(
        RealiseInsolvencySecurity command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, (work, at) => Task.FromResult(
            work.Case.State.RealiseSecurity(command.Item, command.Proceeds, command.On, command.By, at)), cancellationToken);

    /// <summary>
    /// Sets off what we owe. Refuses what <see cref="InsolvencyCase.SetOff"/> and <see cref="Ledger.SetOff"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> SetOffAsync(
        SetOffInsolvency command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, (work, at) =>
        {
            var decided = work.Case.State.SetOff(command.Parts, command.On, command.By, at);
            if (decided.IsSuccess)
                work.Batch.Then(() => Ledger.SetOff(work.Batch.Items(command.Parts.Select(p => p.Item)), new()
                {
                    Entry = new(DerivedId.Of($"J-{command.Id}")), Date = command.On, DocumentNumber = command.DocumentNumber,
                    Parts = command.Parts.Select(p => new SettlementPart
                    {
                        Item = p.Item, Application = ApplicationOf(command, p.Item), Amount = p.Amount,
                    }).ToEquatableArray(),
                }, work.Seller.Ledger, command.By, at));
            return Task.FromResult(decided);
        }, cancellationToken);

    /// <summary>
    /// Gives up what is uncollectable by policy. Refuses what <see cref="InsolvencyCase.GiveUp"/> and
    /// <see cref="Ledger.WriteOffBadDebt"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> GiveUpAsync(
        GiveUpInsolvencyClaim command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, (work, at) =>
        {
            var decided = work.Case.State.GiveUp(
                work.Claimed, work.Seller.Insolvencies, command.On, command.By, at);
            foreach (var part in decided.Match(d => d.Events.OfType<InsolvencyGivenUp>().SelectMany(e => e.Parts), _ => []))
                WriteOff(work, command, part, command.On, at);
            return Task.FromResult(decided);
        }, cancellationToken);

    /// <summary>
    /// Ends the case. Refuses what <see cref="InsolvencyCase.Close"/> and <see cref="Ledger.WriteOffBadDebt"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> CloseAsync(
        CloseInsolvency command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, (work, at) =>
        {
            var decided = work.Case.State.Close(work.Claimed, command.On, command.By, at);
            foreach (var part in decided.Match(d => d.Events.OfType<InsolvencyClosed>().SelectMany(e => e.GivenUp), _ => []))
                WriteOff(work, command, part, command.On, at);
            return Task.FromResult(decided);
        }, cancellationToken);

    /// <summary>
    /// Books a dividend: what stands is settled, what was given up is recovered with its tax owed again. Refuses what
    /// <see cref="InsolvencyCase.Distribute(string, Money, LocalDate, Actor, Instant)"/>, <see cref="Ledger.ReceivePayment"/>,
    /// <see cref="Ledger.Apply"/> and <see cref="Ledger.RecoverBadDebt"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> BookDividendAsync(
        BookInsolvencyDividend command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, async (work, at) =>
        {
            var decided = work.Case.State.Distribute(
                command.Number, command.Amount, DividendPosting.PaymentOf(command), command.On, command.By, at);
            if (!decided.IsSuccess) return decided;
            var rate = await rates.FindAsync(command.Amount.Currency, work.Seller, command.On, cancellationToken)
                .ConfigureAwait(false);
            if (!rate.IsSuccess) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(rate.Errors);
            foreach (var received in decided.Value.Events.OfType<InsolvencyDividendReceived>())
                new DividendPosting(work, command, rate.Value.Rate, at).Post(received.Dividend);
            return decided;
        }, cancellationToken);

    /// <summary>
    /// Takes a dividend back by dated entries: what it settled is owed again, what it recovered is lost again with its tax, and
    /// the money is a payment on account again, which the bank may take back (<see cref="CashDesk.ReturnAsync"/>). Once the
    /// case has ended what is owed again is given up, once it was annulled what is lost again is owed. Refuses what
    /// <see cref="InsolvencyCase.ReverseDividend"/>, <see cref="Ledger.Unapply"/>, <see cref="Ledger.Reverse"/>,
    /// <see cref="Ledger.WriteOffBadDebt"/> and <see cref="Ledger.ReinstateBadDebt"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> ReverseDividendAsync(
        ReverseInsolvencyDividend command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, async (work, at) =>
        {
            var decided = work.Case.State.ReverseDividend(command.Number, command.Reason, command.On, command.By, at);
            if (!decided.IsSuccess) return decided;
            var dividend = work.Case.State.Dividends.First(d => d.Number == command.Number);
            foreach (var reversed in decided.Value.Events.OfType<InsolvencyDividendReversed>())
                await new DividendReversing(work, command, books, at).PostAsync(dividend, reversed, cancellationToken)
                    .ConfigureAwait(false);
            return decided;
        }, cancellationToken);

    /// <summary>
    /// Annuls the case; the customer is not insolvent any more unless another case says so. Refuses what
    /// <see cref="InsolvencyCase.Annul"/> and <see cref="Ledger.ReinstateBadDebt"/> refuse.
    /// </summary>
    public ValueTask<Result<InsolvencyCase>> AnnulAsync(
        AnnulInsolvency command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Case, command.On, async (work, at) =>
        {
            var decided = work.Case.State.Annul(command.Reason, command.On, command.By, at);
            if (!decided.IsSuccess) return decided;
            foreach (var annulled in decided.Value.Events.OfType<InsolvencyAnnulled>())
            {
                foreach (var part in annulled.Reinstated)
                    work.Batch.Then(() => Ledger.ReinstateBadDebt(work.Batch.Item(part.Item),
                        FactsOf(command, part, command.On), work.Seller.Ledger, command.By, at));
                var others = await reading.OthersAsync(work.Case.State, cancellationToken).ConfigureAwait(false);
                if (others.Exists(o => o.Status != InsolvencyStatus.Annulled)) continue;
                var customer = await runner.RequireAsync<CustomerAccount>(
                    Streams.Customer(work.Case.State.Facts.Customer), c => c.Check(), cancellationToken).ConfigureAwait(false);
                if (!customer.IsSuccess) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(customer.Errors);
                work.Profile = InsolvencyProfile.Solvent(
                    customer.Value, others.Append(work.Case.State).Select(c => c.Facts), command.On, command.By, at);
            }
            return decided;
        }, cancellationToken);

    /// <summary>What a command on a case works with.</summary>
    internal sealed class Work(
        LegalEntity seller, Stored<InsolvencyCase> one, IReadOnlyList<Stored<OpenItem>> items, LedgerBatch batch)
    {
        public LegalEntity Seller => seller;

        public Stored<InsolvencyCase> Case => one;

        public IReadOnlyList<Stored<OpenItem>> Items => items;

        public LedgerBatch Batch => batch;

        public EquatableArray<OpenItem> Claimed =>
            items.Select(i => i.State).Where(i => one.State.Line(i.Id) is not null).ToEquatableArray();

        public DecisionChain<CustomerAccount, CustomerEvent>? Profile { get; set; }
    }

    private static List<DomainError> WrongInterest(FileInsolvencyClaim command, Work work)
    {
        var (wrong, seen) = (new List<DomainError>(), new HashSet<OpenItemId>());
        for (var i = 0; i < command.Interest.Count; i++)
        {
            var item = command.Interest[i].Item;
            if (!work.Items.Any(known => known.State.Id == item))
                wrong.Add(InsolvencyErrors.ItemUnknown.At($"interest[{i}]", ("item", item), ("case", command.Case)));
            else if (!seen.Add(item))
                wrong.Add(InsolvencyErrors.Incomplete.At($"interest[{i}]", ("what", "which items, each once")));
        }
        return wrong;
    }

    internal static SettlementFacts FactsOf(Command command, InsolvencyPart part, LocalDate on) => new()
    {
        Entry = new(DerivedId.Of($"J-{command.Id}>{part.Item}")), Item = part.Item,
        Application = ApplicationOf(command, part.Item), Date = on, Amount = part.Amount,
    };

    internal static ItemApplicationId ApplicationOf(Command command, OpenItemId item) =>
        new(DerivedId.Of($"{command.Id}>{item}"));

    private static void WriteOff(Work work, Command command, InsolvencyPart part, LocalDate on, Instant at) =>
        work.Batch.Then(() => Ledger.WriteOffBadDebt(
            work.Batch.Item(part.Item), FactsOf(command, part, on), work.Seller.Ledger, command.By, at));

    private ValueTask<Result<InsolvencyCase>> ChangeAsync(Command command, InsolvencyId id, LocalDate on,
        Func<Work, Instant, Task<Result<Decision<InsolvencyCase, InsolvencyEvent>>>> decide,
        CancellationToken cancellationToken)
    {
        var stream = Streams.Insolvency(id);
        return runner.RunAsync(command, stream, async () =>
        {
            var at = clock.GetCurrentInstant();
            var stored = await runner.RequireAsync<InsolvencyCase>(stream, c => c.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<InsolvencyCase>(stored.Errors);
            var facts = stored.Value.State.Facts;
            if (!legalEntities.TryFind(facts.LegalEntity, out var seller))
                return CommandRunner.Refuse<InsolvencyCase>(ProcessErrors.NoLegalEntity(facts.LegalEntity));
            var read = await reading.ItemsAsync(facts, cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var items, out var broken)) return CommandRunner.Refuse<InsolvencyCase>(broken);
            var batch = await LedgerBatch.LoadAsync(books, rates, seller, facts.Customer, items, [(facts.Currency, on)],
                command.By, at, cancellationToken).ConfigureAwait(false);
            if (!batch.IsSuccess) return CommandRunner.Refuse<InsolvencyCase>(batch.Errors);
            var work = new Work(seller, stored.Value, items, batch.Value);
            var decided = await decide(work, at).ConfigureAwait(false);
            if (!decided.IsSuccess) return CommandRunner.Refuse<InsolvencyCase>(decided.Errors);
            if (work.Profile is { Errors.Count: > 0 } wrong) return CommandRunner.Refuse<InsolvencyCase>(wrong.Errors);
            return batch.Value.Finish(decided.Value.State,
            [
                .. CommandRunner.Changes(stream, stored.Value.Version, decided.Value),
                .. work.Profile?.Changes(Streams.Customer(facts.Customer)) ?? [],
            ], AmountOf(command, stored.Value.State) ?? decided.Value.State.Claimed);
        }, cancellationToken);
    }

    private static Money? AmountOf(Command command, InsolvencyCase of) => command switch
    {
        BookInsolvencyDividend booked => booked.Amount,
        ReverseInsolvencyDividend reversed => of.Dividends.FirstOrDefault(d => d.Number == reversed.Number)?.Amount,
        _ => null,
    };
}
