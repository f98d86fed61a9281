using System.Globalization;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Translates posted documents into ledger facts: the two packages do not know each other.</summary>
internal static class InvoiceLedger
{
    // What is paid in steps of the smallest coin is neither revenue nor tax.
    private static AccountRole CashRounding { get; } = new("rounding.cash");

    /// <summary>The id of an instalment's open item.</summary>
    public static OpenItemId ItemOf(InvoiceNumber number, int instalment) => new(string.Create(
        CultureInfo.InvariantCulture, $"{number}/{instalment}"));

    /// <summary>The facts of an invoice; null when it asks for nothing.</summary>
    public static InvoiceFacts? Facts(Invoice invoice) => invoice.Totals.Payable.IsZero ? null : new()
    {
        Entry = new($"J-{invoice.Number}"),
        LegalEntity = invoice.LegalEntity,
        Customer = invoice.Customer,
        DocumentNumber = invoice.Number.Value,
        DocumentDate = invoice.DocumentDate,
        PaymentReference = invoice.PaymentReference,
        Rate = invoice.BookingRate,
        Instalments = invoice.Instalments.Zip(invoice.FunctionalInstalments()).Where(i => !i.First.Amount.IsZero)
            .Select(i => new InstalmentItem
            {
                Item = ItemOf(invoice.Number, i.First.Number), Instalment = i.First, Functional = i.Second,
            }).ToEquatableArray(),
        DiscountTax = invoice.Content.Draft.DiscountTax,
        Postings = Postings(AccountRole.Sales, invoice.Totals, invoice.FunctionalTotals),
    };

    /// <summary>The facts of a credit note.</summary>
    public static CreditNoteFacts Facts(CreditNote note) => new()
    {
        Entry = new($"J-{note.Content.Number}"),
        Item = ItemOf(note.Content.Number, 1),
        LegalEntity = note.Content.LegalEntity,
        Customer = note.Content.Customer,
        DocumentNumber = note.Content.Number.Value,
        DocumentDate = note.Content.DocumentDate,
        Postings = Postings(AccountRole.SalesReturns, note.Totals, note.FunctionalTotals),
        TaxShares = note.Content.Breakdown,
        Rate = note.Content.BookingRate,
    };

    // What the document froze is booked, in both currencies.
    private static EquatableArray<Posting> Postings(AccountRole revenue, InvoiceTotals totals, InvoiceTotals functional)
    {
        var postings = new[]
        {
            new Posting { Account = revenue, Amount = totals.Net, Functional = functional.Net },
            new Posting { Account = AccountRole.OutputTax, Amount = totals.Tax, Functional = functional.Tax },
            new Posting
            {
                Account = CashRounding, Amount = totals.RoundingAmount, Functional = functional.RoundingAmount,
            },
        };
        return postings.Where(p => !p.Amount.IsZero || p.Functional is { IsZero: false }).ToEquatableArray();
    }
}
