using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>What follows from what happened: a pure function from an event to the next commands.</summary>
public static class Automation
{
    /// <summary>
    /// The commands an event asks for; none for most. Their ids follow from the event, so that reacting to it again gives
    /// the same commands, and the desks do nothing twice.
    /// </summary>
    /// <param name="event">What happened, as the outbox delivers it.</param>
    /// <param name="policy">What the host wants done by itself.</param>
    /// <param name="buyer">The buyer on an invoice, for its channel; null takes the policy's.</param>
    public static EquatableArray<Command> React(object @event, AutomationPolicy policy, CustomerProfile? buyer = null)
    {
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(policy);
        return @event switch
        {
            OrderCaptured captured when policy.ConfirmsOrders && !captured.Findings.Any(f => f.IsOpenBlock) =>
                [Confirm(captured, policy)],
            OrderShipped shipped when policy.BillsShipments => [Bill(shipped, policy)],
            InvoicePosted posted => AfterPosting(posted, policy, buyer).ToEquatableArray(),
            _ => [],
        };
    }

    private static IEnumerable<Command> AfterPosting(InvoicePosted posted, AutomationPolicy policy, CustomerProfile? buyer)
    {
        if (policy.AppliesCredit && posted.Invoice.Type != DocumentType.Prepayment) yield return new ApplyCredit
        {
            Id = CommandOf($"credit/{posted.InvoiceId}"), By = policy.By, LegalEntity = posted.Invoice.LegalEntity,
            Customer = posted.Invoice.Customer, On = posted.Invoice.DocumentDate,
        };
        if (policy.SendsInvoices) yield return Send(posted, policy, buyer);
    }

    private static ConfirmOrder Confirm(OrderCaptured captured, AutomationPolicy policy) => new()
    {
        Id = CommandOf($"confirm/{captured.Order}"),
        By = policy.By,
        Order = captured.Order,
        On = captured.Terms.OrderDate,
    };

    private static BillOrder Bill(OrderShipped shipped, AutomationPolicy policy) => new()
    {
        Id = CommandOf($"bill/{shipped.Order}/{shipped.Shipment}"),
        By = policy.By,
        Order = shipped.Order,
        Invoice = new(DerivedId.Of($"{shipped.Order}/{shipped.Shipment}")),
        Shipment = shipped.Shipment,
        DocumentDate = shipped.On,
        TaxPoint = shipped.On,
    };

    private static SendInvoice Send(InvoicePosted posted, AutomationPolicy policy, CustomerProfile? buyer)
    {
        var channel = buyer?.InvoiceChannel ?? policy.InvoiceChannel;
        return new()
        {
            Id = CommandOf($"send/{posted.InvoiceId}"),
            By = policy.By,
            Invoice = posted.InvoiceId,
            Channel = channel,
            Endpoint = buyer?.ContactFor(ContactPurpose.Invoicing, channel)?.Endpoint ?? "",
        };
    }

    private static CommandId CommandOf(string text) => new(DerivedId.Of(text));
}
