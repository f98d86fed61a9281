using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>Takes orders from capture to closure. Credit moves in the same commit as the order.</summary>
public sealed class OrderDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, ITaxRates taxRates, IClock clock,
    IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly CreditStreams credit = new(books, rates);

    /// <summary>
    /// Captures an order. The same reference with the same content answers with the order that is there; with other
    /// content it is a finding. Refuses what <c>Order.Capture</c> refuses, an unknown customer, and a customer
    /// whose orders are blocked.
    /// </summary>
    public ValueTask<Result<Order>> CaptureAsync(CaptureOrder command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Order(command.Terms.Id);
        return runner.RunAsync(command, stream, async () =>
        {
            if (!legalEntities.TryFind(command.Terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<Order>(ProcessErrors.NoLegalEntity(command.Terms.LegalEntity));
            var customer = await CustomerAsync(command.Terms.Customer, cancellationToken).ConfigureAwait(false);
            if (!customer.IsSuccess) return CommandRunner.Refuse<Order>(customer.Errors);
            if (customer.Value.BlockOf(CustomerBlockKind.Orders) is { } block)
                return CommandRunner.Refuse<Order>(ProcessErrors.CustomerBlocked.At("terms.customer",
                    ("customer", command.Terms.Customer), ("kind", block.Kind), ("reason", block.Reason)));

            var key = OrderContent.ReferenceKeyOf(command.Terms);
            StreamId? references = key.Length == 0 ? null : Streams.OrderReference(key);
            var known = references is { } r
                ? await books.LoadAsync<OrderReferences>(r, cancellationToken).ConfigureAwait(false)
                : null;
            var content = OrderContent.KeyOf(command.Terms, command.Lines);
            foreach (var same in known?.State.Orders ?? [])
            {
                if (same.ContentKey != content) continue;
                var first = Streams.Order(same.Id);
                if (await books.LoadAsync<Order>(first, cancellationToken).ConfigureAwait(false) is { } before)
                    return Result.Success(CommandRunner.Decided(new Prepared<Order>(before.State, []) { Stream = first }));
            }
            if (await books.LoadAsync<Order>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<Order>(ProcessErrors.AlreadyExists.With(("stream", stream)));

            return Order.Capture(command.Terms, command.Lines, command.Pricing, known?.State.Orders ?? [], OrderRules.BuiltIn,
                seller.Orders, command.By, clock.GetCurrentInstant()).Map(decision =>
                {
                    List<StreamChange> changes = [StreamChange.Of(stream, 0, decision)];
                    if (references is { } reference)
                        changes.Add(Used(reference, known, new() { Id = command.Terms.Id, ContentKey = content }));
                    return CommandRunner.Decided(decision.State, changes);
                });
        }, cancellationToken);
    }

    /// <summary>
    /// Confirms an order. Credit is checked and reserved in the same commit; what credit withholds puts the order on a
    /// credit hold, with all reasons, and is no refusal. A confirmed order stays as it is.
    /// </summary>
    public ValueTask<Result<Order>> ConfirmAsync(ConfirmOrder command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, async work =>
        {
            var exposure = await ExposureAsync(work, command.On, line => line.Priced.Amount, cancellationToken)
                .ConfigureAwait(false);
            if (!exposure.IsSuccess) return exposure;
            var wasConfirmed = work.Order.State.Clock.Confirmed is not null;
            work.Order.Then(o => o.Confirm(command.By, work.At));
            if (work.Order.Errors.Count > 0 || wasConfirmed || exposure.Value.Held.IsZero) return exposure;
            var facts = await FactsAsync(work, command.On, cancellationToken).ConfigureAwait(false);
            if (Reserve(work, command, exposure.Value.Held, facts) is { } withheld)
                work.Order.Then(o => o.PlaceHold(HoldType.Credit, default, true, Reasons(withheld), command.By, work.At));
            else
                work.Credit.Then(account => account.ConfirmReservation(command.Order, command.By, work.At));
            return exposure;
        }, cancellationToken);

    /// <summary>
    /// Releases a credit hold by a person with the authority: the excess is booked as exposure, and the hold is lifted.
    /// Refuses what <see cref="CreditAccount.Release"/> and <see cref="Order.ReleaseHold"/> refuse, and with its reasons
    /// what no release can lift.
    /// </summary>
    public ValueTask<Result<Order>> ReleaseAsync(ReleaseCredit command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, async work =>
        {
            var exposure = await ExposureAsync(work, command.On, line => line.Priced.Amount, cancellationToken)
                .ConfigureAwait(false);
            if (!exposure.IsSuccess) return exposure;
            work.Order.Then(o => o.ReleaseHold(HoldType.Credit, default, command.Reason, command.By, work.At));
            if (work.Order.Errors.Count > 0) return exposure;
            // What an amendment was held for comes on top of what is booked already.
            var unbilled = await ExposureAsync(work, command.On, l => Unbilled(l, work.Seller.Orders), cancellationToken)
                .ConfigureAwait(false);
            if (!unbilled.IsSuccess) return unbilled;
            var amount = unbilled.Value.Held - Booked(work);
            if (!amount.IsPositive) return exposure;
            var facts = await FactsAsync(work, command.On, cancellationToken).ConfigureAwait(false);
            var request = RequestOf(work, amount);
            work.Credit.Then(account =>
                account.Release(request, command.On, command.Until, command.Authority, command.Reason, command.By, work.At));
            if (Reserve(work, command, amount, facts) is { } withheld)
                return Result.Failure<Exposure>(withheld.Reasons.Select(r => r.Error));
            work.Credit.Then(account => account.ConfirmReservation(command.Order, command.By, work.At));
            return exposure;
        }, cancellationToken);

    /// <summary>
    /// Amends a running order. Credit is checked for the increase of a confirmed one; what credit withholds puts the order on a
    /// credit hold, and is no refusal. Refuses what <see cref="Order.Amend"/> refuses.
    /// </summary>
    public ValueTask<Result<Order>> AmendAsync(AmendOrder command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, async work =>
        {
            work.Order.Then(o => o.Amend(command.Amendment, command.Pricing, OrderRules.BuiltIn, work.Seller.Orders, command.By,
                work.At));
            if (work.Order.Errors.Count > 0) return Result.Success(default(Exposure));
            var exposure = await ExposureAsync(work, command.On, l => Unbilled(l, work.Seller.Orders), cancellationToken)
                .ConfigureAwait(false);
            var order = work.Order.State;
            // An order that waits for credit is checked as a whole when it is released.
            if (!exposure.IsSuccess || order.Clock.Confirmed is null || order.Holds.Any(h => h.Type == HoldType.Credit))
                return exposure;
            var increase = exposure.Value.Held - Booked(work);
            if (increase.IsNegative)
            {
                var free = work.Credit.State.Position(order.Id) is { } position ? position.Reserved + position.Ordered : default;
                if (free.IsPositive)
                    work.Credit.Then(a => a.CancelRemainder(order.Id, Money.Min(-increase, free), command.By, work.At));
                return exposure;
            }
            if (increase.IsZero) return exposure;
            var facts = await FactsAsync(work, command.On, cancellationToken).ConfigureAwait(false);
            if (Reserve(work, command, increase, facts) is { } withheld)
                work.Order.Then(o => o.PlaceHold(HoldType.Credit, default, true, Reasons(withheld), command.By, work.At));
            else
                work.Credit.Then(account => account.ConfirmReservation(command.Order, command.By, work.At));
            return exposure;
        }, cancellationToken);

    private static Money Unbilled(OrderLine line, OrderPolicy policy)
    {
        var part = line.Ordered - line.Cancelled - line.Billed;
        return part.IsPositive ? line.ShareOf(line.Billed, part, policy) : Money.Zero(line.Priced.Amount.Currency);
    }

    // What the limit holds of the order: reserved, ordered, delivered and not billed.
    private static Money Booked(Work work) => work.Credit.State.Position(work.Order.State.Id) is { } position
        ? position.Reserved + position.Ordered + position.Delivered
        : Money.Zero(work.Credit.State.Currency);

    /// <summary>
    /// Approves discounts that went beyond the authority of who gave them; the price hold ends. Refuses what
    /// <see cref="Order.ApproveDiscounts"/> refuses.
    /// </summary>
    public ValueTask<Result<Order>> ApproveDiscountsAsync(
        ApproveDiscounts command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, work =>
        {
            work.Order.Then(o => o.ApproveDiscounts(command.Reason, command.Roles, command.On, work.Seller.Orders, command.By,
                work.At));
            var givenAway = work.Order.State.GivenAway(work.Seller.Orders).Discount;
            return Task.FromResult(Result.Success(new Exposure(givenAway, default)));
        }, cancellationToken);

    /// <summary>
    /// Ships; the exposure moves from ordered to delivered. Refuses what <see cref="Order.Ship"/> refuses, and
    /// <c>process.customer-blocked</c> while the customer is blocked for shipments, as insolvent ones are.
    /// </summary>
    public ValueTask<Result<Order>> ShipAsync(ShipOrder command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, async work =>
        {
            var before = work.Order.State;
            var lines = command.Lines.IsEmpty ? before.Lines.Where(l => l.ToShip.IsPositive)
                .Select(l => new LineQuantity { Line = l.Id, Quantity = l.ToShip }).ToEquatableArray() : command.Lines;
            work.Order.Then(o => o.Ship(command.Shipment, command.On, lines, work.Seller.Orders, command.By, work.At));
            if (work.Order.Errors.Count > 0) return Result.Success(default(Exposure));

            var quantities = new Dictionary<OrderLineId, Quantity>(lines.Count);
            foreach (var (was, line) in before.Lines.Zip(work.Order.State.Lines))
                if (line.Shipped != was.Shipped) quantities.Add(line.Id, line.Shipped - was.Shipped);
            if (quantities.Count > 0 && work.Customer.BlockOf(CustomerBlockKind.Shipments) is { } block)
                return Result.Failure<Exposure>(ProcessErrors.CustomerBlocked.With(
                    ("customer", before.Terms.Customer), ("kind", block.Kind), ("reason", block.Reason)));
            var none = Money.Zero(before.Terms.Currency);
            var exposure = await ExposureAsync(work, command.On, line => quantities.TryGetValue(line.Id, out var quantity)
                ? line.ShareOf(line.Shipped - quantity, quantity, work.Seller.Orders) : none, cancellationToken)
                    .ConfigureAwait(false);
            if (!exposure.IsSuccess) return exposure;
            if (exposure.Value.Held.IsPositive)
                work.Credit.Then(account => account.RecordDelivered(before.Id, exposure.Value.Held, command.By, work.At));
            // Cents that rounding left on a fully shipped order are nobody's risk.
            if (work.Order.State.Lines.All(l => l.ToShip.IsZero)
                && work.Credit.State.Position(before.Id) is { Ordered.IsPositive: true })
                work.Credit.Then(account => account.CancelRemainder(before.Id, null, command.By, work.At));
            return exposure;
        }, cancellationToken);

    /// <summary>
    /// Cancels what is still to ship, with its exposure. Refuses what <see cref="Order.CancelRemainder"/> refuses.
    /// </summary>
    public ValueTask<Result<Order>> CancelRemainderAsync(
        CancelOrderRemainder command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, work =>
        {
            work.Order.Then(o => o.CancelRemainder(command.Reason, [], command.By, work.At));
            if (work.Credit.State.Position(command.Order) is { } position && (position.Reserved + position.Ordered).IsPositive)
                work.Credit.Then(account => account.CancelRemainder(command.Order, null, command.By, work.At));
            return Task.FromResult(Result.Success(default(Exposure)));
        }, cancellationToken);

    /// <summary>Closes an order. Refuses what <see cref="Order.Close"/> refuses.</summary>
    public ValueTask<Result<Order>> CloseAsync(CloseOrder command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Order, work =>
        {
            work.Order.Then(o => o.Close(new() { PaidAt = command.PaidAt }, command.By, work.At));
            if (work.Order.Errors.Count == 0) work.Credit.Then(account => account.CloseOrder(command.Order, command.By, work.At));
            return Task.FromResult(Result.Success(default(Exposure)));
        }, cancellationToken);

    /// <summary>
    /// What a command on an order works with: the order and the credit account go on from decision to decision.
    /// </summary>
    private sealed record Work(DecisionChain<Order, OrderEvent> Order, DecisionChain<CreditAccount, CreditEvent> Credit,
        LegalEntity Seller, CustomerProfile Buyer, CustomerAccount Customer, Instant At)
    {
        public bool IsInsolventOn(LocalDate day) => Customer.ProfileOn(day)?.IsInsolventOn(day) == true;
    }

    /// <summary>
    /// A gross value in the order's currency, and what it holds of the limit; no amount for commands without one.
    /// </summary>
    private readonly record struct Exposure(Money? Gross, Money Held);

    private ValueTask<Result<Order>> ChangeAsync(
        Command command, OrderId id, Func<Work, Task<Result<Exposure>>> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.Order(id);
        return runner.RunAsync(command, stream, async () =>
        {
            var at = clock.GetCurrentInstant();
            var stored = await runner.RequireAsync<Order>(stream, o => o.Check(), cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<Order>(stored.Errors);
            var terms = stored.Value.State.Terms;
            if (!legalEntities.TryFind(terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<Order>(ProcessErrors.NoLegalEntity(terms.LegalEntity));
            var customer = await CustomerAsync(terms.Customer, cancellationToken).ConfigureAwait(false);
            if (!customer.IsSuccess) return CommandRunner.Refuse<Order>(customer.Errors);
            var profile = customer.Value.ProfileOn(terms.OrderDate) ?? customer.Value.Versions[0].Profile;

            var account = await credit
                .LoadAsync(terms.LegalEntity, terms.Customer, profile.Currency, command.By, at, cancellationToken)
                .ConfigureAwait(false);
            var work = new Work(new(stored.Value.State, stored.Value.Version), account, seller, profile, customer.Value, at);
            var exposure = await decide(work).ConfigureAwait(false);
            List<DomainError> all = [.. exposure.Errors, .. work.Order.Errors, .. work.Credit.Errors];
            if (all.Count > 0) return CommandRunner.Refuse<Order>(all);
            var owner = Streams.Credit(terms.LegalEntity, terms.Customer);
            return Result.Success(CommandRunner.Decided(
                new Prepared<Order>(work.Order.State, [.. work.Order.Changes(stream), .. work.Credit.Changes(owner)])
                {
                    Amount = exposure.Value.Gross,
                }));
        }, cancellationToken);
    }

    private async Task<Result<Exposure>> ExposureAsync(
        Work work, LocalDate on, Func<OrderLine, Money> part, CancellationToken cancellationToken)
    {
        var order = work.Order.State;
        var taxes = OrderTaxation.Determine(order, work.Seller, work.Buyer, on, taxRates);
        if (!taxes.IsSuccess) return Result.Failure<Exposure>(taxes.Errors);
        var gross = OrderTaxation.Gross(order, taxes.Value, part, work.Seller.TaxComputation);
        var held = await credit.InLimitCurrencyAsync(gross, work.Credit.State.Currency, on, cancellationToken)
            .ConfigureAwait(false);
        return held.Map(amount => new Exposure(gross, amount));
    }

    // The decision when credit withholds; null when the amount is reserved, or when something was refused.
    private static CreditDecision? Reserve(Work work, Command command, Money amount, CreditFacts facts)
    {
        CreditDecision? withheld = null;
        var request = RequestOf(work, amount);
        work.Credit.Then(account =>
        {
            var decided = account.CheckAndReserve(request, facts, work.Seller.Credit, command.By, work.At);
            if (decided.IsSuccess) withheld = decided.Value.Events.OfType<CreditWithheld>().LastOrDefault()?.Decision;
            return decided;
        });
        return withheld;
    }

    private static CreditCheckRequest RequestOf(Work work, Money amount) =>
        new() { Order = work.Order.State.Id, Revision = work.Order.State.Revision, Amount = amount };

    private async Task<Result<CustomerAccount>> CustomerAsync(CustomerId id, CancellationToken cancellationToken) =>
        (await runner.RequireAsync<CustomerAccount>(Streams.Customer(id), c => c.Check(), cancellationToken)
            .ConfigureAwait(false)).Map(c => c.State);

    private async Task<CreditFacts> FactsAsync(Work work, LocalDate on, CancellationToken cancellationToken)
    {
        var (oldest, hasPaid) = (0, work.Seller.Credit.MaxNewCustomerOrder is null);
        var customer = work.Order.State.Terms.Customer;
        var query = new OpenItemQuery { LegalEntity = work.Seller.Id, Customer = customer, IncludeSettled = !hasPaid };
        var disputes = await books.LoadAsync<DisputeAccount>(Streams.DisputeAccount(work.Seller.Id, customer), cancellationToken)
            .ConfigureAwait(false);
        var disputed = disputes?.State.Parts() ?? [];
        await foreach (var item in books.OpenItemsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            // Nobody knows what is left of a broken item: it counts as owed in full.
            var isSound = item.State.Check().IsEmpty;
            var open = isSound ? item.State.Open : item.State.Amount;
            if (open.IsPositive && open > DisputeEffects.DisputedOf(open, item.State.Id, disputed))
                oldest = Math.Max(oldest, Period.DaysBetween(item.State.DueDate, on));
            hasPaid |= item.State.Kind == OpenItemKind.Invoice && isSound && open.IsZero;
        }
        return new()
        {
            On = on, OldestOverdueDays = oldest, IsNewCustomer = !hasPaid, IsInsolvent = work.IsInsolventOn(on),
        };
    }

    private static StreamChange Used(StreamId stream, Stored<OrderReferences>? before, KnownOrder order)
    {
        var used = new OrderReferenceUsed { Order = order };
        return StreamChange.Of(stream, before?.Version ?? 0, new Decision<OrderReferences, OrderReferenceUsed>
        {
            State = (before?.State ?? new()).Apply(used), Events = [used],
        });
    }

    private static string Reasons(CreditDecision decision) => string.Join(" ", decision.Reasons.Select(r => r.Error.Message));
}
