using OrderToCash.Collections;
using OrderToCash.Customers;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Charges interest and compensation for late payment by the books: what was open each day, less what was disputed, at the rates
/// published. A run is a plan first; each charge is posted with the marker that keeps its days from being charged again.
/// </summary>
public sealed class InterestDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));

    /// <summary>
    /// What would be charged through a day, on items that are open or were paid late; nothing is written. A broken item is
    /// charged nothing and is <c>process.corrupt-state</c> among what is not charged. Refuses
    /// <c>process.legal-entity-unknown</c>.
    /// </summary>
    public async ValueTask<Result<InterestPlan>> PlanAsync(
        LegalEntityId legalEntity, LocalDate through, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<InterestPlan>(ProcessErrors.NoLegalEntity(legalEntity));
        var (charges, refused) = (new List<PlannedInterest>(), new List<DomainError>());
        var pauses = await PausesAsync(null, cancellationToken).ConfigureAwait(false);
        var policies = new Dictionary<CustomerId, Result<LateInterestPolicy>>();
        var query = new OpenItemQuery { LegalEntity = legalEntity, IncludeSettled = true };
        await foreach (var stored in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var item = stored.State;
            if (!SoundItems.IsSound(item, refused)) continue;
            if (!item.IsDebit || item.DueDate >= through || item.Customer == seller.UnidentifiedPayer
                || LateInterest.Spans(item, pauses, through).IsEmpty) continue;
            if (!policies.TryGetValue(item.Customer, out var policy))
                policies[item.Customer] = policy = await PolicyAsync(item.Customer, seller, through, cancellationToken)
                    .ConfigureAwait(false);
            var known = await MarkerAsync(item, cancellationToken).ConfigureAwait(false);
            var planned = policy.Bind(p => LateInterest.Of(item, pauses, p, RatesOf(seller), through)
                .Bind(i => known.State.ChargeInterest(i, p.MinimumOf(item.Amount.Currency), new("planned"), through,
                    Actor.System("interest plan"), clock.GetCurrentInstant())));
            if (planned.TryGet(out var decision, out var errors))
            {
                var charged = (LateInterestCharged)decision.Events[0];
                charges.Add(new() { Customer = item.Customer, Interest = charged.Computed, Amount = charged.Charge.Amount });
            }
            else refused.AddRange(errors.Where(e => e.Code != InterestErrors.NothingDue.Code
                && e.Code != InterestErrors.ChargedThrough.Code && e.Code != InterestErrors.BearsNone.Code));
        }
        return Result.Success(new InterestPlan
        {
            LegalEntity = legalEntity, Through = through, Charges = charges.ToEquatableArray(),
            NotCharged = refused.Distinct().ToEquatableArray(),
        });
    }

    /// <summary>
    /// Charges interest: an item of its own, the entry, and the marker in one commit. Refuses <c>process.not-found</c>,
    /// <c>process.no-interest</c>, <c>process.rate-missing</c>, what <see cref="LateInterest.Of"/> and
    /// <see cref="ItemInterest.ChargeInterest"/> refuse, and the ledger.
    /// </summary>
    public ValueTask<Result<ItemInterest>> ChargeAsync(
        ChargeLateInterest command, CancellationToken cancellationToken = default) =>
        RunAsync(command, command.Item, command.Through, (item, known, policy, pauses, seller, at) =>
            LateInterest.Of(item, pauses, policy, RatesOf(seller), command.Through).Bind(interest => known.ChargeInterest(
                interest, policy.MinimumOf(item.Amount.Currency),
                new(DerivedId.Of($"INT-{item.Id}/{known.Charges.Count + 1}")), command.On, command.By, at)),
            command.On, cancellationToken);

    /// <summary>
    /// Charges the lump sum by law. Refuses as <see cref="ChargeAsync"/> does, and what <see cref="ItemInterest.Compensate"/>
    /// refuses.
    /// </summary>
    public ValueTask<Result<ItemInterest>> CompensateAsync(
        ChargeLateCompensation command, CancellationToken cancellationToken = default) =>
        RunAsync(command, command.Item, command.On, (item, known, policy, pauses, _, at) => known.Compensate(
            item, pauses, policy, new(DerivedId.Of($"COMP-{item.Id}")), command.On, command.By, at),
            command.On, cancellationToken);

    /// <summary>
    /// Gives interest up: what is open of it is taken off the books. Refuses <c>process.not-found</c>, what
    /// <see cref="ItemInterest.Waive"/> and <see cref="Ledger.Waive"/> refuse.
    /// </summary>
    public ValueTask<Result<ItemInterest>> WaiveAsync(WaiveLateInterest command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.ItemInterest(command.Item);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<ItemInterest>(stream, i => i.Check(), cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<ItemInterest>(stored.Errors);
            var at = clock.GetCurrentInstant();
            var decided = stored.Value.State.Waive(command.Charge, command.Reason, command.On, command.By, at);
            if (!decided.TryGet(out var decision, out var errors)) return CommandRunner.Refuse<ItemInterest>(errors);
            if (decision.Events.IsEmpty) return Result.Success(CommandRunner.Decided(decision.State, []));
            var charge = await runner.RequireAsync<OpenItem>(Streams.OpenItem(command.Charge), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!charge.IsSuccess) return CommandRunner.Refuse<ItemInterest>(charge.Errors);
            if (!legalEntities.TryFind(charge.Value.State.LegalEntity, out var seller))
                return CommandRunner.Refuse<ItemInterest>(ProcessErrors.NoLegalEntity(charge.Value.State.LegalEntity));
            return await PostAsync(command, stream, stored.Value.Version, decision, seller, [charge.Value],
                Ledger.Waive(charge.Value.State, new()
                {
                    Entry = new(DerivedId.Of($"J-{command.Id}")), Item = command.Charge,
                    Application = new(DerivedId.Of($"{command.Charge}>waived")), Date = command.On,
                }, seller.Ledger, command.By, at), charge.Value.State.Open, at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    private ValueTask<Result<ItemInterest>> RunAsync(Command command, OpenItemId id, LocalDate through,
        Func<OpenItem, ItemInterest, LateInterestPolicy, EquatableArray<InterestPause>, LegalEntity, Instant,
            Result<Decision<ItemInterest, ItemInterestEvent>>> decide, LocalDate on, CancellationToken cancellationToken)
    {
        var stream = Streams.ItemInterest(id);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<OpenItem>(Streams.OpenItem(id), i => i.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<ItemInterest>(stored.Errors);
            var (item, at) = (stored.Value.State, clock.GetCurrentInstant());
            if (!legalEntities.TryFind(item.LegalEntity, out var seller))
                return CommandRunner.Refuse<ItemInterest>(ProcessErrors.NoLegalEntity(item.LegalEntity));
            var policy = await PolicyAsync(item.Customer, seller, through, cancellationToken).ConfigureAwait(false);
            if (!policy.IsSuccess) return CommandRunner.Refuse<ItemInterest>(policy.Errors);
            var known = await MarkerAsync(item, cancellationToken).ConfigureAwait(false);
            var pauses = await PausesAsync(item, cancellationToken).ConfigureAwait(false);
            if (known.State.Check() is { IsEmpty: false } broken)
                return CommandRunner.Refuse<ItemInterest>(broken.Select(f =>
                    ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
            if (!decide(item, known.State, policy.Value, pauses, seller, at).TryGet(out var decision, out var errors))
                return CommandRunner.Refuse<ItemInterest>(errors);
            var (charge, amount, isFee) = decision.Events[0] switch
            {
                LateInterestCharged interest => (interest.Charge.Charge, interest.Charge.Amount, false),
                LateCompensationCharged lump => (lump.Charge, lump.Amount, true),
                var other => throw new InvalidOperationException($"{other.GetType().Name} charges nothing."),
            };
            var rate = default(ExchangeRate?);
            if (amount.Currency != seller.FunctionalCurrency)
            {
                rate = await rates.FindAsync(amount.Currency, seller.FunctionalCurrency, on, cancellationToken)
                    .ConfigureAwait(false);
                if (rate is null)
                    return CommandRunner.Refuse<ItemInterest>(ProcessErrors.RateMissing.With(
                        ("from", amount.Currency), ("to", seller.FunctionalCurrency), ("date", on)));
            }
            var facts = new ChargeFacts
            {
                Entry = new(DerivedId.Of($"J-{charge}")), Item = charge, LegalEntity = seller.Id, Customer = item.Customer,
                DocumentNumber = charge.Value, Date = on, Amount = amount, Rate = rate,
            };
            return await PostAsync(command, stream, known.Version, decision, seller, [], isFee
                ? Ledger.ChargeFee(facts, seller.Ledger, command.By, at)
                : Ledger.ChargeInterest(facts, seller.Ledger, command.By, at), amount, at, cancellationToken)
                .ConfigureAwait(false);
        }, cancellationToken);
    }

    private async Task<Result<Preparation<ItemInterest>>> PostAsync(Command command, StreamId stream, long version,
        Decision<ItemInterest, ItemInterestEvent> decision, LegalEntity seller, IReadOnlyList<Stored<OpenItem>> items,
        Result<LedgerDecision> ledger, Money amount, Instant at, CancellationToken cancellationToken)
    {
        var posted = await posting.PostAsync(seller, items, ledger, command.By, at, cancellationToken).ConfigureAwait(false);
        return posted.Map(p => CommandRunner.Decided(new Prepared<ItemInterest>(
            decision.State, [.. CommandRunner.Changes(stream, version, decision), .. p.Changes])
        {
            Entries = p.Entries, Amount = amount,
        }));
    }

    private static EquatableArray<ReferenceRateTable> RatesOf(LegalEntity seller) =>
        seller.ReferenceRates.IsEmpty ? BuiltInReferenceRates.All : seller.ReferenceRates;

    // Insolvent debtors are charged no more; who is no customer of ours is taken for a business.
    private async Task<Result<LateInterestPolicy>> PolicyAsync(
        CustomerId customer, LegalEntity seller, LocalDate on, CancellationToken cancellationToken)
    {
        var account = await books.LoadAsync<CustomerAccount>(Streams.Customer(customer), cancellationToken).ConfigureAwait(false);
        var profile = account?.State.ProfileOn(on);
        var policy = profile?.TaxStatus == CustomerTaxStatus.Consumer ? seller.ConsumerInterest : seller.BusinessInterest;
        return profile?.IsInsolventOn(on) == true ? None("the customer is insolvent")
            : policy is null ? None("there is no policy for such customers")
            : Result.Success(policy);

        Result<LateInterestPolicy> None(string why) =>
            Result.Failure<LateInterestPolicy>(ProcessErrors.NoInterest.With(("customer", customer), ("why", why)));
    }

    private async Task<Stored<ItemInterest>> MarkerAsync(OpenItem item, CancellationToken cancellationToken) =>
        await books.LoadAsync<ItemInterest>(Streams.ItemInterest(item.Id), cancellationToken).ConfigureAwait(false)
        ?? new() { State = ItemInterest.None(item.Id, item.Amount.Currency), Version = 0 };

    // Of one item only where its customer ever disputed something.
    private async Task<EquatableArray<InterestPause>> PausesAsync(OpenItem? item, CancellationToken cancellationToken)
    {
        if (item is not null && await books.LoadAsync<DisputeAccount>(
            Streams.DisputeAccount(item.LegalEntity, item.Customer), cancellationToken).ConfigureAwait(false) is null) return [];
        var cases = new List<DisputeCase>();
        await foreach (var one in books.AllAsync<DisputeCase>(Streams.DisputeKind, cancellationToken).ConfigureAwait(false))
            cases.Add(one.State);
        return DisputeEffects.InterestPauses(cases);
    }
}
