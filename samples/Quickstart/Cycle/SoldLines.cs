using OrderToCash.Invoicing;

namespace OrderToCash.Quickstart;

/// <summary>
/// What was invoiced and not yet credited, by customer and item: a cancellation names no invoice, so it takes back the latest sales of the
/// same item at the same price. Prices are compared before conversion, which differs from day to day, so the price stands with the line.
/// </summary>
internal sealed class SoldLines
{
    private readonly Dictionary<(CustomerId, ProductId), List<SoldLine>> sold = [];

    /// <summary>Remembers the lines of an invoice.</summary>
    public void Add(Invoice invoice)
    {
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            var line = invoice.Lines[i];
            var key = (invoice.Customer, line.Product);
            if (!sold.TryGetValue(key, out var lines)) sold[key] = lines = [];
            lines.Add(new() { Invoice = invoice.Id, Line = i + 1, Left = line.Quantity });
        }
    }

    /// <summary>Takes back so much, the latest sale first; the answer lacks what was never sold.</summary>
    public IReadOnlyList<(InvoiceId Invoice, int Line, Quantity Quantity)> Take(CustomerId customer, ProductId product, Quantity quantity)
    {
        var taken = new List<(InvoiceId, int, Quantity)>();
        if (!sold.TryGetValue((customer, product), out var lines)) return taken;
        for (var i = lines.Count - 1; i >= 0 && quantity.IsPositive; i--)
        {
            var part = Quantity.Min(quantity, lines[i].Left);
            if (!part.IsPositive) continue;
            lines[i].Left -= part;
            quantity -= part;
            taken.Add((lines[i].Invoice, lines[i].Line, part));
        }
        return taken;
    }

    private sealed class SoldLine
    {
        public required InvoiceId Invoice { get; init; }

        public required int Line { get; init; }

        public required Quantity Left { get; set; }
    }
}
