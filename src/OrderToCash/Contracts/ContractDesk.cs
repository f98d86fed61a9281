using OrderToCash.Contracts;
using OrderToCash.Customers;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>Drafts contracts from orders and carries them to signature.</summary>
public sealed class ContractDesk(
    IBooks books, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);

    /// <summary>
    /// Drafts a contract from an order: parties, specifications, delivery dates, prices. Refuses what
    /// <see cref="ContractDraft.From"/> refuses, <c>process.not-found</c> for an unknown order and
    /// <c>process.already-exists</c>.
    /// </summary>
    public ValueTask<Result<Contract>> DraftAsync(DraftContract command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Contract(command.Contract), async () =>
        {
            var stream = Streams.Contract(command.Contract);
            if (await books.LoadAsync<Contract>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return CommandRunner.Refuse<Contract>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            var order = await runner.RequireAsync<Order>(Streams.Order(command.Order), o => o.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (!order.IsSuccess) return CommandRunner.Refuse<Contract>(order.Errors);
            var terms = order.Value.State.Terms;
            if (!legalEntities.TryFind(terms.LegalEntity, out var seller))
                return CommandRunner.Refuse<Contract>(ProcessErrors.NoLegalEntity(terms.LegalEntity));
            var customer = await books.LoadAsync<CustomerAccount>(Streams.Customer(terms.Customer), cancellationToken)
                .ConfigureAwait(false);
            var payment = customer?.State.ProfileOn(terms.OrderDate)?.Terms.Name ?? "";
            return ContractDraft.From(command.Template, Facts(command, seller, order.Value.State, payment))
                .Bind(draft => Contract.Draft(
                    command.Contract, terms.LegalEntity, terms.Customer, draft, command.By, clock.GetCurrentInstant()))
                .Map(decision => CommandRunner.Decided(decision.State, [StreamChange.Of(stream, 0, decision)]));
        }, cancellationToken);

    /// <summary>Approves a version for signature. Refuses what <see cref="Contract.Approve"/> refuses.</summary>
    public ValueTask<Result<Contract>> ApproveAsync(ApproveContract command, CancellationToken cancellationToken = default) =>
        Change(command, command.Contract, (c, at) => c.Approve(command.Version, command.By, at), cancellationToken);

    /// <summary>
    /// Sends the approved version to its signatories. Refuses what <see cref="Contract.RequestSignatures"/> refuses.
    /// </summary>
    public ValueTask<Result<Contract>> SendAsync(SendContract command, CancellationToken cancellationToken = default) =>
        Change(command, command.Contract,
            (c, at) => c.RequestSignatures(command.Signatories, command.Order, command.ExpiresAt, command.By, at),
            cancellationToken);

    /// <summary>
    /// Records a signature on the hash of the version that was signed. Refuses what <see cref="Contract.Sign"/> refuses.
    /// </summary>
    public ValueTask<Result<Contract>> SignAsync(SignContract command, CancellationToken cancellationToken = default) =>
        Change(command, command.Contract,
            (c, at) => c.Sign(command.Person, command.Hash, command.Evidence, command.By, at), cancellationToken);

    private ValueTask<Result<Contract>> Change(Command command, ContractId contract,
        Func<Contract, Instant, Result<Decision<Contract, ContractEvent>>> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync<Contract, ContractEvent>(command, Streams.Contract(contract), c => c.Check(),
            c => decide(c, clock.GetCurrentInstant()), cancellationToken);

    private static ContractFacts Facts(DraftContract command, LegalEntity seller, Order order, string paymentTerms) => new()
    {
        Seller = seller.Party,
        Buyer = order.Terms.BillTo,
        Orders = [order.Id],
        Total = order.Amount,
        PaymentTerms = paymentTerms,
        Term = command.Term,
        Fields = command.Fields,
        Lines = order.Lines.Select(line => new ContractLine
        {
            Product = line.Product,
            Specification = line.Priced.Terms.Description,
            Quantity = line.Ordered,
            Price = line.Priced.Terms.UnitPrice,
            Amount = line.Priced.Amount,
            DeliveryOn = order.Terms.RequestedDate,
        }).ToEquatableArray(),
    };
}
