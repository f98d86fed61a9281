using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A prepayment invoice with the deposits that were received on it.</summary>
internal sealed record PrepaymentPart(Stored<InvoiceAccount> Account, IReadOnlyList<Stored<OpenItem>> Deposits)
{
    /// <summary>The invoice after decisions of the same commit; null when there are none yet.</summary>
    public DecisionChain<InvoiceAccount, InvoiceEvent>? Chain { get; init; }

    /// <summary>The invoice as it is now.</summary>
    public InvoiceAccount State => Chain?.State ?? Account.State;
}

/// <summary>Everything a document needs to be posted, but its number.</summary>
internal sealed record DocumentParts(LegalEntity Seller, CustomerProfile Buyer, DraftInvoice Draft, InvoiceNumber Given,
    ExchangeRate? Rate, ExchangeRate? TaxRate, PostingReport Report, BilledBefore Before,
        IReadOnlyList<PrepaymentPart> Prepayments,
    DecisionChain<CreditAccount, CreditEvent> Credit, LimitRates Rates, SeriesPlace Invoices, SeriesPlace CreditNotes,
    Actor By, Instant At)
{
    /// <summary>When its lines become revenue.</summary>
    public EquatableArray<RevenueTerm> Revenue { get; init; }

    /// <summary>The order whose exposure it takes over; none for all but bills of orders.</summary>
    public OrderId Order { get; init; }

    /// <summary>True when nothing of the order is left to ship or bill after it.</summary>
    public bool IsLast { get; init; }

    /// <summary>The series the commit has to lock.</summary>
    public IReadOnlyList<NumberSeries> Series =>
        Prepayments.Count == 0 ? [Invoices.Series] : [Invoices.Series, CreditNotes.Series];
}

/// <summary>A posted document with all that goes into its commit beside orders and other invoices.</summary>
internal sealed record PostedDocument(
    InvoiceAccount Account, IReadOnlyList<StreamChange> Changes, IReadOnlyList<JournalEntry> Entries,
    DecisionChain<CreditAccount, CreditEvent> Credit)
{
    /// <summary>The prepared command, with more changes.</summary>
    public Prepared<InvoiceAccount> Prepare(DocumentParts parts, IEnumerable<StreamChange> more) => new(Account,
        [.. Changes, .. more, .. Credit.Changes(Streams.Credit(parts.Seller.Id, parts.Draft.Customer))])
    {
        Entries = Entries, Amount = Account.Invoice.Totals.Payable,
    };
}
