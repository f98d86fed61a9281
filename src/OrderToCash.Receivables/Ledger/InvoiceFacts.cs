namespace OrderToCash.Receivables;

/// <summary>A posted invoice as the ledger needs it.</summary>
public sealed record InvoiceFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Who invoices.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The invoice's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The invoice's id, kept by its open items; none when the host has none.</summary>
    public InvoiceId Invoice { get; init; }

    /// <summary>The invoice's date, which is the business date of the entry.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The structured reference the customer is asked to pay with; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The instalments, each with the id of its open item; they add up to the postings. Empty only where deposits or a posting
    /// below zero (money received elsewhere) cover all.
    /// </summary>
    public required EquatableArray<InstalmentItem> Instalments { get; init; }

    /// <summary>Revenue and taxes.</summary>
    public required EquatableArray<Posting> Postings { get; init; }

    /// <summary>The booking rate; null when the invoice is in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>What becomes of the tax when a discount is taken.</summary>
    public DiscountTaxMode DiscountTax { get; init; }

    /// <summary>The role the items are posted to; none for <c>receivable.trade</c>.</summary>
    public AccountRole Role { get; init; }

    /// <summary>What the items are; null for instalments of an invoice.</summary>
    public OpenItemKind? Kind { get; init; }

    /// <summary>The label of the entry; empty for <c>InvoiceIssued</c>.</summary>
    public string Event { get; init => field = value ?? ""; } = "";

    /// <summary>Parts of the revenue that are none yet: new credit items.</summary>
    public EquatableArray<DeferredPart> Deferred { get; init; }

    /// <summary>
    /// Items recognised as revenue before, which this invoice clears; their amounts are in the postings as revenue.
    /// </summary>
    public EquatableArray<OpenItemId> ContractAssets { get; init; }

    /// <summary>
    /// Deposits received and taxed before, which the instalments are less of: what is open on them goes off, with its tax. The
    /// postings are the whole invoice.
    /// </summary>
    public EquatableArray<OpenItemId> Deposits { get; init; }

    /// <summary>The role of each tax share of an instalment, in order; empty when all are <c>tax.output</c>.</summary>
    public EquatableArray<AccountRole> TaxRoles { get; init; }

    /// <summary>True where the tax falls due with the payment, not with the invoice.</summary>
    public bool IsTaxOnCash { get; init; }

    /// <summary>True where the amounts are less the discount on offer already.</summary>
    public bool IsRecordedNet { get; init; }
}
