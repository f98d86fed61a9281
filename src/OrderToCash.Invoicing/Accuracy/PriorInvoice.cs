namespace OrderToCash.Invoicing;

/// <summary>An invoice posted before, as far as a duplicate would show.</summary>
public sealed record PriorInvoice
{
    /// <summary>Its number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>Whom it billed.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The date on it.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The buyer's order number; empty when it had none.</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>What it came to, tax included.</summary>
    public required Money Gross { get; init; }

    /// <summary>What it billed; lines without an order line are left out.</summary>
    public EquatableArray<BilledItem> Items { get; init; }

    /// <summary>What is kept of an invoice for this purpose.</summary>
    public static PriorInvoice Of(Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new()
        {
            Number = invoice.Number,
            Customer = invoice.Customer,
            DocumentDate = invoice.DocumentDate,
            PurchaseOrder = invoice.Content.Draft.PurchaseOrder,
            Gross = invoice.Totals.Gross,
            Items = ItemsOf(invoice.Lines),
        };
    }

    internal static EquatableArray<BilledItem> ItemsOf(EquatableArray<InvoiceLine> lines) => lines
        .Where(l => !l.OrderLine.IsNone)
        .Select(l => new BilledItem
        {
            Order = l.Order, OrderLine = l.OrderLine, Shipment = l.Shipment, Quantity = l.Quantity,
        })
        .OrderBy(i => i.Order)
        .ThenBy(i => i.OrderLine)
        .ThenBy(i => i.Shipment)
        .ThenBy(i => i.Quantity.Value)
        .ToEquatableArray();
}
