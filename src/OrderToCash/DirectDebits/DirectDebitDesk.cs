using OrderToCash.Banking;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Keeps mandates, collects on them, writes the bank's files and takes its answers.</summary>
public sealed class DirectDebitDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));
    private readonly MethodFollowing methods = new(books);

    /// <summary>Records a mandate. Refuses what <see cref="DirectDebitMandate.Sign"/> refuses, and <c>process.already-exists</c>.
    /// </summary>
    public ValueTask<Result<DirectDebitMandate>> RecordAsync(RecordMandate command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Mandate(command.Facts.Mandate);
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<DirectDebitMandate>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<DirectDebitMandate>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var at = clock.GetCurrentInstant();
            if (!DirectDebitMandate.Sign(command.Facts, command.By, at).TryGet(out var signed, out var errors))
                return CommandRunner.Refuse<DirectDebitMandate>(errors);
            var chain = new DecisionChain<DirectDebitMandate, MandateEvent>(signed.State, 0, signed.Events);
            if (command.IsChecked) chain.Then(m => m.Activate(command.Facts.SignedOn, command.By, at));
            return Result.Success(CommandRunner.Decided(chain.State, [.. chain.Changes(stream)]));
        }, cancellationToken);
    }

    /// <summary>
    /// Changes where a mandate stands, and with it the direct debit among the customer's ways to pay. Refuses what its decisions
    /// refuse, <c>mandate.wrong-status</c> for others.
    /// </summary>
    public ValueTask<Result<DirectDebitMandate>> ChangeStatusAsync(
        ChangeMandateStatus command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Mandate, (mandate, seller, at) => command.Status switch
        {
            MandateStatus.Active => mandate.Activate(command.On, command.By, at),
            MandateStatus.Suspended => mandate.Suspend(command.Reason, command.On, command.By, at),
            MandateStatus.Revoked => mandate.Revoke(command.Reason, command.On, command.By, at),
            MandateStatus.Lapsed => mandate.Lapse(seller.Collecting, command.On, command.By, at),
            _ => Result.Failure<Decision<DirectDebitMandate, MandateEvent>>(
                MandateErrors.WrongStatus.At("status", ("mandate", mandate.Id), ("status", command.Status))),
        }, cancellationToken, (all, method, at) => command.Status switch
        {
            // A way to pay that is gone stays so; what the mandate stopped it may take up again.
            MandateStatus.Active => all.Method(method)!.IsEnded ? Unchanged(all) : all.Unblock(method, command.By, at),
            MandateStatus.Suspended => all.Block(method, $"mandate suspended: {command.Reason}", command.By, at),
            MandateStatus.Revoked => all.Suffer(method, PaymentMethodConsequence.Ended, $"mandate revoked: {command.Reason}",
                MethodFollowing.BlockAfter, command.By, at),
            _ => all.Suffer(method, PaymentMethodConsequence.Ended, "mandate lapsed", MethodFollowing.BlockAfter, command.By, at),
        });

    /// <summary>Changes what a mandate says. Refuses what <see cref="DirectDebitMandate.Amend"/> refuses.</summary>
    public ValueTask<Result<DirectDebitMandate>> AmendAsync(
        AmendMandate command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Mandate, (mandate, _, at) =>
            mandate.Amend(command.Facts, command.CreditorNameBefore, command.On, command.By, at), cancellationToken);

    /// <summary>
    /// Presents a collection. Refuses what <see cref="DirectDebitMandate.Collect"/> refuses, and <c>process.not-collectable</c>
    /// when the item is not the customer's, is not owed or has less open and undisputed, <c>process.with-factor</c> when a factor
    /// collects it: where the debtor was not told, we do, and what comes in is passed on.
    /// </summary>
    public ValueTask<Result<DirectDebitMandate>> CollectAsync(
        CollectByMandate command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Mandate(command.Mandate);
        return runner.RunAsync(command, stream, async () =>
        {
            var loaded = await LoadAsync(command.Mandate, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DirectDebitMandate>(loaded.Errors);
            var (stored, seller) = loaded.Value;
            if (await WhyNotAsync(stored.State, command.Request, cancellationToken).ConfigureAwait(false) is { } why)
                return CommandRunner.Refuse<DirectDebitMandate>(why);
            return stored.State.Collect(command.Request, seller.Collecting, BusinessCalendar.Target2, command.Today, command.By,
                    clock.GetCurrentInstant())
                .Map(decision => CommandRunner.Decided(new Prepared<DirectDebitMandate>(
                    decision.State, CommandRunner.Changes(stream, stored.Version, decision))
                {
                    Amount = command.Request.Amount,
                }));
        }, cancellationToken);
    }

    /// <summary>
    /// Records in which batch of which file a collection went to the bank. Refuses what <see cref="DirectDebitMandate.Send"/>
    /// refuses.
    /// </summary>
    public ValueTask<Result<DirectDebitMandate>> SendAsync(
        SendCollection command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Mandate, (mandate, _, at) =>
            mandate.Send(command.EndToEndId, command.Message, command.Batch, command.On, command.By, at), cancellationToken);

    /// <summary>Records that money came in. Refuses what <see cref="DirectDebitMandate.Settle"/> refuses.</summary>
    public ValueTask<Result<DirectDebitMandate>> SettleAsync(
        SettleCollection command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Mandate,
            (mandate, _, at) => mandate.Settle(command.EndToEndId, command.On, command.By, at), cancellationToken,
            (all, method, at) => all.RecordUse(method, false, MethodFollowing.BlockAfter, command.By, at));

    /// <summary>
    /// Records that a collection was rejected or came back, and charges the fee of the policy as a late fee. The direct debit
    /// among the customer's ways to pay follows in the same commit: counted, blocked or gone for good by the reason. Refuses what
    /// <see cref="DirectDebitMandate.Fail"/> and <see cref="Ledger.ChargeFee"/> refuse.
    /// </summary>
    public ValueTask<Result<DirectDebitMandate>> FailAsync(FailCollection command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Mandate(command.Mandate);
        return runner.RunAsync(command, stream, async () =>
        {
            var loaded = await LoadAsync(command.Mandate, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DirectDebitMandate>(loaded.Errors);
            var ((stored, seller), at, failure) = (loaded.Value, clock.GetCurrentInstant(), command.Failure);
            var decided = stored.State.Fail(failure, seller.Collecting, BusinessCalendar.Target2, command.By, at);
            if (!decided.IsSuccess) return CommandRunner.Refuse<DirectDebitMandate>(decided.Errors);
            var reason = ReturnReasons.Find(failure.Reason);
            var follows = decided.Value.Events.IsEmpty ? [] : await methods.ChangesAsync(stored.State.Facts.Customer,
                MethodFollowing.By(stored.State), (all, method) => all.Suffer(method, ConsequenceOf(reason, decided.Value.State),
                    $"{reason.Code}: {reason.Meaning}", MethodFollowing.BlockAfter, command.By, at), cancellationToken)
                .ConfigureAwait(false);
            StreamChange[] changes = [.. CommandRunner.Changes(stream, stored.Version, decided.Value), .. follows];
            if (decided.Value.Events.OfType<CollectionFailed>().FirstOrDefault()?.Fee is not { IsPositive: true } fee)
                return Result.Success(CommandRunner.Decided(decided.Value.State, changes));
            var number = DerivedId.Of($"RF-{failure.EndToEndId}");
            var charged = await posting.PostAsync(seller, [], Ledger.ChargeFee(new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}")), Item = new(number), LegalEntity = seller.Id,
                Customer = stored.State.Facts.Customer, DocumentNumber = number, Date = failure.On, Amount = fee,
            }, seller.Ledger, command.By, at), command.By, at, cancellationToken).ConfigureAwait(false);
            return charged.Map(c => CommandRunner.Decided(
                new Prepared<DirectDebitMandate>(decided.Value.State, [.. changes, .. c.Changes])
                {
                    Entries = c.Entries, Amount = fee,
                }));
        }, cancellationToken);
    }

    /// <summary>
    /// The order for the bank with the collections presented that go by a day: batches by debit day, scheme and sequence.
    /// What went to a factor since it was presented stays out, and what was recorded as sent in another message
    /// (<see cref="DirectDebitOrders.Sent"/>). Nothing is written; the same books give the same file.
    /// </summary>
    /// <param name="legalEntity">Who collects.</param>
    /// <param name="creditor">Our account.</param>
    /// <param name="messageId">The message's id, never used again.</param>
    /// <param name="sendBy">Collections to be sent by this day, inclusive, and not before today.</param>
    /// <param name="today">The day the file goes out: what was presented that day.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<Result<DirectDebitFile>> FileAsync(LegalEntityId legalEntity, SepaAccount creditor, string messageId,
        LocalDate sendBy, LocalDate today, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var seller))
            return Result.Failure<DirectDebitFile>(ProcessErrors.NoLegalEntity(legalEntity));
        var mandates = new List<DirectDebitMandate>();
        await foreach (var one in books.AllAsync<DirectDebitMandate>(Streams.MandateKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity) mandates.Add(one.State);
        var factored = await FactoredItems.CollectedByFactorAsync(books, legalEntity, cancellationToken).ConfigureAwait(false);
        return Result.Success(DirectDebitOrders.File(
            mandates, seller.Party.Name, creditor, messageId, clock.GetCurrentInstant(),
            c => c.IsOnItsWay && c.SendBy >= today && c.SendBy <= sendBy && !factored.Contains(c.Item)
                && (c.Message.Length == 0 || c.Message == messageId)));
    }

    private async Task<DomainError?> WhyNotAsync(
        DirectDebitMandate mandate, CollectionRequest request, CancellationToken cancellationToken)
    {
        if (request.Item.IsNone || mandate.Collection(request.EndToEndId) is not null) return null;
        var item = await books.LoadAsync<OpenItem>(Streams.OpenItem(request.Item), cancellationToken).ConfigureAwait(false);
        if (item?.State is not { } owed) return ProcessErrors.NotFound.With(("stream", Streams.OpenItem(request.Item)));
        if (SoundItems.Check(owed) is { IsEmpty: false } broken) return broken[0];
        var factored = await FactoredItems.NotOursToCollectAsync(books, owed.LegalEntity, [owed.Id], cancellationToken)
            .ConfigureAwait(false);
        if (factored.Count > 0) return factored[0];
        var account = Streams.DisputeAccount(owed.LegalEntity, owed.Customer);
        var disputes = await books.LoadAsync<DisputeAccount>(account, cancellationToken).ConfigureAwait(false);
        var free = owed.Open - DisputeEffects.DisputedOf(owed.Open, owed.Id, disputes?.State.Parts() ?? []);
        var isOurs = owed.Customer == mandate.Facts.Customer && owed.LegalEntity == mandate.Facts.LegalEntity;
        return isOurs && free.Currency == request.Amount.Currency && request.Amount <= free ? null
            : ProcessErrors.NotCollectable.At("request.amount",
                ("amount", request.Amount), ("item", owed.Id), ("open", free), ("mandate", mandate.Id));
    }

    // Too many returns in a row stop the mandate whatever the last reason was, and the way to pay with it.
    private static PaymentMethodConsequence ConsequenceOf(ReturnReason reason, DirectDebitMandate after) =>
        reason.MethodConsequence == PaymentMethodConsequence.Counted && after.Status == MandateStatus.Suspended
        ? PaymentMethodConsequence.Blocked
        : reason.MethodConsequence;

    private static Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>> Unchanged(CustomerPaymentMethods all) =>
        Decision.Of(all, static (s, e) => s.Apply(e), default(ReadOnlySpan<PaymentMethodEvent>));

    private ValueTask<Result<DirectDebitMandate>> ChangeAsync(Command command, MandateId mandate,
        Func<DirectDebitMandate, LegalEntity, Instant, Result<Decision<DirectDebitMandate, MandateEvent>>> decide,
        CancellationToken cancellationToken,
        Func<CustomerPaymentMethods, PaymentMethodId, Instant, Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>>>?
            follow = null)
    {
        var stream = Streams.Mandate(mandate);
        return runner.RunAsync(command, stream, async () =>
        {
            var loaded = await LoadAsync(mandate, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DirectDebitMandate>(loaded.Errors);
            var ((stored, seller), at) = (loaded.Value, clock.GetCurrentInstant());
            if (!decide(stored.State, seller, at).TryGet(out var decision, out var errors))
                return CommandRunner.Refuse<DirectDebitMandate>(errors);
            var changes = CommandRunner.Changes(stream, stored.Version, decision);
            if (follow is null || decision.Events.IsEmpty)
                return Result.Success(CommandRunner.Decided(decision.State, changes));
            var follows = await methods.ChangesAsync(stored.State.Facts.Customer, MethodFollowing.By(decision.State),
                (all, method) => follow(all, method, at), cancellationToken).ConfigureAwait(false);
            return Result.Success(CommandRunner.Decided(decision.State, [.. changes, .. follows]));
        }, cancellationToken);
    }

    private async Task<Result<(Stored<DirectDebitMandate> Mandate, LegalEntity Seller)>> LoadAsync(
        MandateId mandate, CancellationToken cancellationToken)
    {
        var stored = await runner.RequireAsync<DirectDebitMandate>(Streams.Mandate(mandate), m => m.Check(), cancellationToken)
            .ConfigureAwait(false);
        return stored.Bind(s => legalEntities.TryFind(s.State.Facts.LegalEntity, out var seller)
            ? Result.Success((s, seller))
            : Result.Failure<(Stored<DirectDebitMandate>, LegalEntity)>(
                ProcessErrors.NoLegalEntity(s.State.Facts.LegalEntity)));
    }
}
