using System.Globalization;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Translates posted documents into ledger facts: the two packages do not know each other.</summary>
internal static class InvoiceLedger
{
    // What is paid in steps of the smallest coin is neither revenue nor tax.
    private static AccountRole CashRounding { get; } = new("rounding.cash");

    // Money that came in outside of these books before the document: a till, a marketplace.
    private static AccountRole PrepaidElsewhere { get; } = new("clearing.prepaid");

    /// <summary>The id of an instalment's open item. Numbers of buyers are unique per buyer only.</summary>
    public static OpenItemId ItemOf(Invoice invoice, int instalment) => ItemOf(KeyOf(invoice), instalment);

    /// <summary>The id of a credit note's open item.</summary>
    public static OpenItemId ItemOf(CreditNote note) => ItemOf(KeyOf(note), 1);

    private static OpenItemId ItemOf(string key, int instalment) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{key}/{instalment}"));

    private static string KeyOf(Invoice invoice) =>
        invoice.Type.IsSelfBilled ? DerivedId.Of($"{invoice.Customer}:{invoice.Number}") : invoice.Number.Value;

    private static string KeyOf(CreditNote note) =>
        note.Type.IsSelfBilled ? DerivedId.Of($"{note.Content.Customer}:{note.Number}") : note.Number.Value;

    /// <summary>
    /// The facts of an invoice; null when nothing is to be posted. A prepayment invoice asks for money and is posted when it
    /// comes.
    /// </summary>
    /// <param name="invoice">The posted document.</param>
    /// <param name="deposits">What was received on the prepayments it deducts.</param>
    /// <param name="excess">Credit notes over what was received beyond the supply.</param>
    public static InvoiceFacts? Facts(
        Invoice invoice, IReadOnlyList<OpenItem> deposits, IReadOnlyList<CreditNote> excess)
    {
        if (invoice.Type == DocumentType.Prepayment) return null;
        var postings = deposits.Count == 0
            ? Postings(RevenueOf(invoice.Type), invoice.Totals, invoice.FunctionalTotals)
            : Postings(invoice, deposits, excess);
        return postings.IsEmpty ? null : new()
        {
            Entry = new($"J-{KeyOf(invoice)}"),
            LegalEntity = invoice.LegalEntity,
            Customer = invoice.Customer,
            DocumentNumber = invoice.Number.Value,
            Invoice = invoice.Id,
            DocumentDate = invoice.DocumentDate,
            PaymentReference = invoice.PaymentReference,
            Rate = invoice.BookingRate,
            Instalments = invoice.Instalments.Zip(invoice.FunctionalInstalments()).Where(i => !i.First.Amount.IsZero)
                .Select(i => new InstalmentItem
                {
                    Item = ItemOf(invoice, i.First.Number), Instalment = i.First, Functional = i.Second,
                }).ToEquatableArray(),
            DiscountTax = invoice.Content.Draft.DiscountTax,
            Postings = postings,
            Deposits = deposits.Select(d => d.Id).ToEquatableArray(),
        };
    }

    /// <summary>
    /// The facts of a credit note over what was received on a prepayment beyond the supply: deposit and tax go back.
    /// </summary>
    public static CreditNoteFacts ExcessFacts(CreditNote note) => Facts(note) with
    {
        Postings = Postings(AccountRole.CustomerDeposit, note.Totals, note.FunctionalTotals),
    };

    private static AccountRole RevenueOf(DocumentType type) =>
        type == DocumentType.FeeNote ? AccountRole.LateFees : AccountRole.Sales;

    // The whole supply, of which the ledger takes the deposits off with their tax: what is left is the document. What a credit
    // note gave back of the deposits comes back from where that note put it.
    private static EquatableArray<Posting> Postings(
        Invoice invoice, IReadOnlyList<OpenItem> deposits, IReadOnlyList<CreditNote> excess)
    {
        var (currency, home) = (invoice.Currency, invoice.FunctionalCurrency);
        var (net, tax) = (Money.Sum(deposits.Select(d => -d.Open), currency),
            Money.Sum(deposits.SelectMany(d => d.TaxShares).Select(s => s.Tax), currency));
        var bookedNet = Money.Sum(deposits.Select(d => invoice.InFunctional(-d.Open)), home);
        var bookedTax = Money.Sum(deposits.SelectMany(d => d.TaxShares).Select(s => invoice.InFunctional(s.Tax)), home);
        var back = Money.Sum(excess.Select(n => n.Totals.Net), currency);
        var bookedBack = Money.Sum(excess.Select(n => n.FunctionalTotals.Net), home);
        var (totals, functional) = (invoice.Totals, invoice.FunctionalTotals);
        var rest = Postings(RevenueOf(invoice.Type),
            totals with { LineNet = totals.LineNet - totals.Net, Tax = Money.Zero(currency) },
            functional with { LineNet = functional.LineNet - functional.Net, Tax = Money.Zero(home) });
        Posting[] postings =
        [
            new()
            {
                Account = RevenueOf(invoice.Type), Amount = totals.Net + net - back,
                Functional = functional.Net + bookedNet - bookedBack,
            },
            new() { Account = AccountRole.OutputTax, Amount = totals.Tax + tax, Functional = functional.Tax + bookedTax },
            new() { Account = AccountRole.CustomerDeposit, Amount = back, Functional = bookedBack },
        ];
        return postings.Where(p => !p.Amount.IsZero || p.Functional is { IsZero: false }).Concat(rest).ToEquatableArray();
    }

    /// <summary>The facts of a credit note.</summary>
    public static CreditNoteFacts Facts(CreditNote note) => new()
    {
        Entry = new($"J-{KeyOf(note)}"),
        Item = ItemOf(note),
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
            new Posting { Account = PrepaidElsewhere, Amount = -totals.Prepaid, Functional = -functional.Prepaid },
        };
        return postings.Where(p => !p.Amount.IsZero || p.Functional is { IsZero: false }).ToEquatableArray();
    }
}
