using OrderToCash.Customers;

namespace OrderToCash;

/// <summary>Opens and changes customer accounts.</summary>
public sealed class CustomerDesk(IBooks books, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// Opens an account. Refuses what <see cref="CustomerAccount.Open"/> refuses, and <c>process.already-exists</c>.
    /// </summary>
    public ValueTask<Result<CustomerAccount>> OpenAsync(OpenCustomer command, CancellationToken cancellationToken = default) =>
        runner.CreateAsync(command, Streams.Customer(command.Customer), () => CustomerAccount.Open(command.Customer,
            command.EffectiveFrom, command.Profile, command.Reason, command.By, clock.GetCurrentInstant()), cancellationToken);

    /// <summary>Changes a profile from a day on. Refuses what <see cref="CustomerAccount.Change"/> refuses.</summary>
    public ValueTask<Result<CustomerAccount>> ChangeAsync(
        ChangeCustomer command, CancellationToken cancellationToken = default) =>
        Change(command, command.Customer,
            (account, at) => account.Change(command.EffectiveFrom, command.Profile, command.Reason, command.By, at),
            cancellationToken);

    /// <summary>Blocks. Refuses what <see cref="CustomerAccount.Block"/> refuses.</summary>
    public ValueTask<Result<CustomerAccount>> BlockAsync(BlockCustomer command, CancellationToken cancellationToken = default) =>
        Change(command, command.Customer,
            (account, at) => account.Block(command.Kind, command.Reason, command.By, at),
            cancellationToken);

    /// <summary>Lifts a block. Refuses what <see cref="CustomerAccount.Unblock"/> refuses.</summary>
    public ValueTask<Result<CustomerAccount>> UnblockAsync(
        UnblockCustomer command, CancellationToken cancellationToken = default) =>
        Change(command, command.Customer,
            (account, at) => account.Unblock(command.Kind, command.Reason, command.By, at),
            cancellationToken);

    private ValueTask<Result<CustomerAccount>> Change(Command command, CustomerId customer,
        Func<CustomerAccount, Instant, Result<Decision<CustomerAccount, CustomerEvent>>> decide,
        CancellationToken cancellationToken) =>
        runner.ChangeAsync<CustomerAccount, CustomerEvent>(command, Streams.Customer(customer), account => account.Check(),
            account => decide(account, clock.GetCurrentInstant()), cancellationToken);
}
