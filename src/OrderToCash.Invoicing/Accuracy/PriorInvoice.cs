using System.Text;

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

    /// <summary>
    /// What an invoice without order lines says, as a hash (<see cref="ContentKeyOf"/>); empty when it is not compared.
    /// </summary>
    public string ContentKey { get; init => field = value ?? ""; } = "";

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
            ContentKey = invoice.Lines.All(l => l.OrderLine.IsNone) ? ContentKeyOf(invoice.Content.Draft) : "",
        };
    }

    /// <summary>
    /// Type, order number, tax point, delivery and period, and per line description, quantity, net, category and rate, as a hash:
    /// the same on two documents when one of them was typed in twice. Numbers, document dates and texts are not in it. O(lines).
    /// </summary>
    public static string ContentKeyOf(DraftInvoice draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        Put(draft.Type.Value, draft.Currency.Code, draft.PurchaseOrder, Iso(draft.TaxPoint), Iso(draft.DeliveryDate),
            Iso(draft.Period?.Start), Iso(draft.Period?.End), $"{draft.Lines.Count}");
        foreach (var line in draft.Lines)
            Put(line.Description, line.Quantity.ToString(), line.Net.ToString(), line.Tax.Category.Value,
                line.Tax.Rate.ToString(), Iso(line.Period?.Start), Iso(line.Period?.End), line.InvoicedObject?.Value ?? "");
        foreach (var item in draft.AllowancesCharges) Put(item.Signed.ToString(), item.Reason);
        return ContentHash.OfUtf8(Encoding.UTF8.GetBytes(text.ToString())).Value;

        void Put(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts) text.Append(part.Length).Append(':').Append(part);
        }
    }

    private static string Iso(LocalDate? date) => date is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : "";

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
