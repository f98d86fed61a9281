using OrderToCash.Invoicing;

namespace OrderToCash.Quickstart;

/// <summary>Turns cancellation documents into returns and credit notes on the invoices that sold the goods.</summary>
internal sealed class Cancellations(BillingDesk billing, Agenda agenda, OrderIntake intake, LegalEntity seller, Problems problems, RejectionLog log, string file)
{
    /// <summary>Credit notes that were posted.</summary>
    public int Posted { get; private set; }

    /// <summary>Plans a cancellation for the evening of the business day after it was written, when the goods of the day are invoiced.</summary>
    public void Plan(ImportedDocument document) =>
        agenda.Plan(seller.Calendar.Next(document.OrderedAt.Date).At(new(18, 0)), () => CreditAsync(document));

    private async Task CreditAsync(ImportedDocument document)
    {
        var customer = new CustomerId(document.CustomerKey ?? CustomerGenerator.CashKey(document.Country));
        var parts = new List<(InvoiceId Invoice, int Line, Quantity Quantity)>();
        foreach (var line in document.Lines)
        {
            var wanted = Quantity.Pieces(Math.Abs(line.Quantity));
            var taken = intake.Sold.Take(customer, new(line.Item), wanted);
            parts.AddRange(taken);
            var found = taken.Aggregate(Quantity.Pieces(0), (sum, t) => sum + t.Quantity);
            if (found < wanted)
                log.Refused(file, line.FileLine, InputErrors.NothingToCancel.At("quantity", ("document", document.Number), ("item", line.Item),
                    ("customer", customer), ("wanted", wanted), ("found", found)));
        }
        var number = 0;
        foreach (var invoice in parts.GroupBy(p => p.Invoice))
        {
            var lines = invoice.GroupBy(p => p.Line).OrderBy(g => g.Key)
                .Select(g => CreditRequest.Of(g.Key, g.Aggregate(Quantity.Pieces(0), (sum, p) => sum + p.Quantity))).ToEquatableArray();
            var id = $"{document.Number}/{++number}";
            var credited = await billing.CreditAsync(new()
            {
                Id = new($"credit-{id}"), By = Seller.Automation, Invoice = invoice.Key, CreditNote = new($"C-{id}"),
                DocumentDate = seller.Calendar.Next(document.OrderedAt.Date), Reason = CreditReason.Return,
                ReasonText = $"cancellation {document.Number}", Lines = lines, GoodsReturned = true,
            });
            if (problems.IsGood($"cancellation {document.Number}", credited, file, document.Lines[0].FileLine)) Posted++;
        }
    }
}
