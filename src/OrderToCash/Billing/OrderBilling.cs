using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>Loads what an invoice over an order needs, and posts it once the number is known.</summary>
internal sealed class OrderBilling(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, ITaxRates taxRates,
    CommandRunner runner, CreditStreams credit)
{
    private static readonly DocumentType[] Types =
        [DocumentType.Invoice, DocumentType.Partial, DocumentType.Factored, DocumentType.SelfBilled];

    /// <summary>The preparation of the command.</summary>
    public async Task<Result<Preparation<InvoiceAccount>>> PrepareAsync(
        BillOrder command, Instant at, CancellationToken cancellationToken)
    {
        var stored = await runner.RequireAsync<Order>(Streams.Order(command.Order), o => o.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!stored.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(stored.Errors);
        var order = stored.Value.State;
        if (!legalEntities.TryFind(order.Terms.LegalEntity, out var seller))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.NoLegalEntity(order.Terms.LegalEntity));
        var customer = await runner
            .RequireAsync<CustomerAccount>(Streams.Customer(order.Terms.Customer), c => c.Check(), cancellationToken)
            .ConfigureAwait(false);
        if (!customer.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(customer.Errors);
        if (ProcessErrors.Blocked(customer.Value.State, CustomerBlockKind.Invoices) is { } blocked)
            return CommandRunner.Refuse<InvoiceAccount>(blocked);
        if (customer.Value.State.ProfileOn(command.DocumentDate) is not { } buyer)
            return CommandRunner.Refuse<InvoiceAccount>(
                ProcessErrors.NoProfile.At("documentDate", ("customer", order.Terms.Customer), ("date", command.DocumentDate)));
        if (!Types.Contains(command.Type))
            return CommandRunner.Refuse<InvoiceAccount>(ProcessErrors.WrongDocument.At("type",
                ("capability", nameof(BillOrder)), ("type", command.Type)));
        var draft = Draft(command, order, seller, buyer);
        if (!draft.IsSuccess) return CommandRunner.Refuse<InvoiceAccount>(draft.Errors);
        var chain = new DecisionChain<Order, OrderEvent>(order, stored.Value.Version)
            .Then(o => o.RecordInvoiced(command.Invoice, command.DocumentDate, OrderBill.Quantities(o), seller.Orders,
                command.By, at));
        if (chain.Errors.Count > 0) return CommandRunner.Refuse<InvoiceAccount>(chain.Errors);
        var parts = await new DocumentLoading(books, rates, runner, credit)
            .LoadAsync(seller, buyer, draft.Value, command.Number, OrderBill.Facts(order, buyer), command.AcceptsHeld,
                command.Prepayments, command.By, at, cancellationToken).ConfigureAwait(false);
        return parts.Map(p => p with
        {
            Order = order.Id, IsLast = chain.State.Lines.All(l => l.ToShip.IsZero && l.ToInvoice.IsZero),
        }).Map(p => new Preparation<InvoiceAccount>(numbers => DocumentPosting.Post(p, numbers)
            .Map(posted => posted.Prepare(p, chain.Changes(Streams.Order(command.Order)))))
        {
            Series = p.Series,
        });
    }

    private Result<DraftInvoice> Draft(BillOrder command, Order order, LegalEntity seller, CustomerProfile buyer)
    {
        if (OrderBill.Quantities(order).IsEmpty)
            return Result.Failure<DraftInvoice>(ProcessErrors.NothingToBill.With(("order", command.Order)));
        return OrderTaxation.Determine(order, seller, buyer, command.TaxPoint, taxRates)
            .Map(taxes => OrderBill.Draft(command, order, seller, buyer, taxes));
    }
}
