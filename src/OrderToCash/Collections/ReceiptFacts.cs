using OrderToCash.Collections;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// What dunning must know of the arrival of invoices: nobody pays what he has not received. Items that came with no invoice of
/// these books - opening balances - are not held back.
/// </summary>
internal static class ReceiptFacts
{
    /// <summary>The stop of an item whose invoice did not arrive; null when it counts as received.</summary>
    public static DunningStop? StopOf(OpenItem item, InvoiceReceipt? receipt) =>
        receipt is not { BlocksDunning: true } ? null : new()
        {
            Customer = item.Customer, Item = item.Id, Reason = DunningStopReason.NotDelivered, Note = receipt.Because,
            Until = receipt.ReceivedOn is { } day && day > receipt.On ? day.PlusDays(-1) : null,
        };

    /// <summary>The item as dunning sees it: due later by the days its invoice was on its way, where policy says so.</summary>
    public static OpenItem Due(OpenItem item, InvoiceReceipt? receipt, SendingPolicy policy)
    {
        if (!policy.IsDueFromReceipt || receipt?.ReceivedOn is not { } received || received <= item.DocumentDate) return item;
        return item with { DueDate = item.DueDate.PlusDays(Period.DaysBetween(item.DocumentDate, received)) };
    }

    /// <summary>What is known of the invoice of an item; null when there is nothing to know.</summary>
    public static InvoiceReceipt? Of(OpenItem item, InvoiceSending? sending, LegalEntity seller, LocalDate on)
    {
        if (item.Invoice.IsNone || !item.IsDebit) return null;
        if (sending is not null) return sending.ReceiptOn(seller.Sending, on, seller.Zone);
        return seller.Sending.DunsUnsent
            ? null
            : new() { Invoice = item.Invoice, On = on, Status = ReceiptStatus.NotSent, Because = "not sent" };
    }
}
