using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Keeps how customers pay without being asked: tokens, their order, and whether credit is used first.</summary>
public sealed class PaymentMethodDesk(
    IBooks books, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>Stores a way to pay. Refuses what <see cref="CustomerPaymentMethods.Add"/> refuses.</summary>
    public ValueTask<Result<CustomerPaymentMethods>> AddAsync(
        AddPaymentMethod command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Customer, (m, at) => m.Add(command.Method, command.By, at), cancellationToken);

    /// <summary>Changes a way to pay. Refuses what its decisions refuse.</summary>
    public ValueTask<Result<CustomerPaymentMethods>> ChangeAsync(
        ChangePaymentMethod command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Customer, (m, at) => command.Change switch
        {
            PaymentMethodChange.Remove => m.Remove(command.Method, command.By, at),
            PaymentMethodChange.Block => m.Block(command.Method, command.Reason, command.By, at),
            PaymentMethodChange.Unblock => m.Unblock(command.Method, command.By, at),
            PaymentMethodChange.Worked => m.RecordUse(command.Method, false, MethodFollowing.BlockAfter, command.By, at),
            _ => m.RecordUse(command.Method, true, MethodFollowing.BlockAfter, command.By, at),
        }, cancellationToken);

    /// <summary>Sets order and use of credit. Refuses what <see cref="CustomerPaymentMethods.Prefer"/> refuses.</summary>
    public ValueTask<Result<CustomerPaymentMethods>> PreferAsync(
        PreferPaymentMethods command, CancellationToken cancellationToken = default) =>
        RunAsync(command, command.Customer, (chain, at) =>
        {
            if (!command.Order.IsEmpty) chain.Then(m => m.Prefer(command.Order, command.By, at));
            if (command.KeepsCredit is { } keeps) chain.Then(m => m.ChooseCreditUse(keeps, command.By, at));
        }, cancellationToken);

    private ValueTask<Result<CustomerPaymentMethods>> ChangeAsync(Command command, CustomerId customer,
        Func<CustomerPaymentMethods, Instant, Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>>> decide,
        CancellationToken cancellationToken) =>
        RunAsync(command, customer, (chain, at) => chain.Then(m => decide(m, at)), cancellationToken);

    private ValueTask<Result<CustomerPaymentMethods>> RunAsync(Command command, CustomerId customer,
        Action<DecisionChain<CustomerPaymentMethods, PaymentMethodEvent>, Instant> decide, CancellationToken cancellationToken)
    {
        var stream = Streams.PaymentMethods(customer);
        return runner.RunAsync(command, stream, async () =>
        {
            var chain = new DecisionChain<CustomerPaymentMethods, PaymentMethodEvent>(CustomerPaymentMethods.None(customer), 0);
            if (await books.LoadAsync<CustomerPaymentMethods>(stream, cancellationToken).ConfigureAwait(false) is not null)
            {
                var stored = await runner.RequireAsync<CustomerPaymentMethods>(stream, m => m.Check(), cancellationToken)
                    .ConfigureAwait(false);
                if (!stored.IsSuccess) return CommandRunner.Refuse<CustomerPaymentMethods>(stored.Errors);
                chain = new(stored.Value.State, stored.Value.Version);
            }
            decide(chain, clock.GetCurrentInstant());
            return chain.Errors.Count > 0
                ? CommandRunner.Refuse<CustomerPaymentMethods>(chain.Errors)
                : Result.Success(CommandRunner.Decided(chain.State, [.. chain.Changes(stream)]));
        }, cancellationToken);
    }
}
