using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>
/// Derives what orders, tax rules and other invoices say about freight, tax and duplicates. Where a part of the answer is not in
/// the books, the fact stays unknown: a guess would decide a claim.
/// </summary>
internal sealed class TriageDerivation(IBooks books, ILegalEntities legalEntities, ITaxRates taxRates)
{
    /// <summary>The facts with what can be derived.</summary>
    internal async Task<TriageFacts> AddAsync(TriageFacts facts, Invoice invoice, IReadOnlyDictionary<OrderId, Order> orders,
        CancellationToken cancellationToken)
    {
        var (billed, agreed) = Freight(invoice, orders);
        return facts with
        {
            FreightBilled = billed, FreightAgreed = agreed, TaxBilled = invoice.Totals.Tax,
            TaxDue = await TaxDueAsync(invoice, orders, cancellationToken).ConfigureAwait(false),
            DuplicateOf = await DuplicateAsync(invoice, orders, cancellationToken).ConfigureAwait(false),
        };
    }

    // Freight is a line of the order, or a charge on the document that no order knows.
    private static (Money? Billed, Money? Agreed) Freight(Invoice invoice, IReadOnlyDictionary<OrderId, Order> orders)
    {
        var (billed, agreed) = (Money.Zero(invoice.Currency), Money.Zero(invoice.Currency));
        foreach (var line in invoice.Lines)
        {
            if (LineOf(line, orders) is not { Priced.Addition: { } addition } ordered) continue;
            if (addition.Fee != FeeKind.Freight) continue;
            billed += line.Gross ?? TriageReading.WithTax(line.Net, line);
            // What other invoices of the order billed of it is not agreed again.
            if (ordered.Invoiced - line.Quantity is var others && others < ordered.Ordered - ordered.Cancelled)
                agreed += line.Gross is not null ? line.Gross.Value : TriageReading.WithTax(ordered.Priced.Amount, line);
        }
        foreach (var charge in invoice.AllowancesCharges)
        {
            if (!charge.IsCharge || charge.ReasonCode != AllowanceChargeReason.Freight) continue;
            if (charge.Gross is null && charge.Tax is null) return (null, null);
            billed += charge.Gross ?? charge.Amount + charge.Amount.Times(charge.Tax!.Rate, Rounding.HalfAwayFromZero);
        }
        var knowsOrders = invoice.Lines.All(l => LineOf(l, orders) is not null);
        return (billed, knowsOrders ? agreed : null);
    }

    // The tax that the rules give for the orders' facts at the tax point, on what was billed.
    private async Task<Money?> TaxDueAsync(
        Invoice invoice, IReadOnlyDictionary<OrderId, Order> orders, CancellationToken cancellationToken)
    {
        if (!invoice.AllowancesCharges.IsEmpty || !legalEntities.TryFind(invoice.LegalEntity, out var seller)) return null;
        var account = await books.LoadAsync<CustomerAccount>(Streams.Customer(invoice.Customer), cancellationToken)
            .ConfigureAwait(false);
        if (account?.State.ProfileOn(invoice.TaxPoint) is not { } buyer) return null;
        var treatments = new Dictionary<(OrderId, OrderLineId), TaxTreatment>();
        foreach (var order in orders.Values)
        {
            if (!OrderTaxation.Determine(order, seller, buyer, invoice.TaxPoint, taxRates).TryGet(out var found, out _))
                return null;
            for (var i = 0; i < found.Length; i++) treatments[(order.Id, order.Lines[i].Id)] = found[i];
        }
        var lines = new List<TaxableLine>();
        foreach (var line in invoice.Lines)
        {
            if (line.Gross is not null || !treatments.TryGetValue((line.Order, line.OrderLine), out var tax)) return null;
            lines.Add(new() { Net = line.Net, Category = tax.Category, Rate = tax.Rate });
        }
        return lines.Count == 0 ? null
            : TaxBreakdown.Compute(lines.ToArray(), seller.TaxComputation, invoice.Currency).Gross
                - Money.Sum(lines.Select(l => l.Net), invoice.Currency);
    }

    // Named where all lines are the same, and an order line of it is billed beyond what was kept; a twin by number and amount
    // alone proves nothing.
    private async Task<string?> DuplicateAsync(
        Invoice invoice, IReadOnlyDictionary<OrderId, Order> orders, CancellationToken cancellationToken)
    {
        var earlier = await BilledBefore.EarlierAsync(books, invoice.Content.Draft, cancellationToken).ConfigureAwait(false);
        if (earlier.Count == 0) return "";
        var own = PriorInvoice.Of(invoice);
        var isOver = invoice.Lines.Any(l => LineOf(l, orders) is { } ordered && ordered.Billed > ordered.Kept);
        foreach (var one in earlier)
            if (one.Gross == own.Gross && ((own.ContentKey.Length > 0 && one.ContentKey == own.ContentKey)
                || (isOver && !own.Items.IsEmpty && one.Items == own.Items))) return one.Number.Value;
        return null;
    }

    private static OrderLine? LineOf(InvoiceLine line, IReadOnlyDictionary<OrderId, Order> orders) =>
        line.Order.IsNone || !orders.TryGetValue(line.Order, out var order) ? null : order.Line(line.OrderLine);
}
