using System.Globalization;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Reads what the books know about a disputed invoice. What they don't know stays unknown.</summary>
internal sealed class TriageReading(IBooks books, TriageDerivation derivation)
{
    /// <summary>The facts of an invoice; its lines are numbered from 1, as on the document.</summary>
    public async Task<Result<TriageFacts>> ReadAsync(InvoiceId id, CancellationToken cancellationToken)
    {
        var stream = Streams.Invoice(id);
        if (await books.LoadAsync<InvoiceAccount>(stream, cancellationToken).ConfigureAwait(false) is not { } stored)
            return Result.Failure<TriageFacts>(ProcessErrors.NotFound.With(("stream", stream)));
        var (account, invoice, orders) = (stored.State, stored.State.Invoice, new Dictionary<OrderId, Order>());
        foreach (var order in invoice.Lines.Select(l => l.Order).Where(o => !o.IsNone).Distinct())
            if (await books.LoadAsync<Order>(Streams.Order(order), cancellationToken).ConfigureAwait(false) is { } found)
                orders[order] = found.State;
        var lines = new List<TriageLine>();
        var byAmount = Money.Zero(invoice.Currency);
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            var line = invoice.Lines[i];
            var credited = account.Credited.FirstOrDefault(c => c.Line == i + 1);
            if (credited is not null) byAmount += WithTax(credited.ByAmount, line);
            if (!line.Quantity.IsPositive || line.Price is null) continue;
            var ordered = orders.GetValueOrDefault(line.Order)?.Line(line.OrderLine);
            lines.Add(Of(line, i + 1, credited?.Quantity ?? Quantity.Zero(line.Quantity.Unit), ordered));
        }
        var facts = new TriageFacts { Lines = lines.ToEquatableArray(), CreditedByAmount = byAmount };
        return Result.Success(await derivation.AddAsync(facts, invoice, orders, cancellationToken).ConfigureAwait(false));
    }

    // What was delivered on this invoice: of what left the house, what other invoices of the line do not bill.
    private static TriageLine Of(InvoiceLine line, int number, Quantity credited, OrderLine? ordered)
    {
        var knows = ordered is not null && ordered.Ordered.Unit == line.Quantity.Unit;
        return new()
        {
            Line = number.ToString(CultureInfo.InvariantCulture), Billed = line.Quantity, Credited = credited,
            Delivered = knows ? Delivered(line, ordered!) : null,
            Returned = knows ? Quantity.Min(ordered!.Returned, line.Quantity) : null,
            PriceBilled = line.GrossPrice ?? line.Price!.Value,
            PriceAgreed = line.Gross is null ? ordered?.Priced.Terms.UnitPrice : null,
            Gross = line.Gross ?? WithTax(line.Net, line),
        };
    }

    private static Quantity Delivered(InvoiceLine line, OrderLine ordered)
    {
        var others = ordered.Invoiced - line.Quantity;
        var left = ordered.Shipped - Quantity.Max(others, Quantity.Zero(others.Unit));
        return Quantity.Min(line.Quantity, Quantity.Max(left, Quantity.Zero(left.Unit)));
    }

    internal static Money WithTax(Money net, InvoiceLine line) => net + net.Times(line.Tax.Rate, Rounding.HalfAwayFromZero);
}
