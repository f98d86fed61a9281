namespace OrderToCash.Receivables;

/// <summary>
/// An invoice as a bookkeeper states it: a net, its taxes, a discount on offer, instalments by percentages. For hosts that don't
/// make their invoices with package Invoicing; <see cref="ToFacts"/> works out what the ledger posts.
/// </summary>
public sealed record InvoiceDraft
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the open item; instalments get it with their number: <c>INV-1/2</c>.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Who invoices.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The invoice's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The invoice's date, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day to pay; null for the invoice's date.</summary>
    public LocalDate? DueDate { get; init; }

    /// <summary>The amount without tax, in the document currency.</summary>
    public required Money Net { get; init; }

    /// <summary>Its taxes, each on the whole net.</summary>
    public EquatableArray<DraftTax> Taxes { get; init; }

    /// <summary>The early-payment discount on offer; null for none.</summary>
    public DraftDiscount? Discount { get; init; }

    /// <summary>
    /// Instalments in percent of the total, each rounded, the last one takes the remainder; empty for one item.
    /// </summary>
    public EquatableArray<Percentage> Instalments { get; init; }

    /// <summary>Parts of the net that are not revenue yet.</summary>
    public EquatableArray<DeferredPart> Deferred { get; init; }

    /// <summary>Items recognised as revenue before, which it clears.</summary>
    public EquatableArray<OpenItemId> ContractAssets { get; init; }

    /// <summary>Deposits that it takes off what is owed, with their tax.</summary>
    public EquatableArray<OpenItemId> Deposits { get; init; }

    /// <summary>The booking rate; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>True where the tax falls due with the payment.</summary>
    public bool IsTaxOnCash { get; init; }

    /// <summary>
    /// What the ledger posts. In the mode <see cref="DiscountTaxMode.Mixed"/> the taxes are on the discounted net; where the
    /// policy
    /// records invoices net, postings and items are less the discount.
    /// </summary>
    /// <param name="deposits">The items of <see cref="Deposits"/>.</param>
    /// <param name="method">How an invoice with a discount is recorded.</param>
    public InvoiceFacts ToFacts(EquatableArray<OpenItem> deposits = default, DiscountMethod method = DiscountMethod.Gross) =>
        new DraftWork(this, deposits, method).ToFacts();
}
