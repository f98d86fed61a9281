using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Takes money through a payment gateway. Each operation is in the books before the gateway is called; an operation whose answer
/// nobody knows is enquired, never sent under another key. Money that was taken is posted in the commit that learns of it.
/// </summary>
public sealed class PaymentDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly LedgerPosting posting = new(new(books, rates));
    private readonly MethodFollowing methods = new(books);

    /// <summary>
    /// Starts an attempt. Refuses what <see cref="PaymentAttempt.Start"/> refuses, <c>process.already-exists</c>, and
    /// <c>process.with-factor</c> for each share on an item that its debtor is to pay to a factor.
    /// </summary>
    public ValueTask<Result<PaymentAttempt>> StartAsync(StartPayment command, CancellationToken cancellationToken = default)
    {
        var (facts, stream) = (command.Facts, Streams.PaymentAttempt(command.Facts.Attempt));
        return runner.RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<PaymentAttempt>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<PaymentAttempt>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var factored = facts.Shares.IsEmpty ? [] : await FactoredItems.NotOursToCollectAsync(
                books, facts.LegalEntity, facts.Shares.Select(s => s.Item), cancellationToken).ConfigureAwait(false);
            if (factored.Count > 0) return CommandRunner.Refuse<PaymentAttempt>(factored);
            return PaymentAttempt.Start(facts, command.By, clock.GetCurrentInstant())
                .Map(d => CommandRunner.Decided(d.State, [StreamChange.Of(stream, 0, d)]));
        }, cancellationToken);
    }

    /// <summary>
    /// Asks the gateway and records its answer. Given again, it enquires what became of the operation instead of asking again.
    /// Refuses what <see cref="PaymentAttempt.Ask"/> refuses.
    /// </summary>
    /// <param name="command">What to ask.</param>
    /// <param name="gateway">The provider.</param>
    /// <param name="cancellationToken">Stops; what was asked already stays open and is enquired later.</param>
    public async ValueTask<Result<PaymentAttempt>> AskAsync(
        AskGateway command, IPaymentGateway gateway, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        var before = await books.FindOutcomeAsync(command.Id, CommandContent.Hash(command), cancellationToken)
            .ConfigureAwait(false);
        var asked = await runner.ChangeAsync<PaymentAttempt, PaymentAttemptEvent>(
            command, Streams.PaymentAttempt(command.Attempt), a => a.Check(),
            a => a.Ask(command.Id.Value, command.Operation, command.Amount, Retries(a), command.By, clock.GetCurrentInstant()),
            cancellationToken).ConfigureAwait(false);
        if (!asked.IsSuccess || asked.Value.Request is not { } request || request.Key != command.Id.Value) return asked;
        var answer = before is null
            ? await CallAsync(gateway, request, cancellationToken).ConfigureAwait(false)
            : await gateway.StatusAsync(request, cancellationToken).ConfigureAwait(false);
        return await RecordAsync(Recording(command, command.Attempt, answer, command.On), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Enquires what became of the open operation of an attempt and records it; nothing happens when none is open. Refuses
    /// <c>process.not-found</c>.
    /// </summary>
    public async ValueTask<Result<PaymentAttempt>> ResolveAsync(PaymentAttemptId attempt, LocalDate on, Actor by,
        IPaymentGateway gateway, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        var stored = await runner.RequireAsync<PaymentAttempt>(Streams.PaymentAttempt(attempt), a => a.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.TryGet(out var known, out var errors)) return Result.Failure<PaymentAttempt>(errors);
        if (known.State.Request is not { } request) return Result.Success(known.State);
        var answer = await gateway.StatusAsync(request, cancellationToken).ConfigureAwait(false);
        var asked = new AskGateway { Id = new(request.Key), By = by, Attempt = attempt, Operation = request.Operation, On = on };
        return await RecordAsync(Recording(asked, attempt, answer, on), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Records an answer; what was taken is posted and applied to the shares of the attempt, and the stored way to pay follows:
    /// a success clears it, a decline is counted, blocks it or ends it by the policy of the legal entity. Refuses what
    /// <see cref="PaymentAttempt.Record"/> refuses, and what the ledger refuses: then nothing is recorded, and it is given again.
    /// </summary>
    public ValueTask<Result<PaymentAttempt>> RecordAsync(
        RecordGatewayAnswer command, CancellationToken cancellationToken = default) =>
        LearnAsync(command, command.Attempt, command.On, (a, at) => a.Record(command.Answer, command.By, at), cancellationToken);

    /// <summary>
    /// Takes a notice of the provider; what was taken is posted as with an answer. Refuses what <see cref="PaymentAttempt.Hear"/>
    /// and the ledger refuse.
    /// </summary>
    public ValueTask<Result<PaymentAttempt>> HearAsync(HearGateway command, CancellationToken cancellationToken = default) =>
        LearnAsync(command, command.Attempt, command.On, (a, at) => a.Hear(command.Notice, command.By, at), cancellationToken);

    /// <summary>
    /// Uses a customer's credit for what he owes us and does not dispute, not what is with a factor; refuses
    /// <c>process.nothing-to-apply</c> when there is none, or the customer keeps it, <c>process.corrupt-state</c> where an item
    /// of the customer is broken. Answers the first credit that was used.
    /// </summary>
    public ValueTask<Result<OpenItem>> ApplyCreditAsync(ApplyCredit command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.PaymentMethods(command.Customer), async () =>
        {
            if (!legalEntities.TryFind(command.LegalEntity, out var seller))
                return CommandRunner.Refuse<OpenItem>(ProcessErrors.NoLegalEntity(command.LegalEntity));
            var methods = await books.LoadAsync<CustomerPaymentMethods>(
                Streams.PaymentMethods(command.Customer), cancellationToken).ConfigureAwait(false);
            var disputes = await books.LoadAsync<DisputeAccount>(
                Streams.DisputeAccount(command.LegalEntity, command.Customer), cancellationToken).ConfigureAwait(false);
            var (loaded, broken, at) = (new List<Stored<OpenItem>>(), new List<DomainError>(), clock.GetCurrentInstant());
            var query = new OpenItemQuery { LegalEntity = command.LegalEntity, Customer = command.Customer };
            var factored = await FactoredItems.FindAsync(books, command.LegalEntity, cancellationToken).ConfigureAwait(false);
            await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
                if (SoundItems.IsSound(item.State, broken) && !factored.Contains(item.State.Id)) loaded.Add(item);
            if (broken.Count > 0) return CommandRunner.Refuse<OpenItem>(broken);
            var plan = methods?.State.KeepsCredit == true ? [] : CreditUse.Plan(loaded.Select(i => i.State).ToEquatableArray(),
                disputes?.State.Parts() ?? [], command.On, command.Id.Value);
            if (plan.IsEmpty)
                return CommandRunner.Refuse<OpenItem>(ProcessErrors.NothingToApply.With(
                    ("customer", command.Customer), ("keeps", methods?.State.KeepsCredit ?? false)));
            var used = plan.SelectMany(r => (OpenItemId[])[r.Credit, r.Debit]).ToHashSet();
            var items = loaded.Where(i => used.Contains(i.State.Id)).ToList();
            var posted = await posting.PostAsync(seller, items, Ledger.Apply(items.Select(i => i.State).ToEquatableArray(), new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}")), Date = command.On, Applications = plan,
            }, seller.Ledger, command.By, at), command.By, at, cancellationToken).ConfigureAwait(false);
            return posted.Map(p => CommandRunner.Decided(new Prepared<OpenItem>(p.Decision.Item(plan[0].Credit)!, p.Changes)
            {
                Stream = Streams.OpenItem(plan[0].Credit), Entries = p.Entries,
                Amount = Money.Sum(plan.Where(r => r.Amount.Currency == plan[0].Amount.Currency).Select(r => r.Amount),
                    plan[0].Amount.Currency),
            }));
        }, cancellationToken);

    private ValueTask<Result<PaymentAttempt>> LearnAsync(Command command, PaymentAttemptId attempt, LocalDate on,
        Func<PaymentAttempt, Instant, Result<Decision<PaymentAttempt, PaymentAttemptEvent>>> decide,
        CancellationToken cancellationToken)
    {
        var stream = Streams.PaymentAttempt(attempt);
        return runner.RunAsync(command, stream, async () =>
        {
            var stored = await runner.RequireAsync<PaymentAttempt>(stream, a => a.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<PaymentAttempt>(stored.Errors);
            var (before, at) = (stored.Value.State, clock.GetCurrentInstant());
            if (!decide(before, at).TryGet(out var decision, out var errors))
                return CommandRunner.Refuse<PaymentAttempt>(errors);
            var changes = (StreamChange[])[.. CommandRunner.Changes(stream, stored.Value.Version, decision),
                .. await FollowAsync(before, decision.State, command.By, at, cancellationToken).ConfigureAwait(false)];
            if (!decision.State.TakenSince(before).IsPositive)
                return Result.Success(CommandRunner.Decided(decision.State, changes));
            if (!legalEntities.TryFind(before.Facts.LegalEntity, out var seller))
                return CommandRunner.Refuse<PaymentAttempt>(ProcessErrors.NoLegalEntity(before.Facts.LegalEntity));
            var posted = await ReceiveAsync(before, decision.State, seller, command.By, on, at, cancellationToken)
                .ConfigureAwait(false);
            return posted.Map(p => CommandRunner.Decided(
                new Prepared<PaymentAttempt>(decision.State, [.. changes, .. p.Posted.Changes, .. p.Factors])
                {
                    Entries = p.Posted.Entries, Amount = decision.State.TakenSince(before),
                }));
        }, cancellationToken);
    }

    // A capture or refund that is declined says nothing about the card.
    private async Task<IEnumerable<StreamChange>> FollowAsync(
        PaymentAttempt before, PaymentAttempt after, Actor by, Instant at, CancellationToken cancellationToken)
    {
        if (after.Facts.Method.IsNone) return [];
        var declined = after.Declines.Count > before.Declines.Count ? after.Declines[^1] : null;
        if (declined?.Operation != GatewayOperation.Authorize && after.Authorized <= before.Authorized) return [];
        return await methods.ChangesAsync(after.Facts.Customer, m => m.Id == after.Facts.Method, (all, method) =>
            declined is null
            ? all.RecordUse(method, false, MethodFollowing.BlockAfter, by, at)
            : all.Suffer(method, Retries(after).ConsequenceOf(declined.Code), $"declined: {declined.Code}",
                MethodFollowing.BlockAfter, by, at), cancellationToken).ConfigureAwait(false);
    }

    private sealed record Received(LedgerPosting.Posted Posted, IEnumerable<StreamChange> Factors);

    private async Task<Result<Received>> ReceiveAsync(PaymentAttempt before, PaymentAttempt after, LegalEntity seller,
        Actor by, LocalDate on, Instant at, CancellationToken cancellationToken)
    {
        var taken = after.TakenSince(before);
        var rate = default(ExchangeRate?);
        if (taken.Currency != seller.FunctionalCurrency)
        {
            rate = await rates.FindAsync(taken.Currency, seller.FunctionalCurrency, on, cancellationToken).ConfigureAwait(false);
            if (rate is null)
                return Result.Failure<Received>(ProcessErrors.RateMissing.With(
                    ("from", taken.Currency), ("to", seller.FunctionalCurrency), ("date", on)));
        }
        var items = new List<Stored<OpenItem>>();
        foreach (var share in after.Facts.Shares)
            if (await books.LoadAsync<OpenItem>(Streams.OpenItem(share.Item), cancellationToken).ConfigureAwait(false)
                is { } item && item.State.Check().IsEmpty) items.Add(item);
        var payment = ReceiptOf(after);
        var facts = new PaymentFacts
        {
            Entry = new(DerivedId.Of($"J-{payment}")), Item = payment, LegalEntity = seller.Id, Customer = after.Facts.Customer,
            DocumentNumber = after.Id.Value, Date = on, Cash = taken, Rate = rate, CashAccount = AccountRole.Provider,
        };
        var passing = await FactorPassing.LoadAsync(runner, items.Select(i => i.State), cancellationToken).ConfigureAwait(false);
        if (!passing.TryGet(out var factors, out var broken)) return Result.Failure<Received>(broken);
        var chain = new LedgerChain(items);
        var requests = Shares(before, after, items.Select(i => i.State), payment, on);
        var trusted = requests.Where(r => FactorPassing.IsTrusted(chain.Item(r.Debit))).ToEquatableArray();
        var own = requests.Where(r => !trusted.Contains(r)).ToEquatableArray();
        chain.Then(() => own.IsEmpty
            ? Ledger.ReceivePayment(facts, seller.Ledger, by, at)
            : Ledger.ReceiveAndApply(chain.All, facts, own, seller.Ledger, by, at));
        foreach (var share in trusted)
            chain.Then(() => factors.PassOn(chain.Item(share.Debit), chain.Item(payment), share.Amount, payment.Value, on,
                seller.Ledger, by, at));
        var posted = await posting.PostAsync(seller, items, chain, by, at, cancellationToken).ConfigureAwait(false);
        return posted.Map(p => new Received(p, factors.Changes()));
    }

    // Totals only grow, so that each receipt of an attempt has a name of its own.
    private static OpenItemId ReceiptOf(PaymentAttempt attempt) => new(DerivedId.Of(string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{attempt.Id}/{attempt.Captured.MinorUnits}")));

    // Earlier takings used the first shares; what an item has not open any more stays on account, as does what its debtor should
    // have paid to a factor by now, and what is for an item that is not in order.
    private static EquatableArray<ApplicationRequest> Shares(PaymentAttempt before, PaymentAttempt after,
        IEnumerable<OpenItem> items, OpenItemId payment, LocalDate on)
    {
        var open = items.Where(i => i.Customer == after.Facts.Customer && i.DocumentDate <= on && i.IsDebit)
            .DistinctBy(i => i.Id)
            .ToDictionary(i => i.Id, i => i.Pledge is { IsConfidential: true } pledge && pledge.Outstanding.IsPositive
                ? Money.Min(i.Open, pledge.Outstanding) : i.Unpledged);
        var (used, left) = (before.Captured, after.TakenSince(before));
        var requests = new List<ApplicationRequest>();
        foreach (var share in after.Facts.Shares)
        {
            var passed = Money.Min(used, share.Amount);
            used -= passed;
            if (!open.TryGetValue(share.Item, out var owed) || owed.Currency != left.Currency) continue;
            var amount = Money.Min(Money.Min(share.Amount - passed, left), owed);
            if (!amount.IsPositive) continue;
            (left, open[share.Item]) = (left - amount, owed - amount);
            requests.Add(new()
            {
                Id = new(DerivedId.Of($"{payment}>{share.Item}")), Credit = payment, Debit = share.Item, Amount = amount,
            });
        }
        return requests.ToEquatableArray();
    }

    private RetryPolicy Retries(PaymentAttempt attempt) =>
        legalEntities.TryFind(attempt.Facts.LegalEntity, out var seller) ? seller.CardRetries : RetryPolicy.Cards;

    // Who enquires another day, or is somebody else, gives another command: the attempt knows what it was told before.
    private static RecordGatewayAnswer Recording(
        Command asked, PaymentAttemptId attempt, GatewayAnswer answer, LocalDate on) => new()
    {
        Id = new(DerivedId.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{asked.Id}/{asked.By}/{on:R}/{answer.Outcome}/{answer.Amount}/{answer.ProviderReference}/{answer.DeclineCode}"))),
        By = asked.By, Attempt = attempt, Answer = answer, On = on,
    };

    private static ValueTask<GatewayAnswer> CallAsync(
        IPaymentGateway gateway, GatewayRequest request, CancellationToken cancellationToken) => request.Operation switch
    {
        GatewayOperation.Authorize => gateway.AuthorizeAsync(request, cancellationToken),
        GatewayOperation.Capture => gateway.CaptureAsync(request, cancellationToken),
        GatewayOperation.Void => gateway.VoidAsync(request, cancellationToken),
        _ => gateway.RefundAsync(request, cancellationToken),
    };
}
