using OrderToCash.Customers;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>Offers prices, and takes in the orders that become of them.</summary>
public sealed class QuoteDesk(
    IBooks books, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// Offers prices. Refuses an unknown seller or customer, a customer whose orders are blocked, and what
    /// <see cref="Quote.Offer"/> refuses.
    /// </summary>
    public ValueTask<Result<Quote>> OfferAsync(OfferQuote command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var stream = Streams.Quote(command.Quote);
        return runner.RunAsync(command, stream, async () =>
        {
            if (!legalEntities.TryFind(command.Terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<Quote>(ProcessErrors.NoLegalEntity(command.Terms.LegalEntity));
            if (await BlockedAsync(command.Terms, cancellationToken).ConfigureAwait(false) is { } blocked)
                return CommandRunner.Refuse<Quote>(blocked);
            if (await books.LoadAsync<Quote>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<Quote>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            return Quote.Offer(command.Quote, command.Terms, command.Lines, command.ValidThrough, command.Pricing,
                OrderRules.BuiltIn, seller.Orders, command.By, clock.GetCurrentInstant())
                .Map(decision => CommandRunner.Decided(
                    new Prepared<Quote>(decision.State, CommandRunner.Changes(stream, 0, decision))
                    {
                        Amount = decision.State.Amount,
                    }));
        }, cancellationToken);
    }

    /// <summary>
    /// Accepts a quote: its order is captured at its prices in the same commit. Refuses a customer whose orders are blocked, an
    /// order that is there already, and what <see cref="Quote.Accept"/> refuses.
    /// </summary>
    public ValueTask<Result<Order>> AcceptAsync(AcceptQuote command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var stream = Streams.Quote(command.Quote);
        return runner.RunAsync(command, default, async () =>
        {
            var stored = await runner.RequireAsync<Quote>(stream, q => q.Check(), cancellationToken).ConfigureAwait(false);
            if (!stored.IsSuccess) return CommandRunner.Refuse<Order>(stored.Errors);
            var terms = stored.Value.State.Terms;
            var order = Streams.Order(terms.Id);
            if (!legalEntities.TryFind(terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<Order>(ProcessErrors.NoLegalEntity(terms.LegalEntity));
            var at = clock.GetCurrentInstant();
            var accepted = stored.Value.State.Accept(command.On, command.By, at);
            if (!accepted.IsSuccess) return CommandRunner.Refuse<Order>(accepted.Errors);
            var known = await books.LoadAsync<Order>(order, cancellationToken).ConfigureAwait(false);
            if (accepted.Value.Events.IsEmpty && known is not null)
                return Result.Success(CommandRunner.Decided(new Prepared<Order>(known.State, []) { Stream = order }));
            if (known is not null)
                return CommandRunner.Refuse<Order>(ProcessErrors.AlreadyExists.With(("stream", order)));
            if (await BlockedAsync(terms, cancellationToken).ConfigureAwait(false) is { } blocked)
                return CommandRunner.Refuse<Order>(blocked);
            return Order.CaptureQuoted(accepted.Value.State, command.Roles, seller.Orders, command.By, at)
                .Map(captured => CommandRunner.Decided(new Prepared<Order>(captured.State,
                [
                    .. CommandRunner.Changes(stream, stored.Value.Version, accepted.Value), StreamChange.Of(order, 0, captured),
                ])
                {
                    Stream = order, Amount = captured.State.Amount,
                }));
        }, cancellationToken);
    }

    /// <summary>Records that a quote is not wanted. Refuses what <see cref="Quote.Decline"/> refuses.</summary>
    public ValueTask<Result<Quote>> DeclineAsync(DeclineQuote command, CancellationToken cancellationToken = default) =>
        runner.ChangeAsync<Quote, QuoteEvent>(command, Streams.Quote(command.Quote), q => q.Check(),
            q => q.Decline(command.Reason, command.By, clock.GetCurrentInstant()), cancellationToken);

    /// <summary>Ends a quote whose last day went by.</summary>
    public ValueTask<Result<Quote>> ExpireAsync(ExpireQuote command, CancellationToken cancellationToken = default) =>
        runner.ChangeAsync<Quote, QuoteEvent>(command, Streams.Quote(command.Quote), q => q.Check(),
            q => q.Expire(command.On, command.By, clock.GetCurrentInstant()), cancellationToken);

    private async Task<DomainError?> BlockedAsync(OrderTerms terms, CancellationToken cancellationToken)
    {
        var customer = await runner
            .RequireAsync<CustomerAccount>(Streams.Customer(terms.Customer), c => c.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!customer.IsSuccess) return customer.Errors[0];
        return customer.Value.State.BlockOf(CustomerBlockKind.Orders) is { } block
            ? ProcessErrors.CustomerBlocked.At("terms.customer",
                ("customer", terms.Customer), ("kind", block.Kind), ("reason", block.Reason))
            : null;
    }
}
