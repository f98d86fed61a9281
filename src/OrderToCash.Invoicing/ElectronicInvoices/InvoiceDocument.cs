namespace OrderToCash.Invoicing;

/// <summary>
/// An invoice or credit note as EN 16931 sees it: what stood in the file, or what will stand in it. Every term may be
/// absent (null, or an empty list), amounts keep their own scale and currency, codes are raw text, so that a document
/// that breaks the rules can be held, shown and explained. A document says nothing false about itself only after a
/// check; the books hold an <see cref="Invoice"/>.
/// </summary>
public sealed partial record InvoiceDocument
{
    /// <summary>
    /// True for a document in the credit-note form (UBL CreditNote; CII type codes of credit notes).
    /// </summary>
    public bool IsCreditNote { get; init; }

    /// <summary>The business process the document belongs to (BT-23).</summary>
    public string? ProfileId { get; init; }

    /// <summary>The rules the document claims to keep (BT-24).</summary>
    public string? SpecificationId { get; init; }

    /// <summary>The number (BT-1).</summary>
    public string? Number { get; init; }

    /// <summary>The date of issue (BT-2).</summary>
    public LocalDate? IssueDate { get; init; }

    /// <summary>The kind of document (UNTDID 1001) (BT-3).</summary>
    public string? TypeCode { get; init; }

    /// <summary>The currency of the amounts (ISO 4217) (BT-5).</summary>
    public string? Currency { get; init; }

    /// <summary>The currency tax is accounted for in, where it differs (BT-6).</summary>
    public string? TaxCurrency { get; init; }

    /// <summary>The day the tax falls due (BT-7).</summary>
    public LocalDate? TaxPointDate { get; init; }

    /// <summary>What decides that day (UNTDID 2005: 3, 35, 432) (BT-8).</summary>
    public string? TaxPointCode { get; init; }

    /// <summary>The day payment is due (BT-9).</summary>
    public LocalDate? DueDate { get; init; }

    /// <summary>What the buyer routes the document by (BT-10).</summary>
    public string? BuyerReference { get; init; }

    /// <summary>The project (BT-11).</summary>
    public string? ProjectReference { get; init; }

    /// <summary>The contract (BT-12).</summary>
    public string? ContractReference { get; init; }

    /// <summary>The buyer's order (BT-13).</summary>
    public string? PurchaseOrderReference { get; init; }

    /// <summary>The seller's order (BT-14).</summary>
    public string? SalesOrderReference { get; init; }

    /// <summary>The receiving advice (BT-15).</summary>
    public string? ReceivingAdviceReference { get; init; }

    /// <summary>The despatch advice (BT-16).</summary>
    public string? DespatchAdviceReference { get; init; }

    /// <summary>The call for tenders or the lot (BT-17).</summary>
    public string? TenderOrLotReference { get; init; }

    /// <summary>The object invoiced, such as a meter or a subscription (BT-18).</summary>
    public DocumentId? InvoicedObject { get; init; }

    /// <summary>Where the buyer books it (BT-19).</summary>
    public string? BuyerAccountingReference { get; init; }

    /// <summary>The payment terms in words (BT-20).</summary>
    public string? PaymentTerms { get; init; }

    /// <summary>The notes (BG-1).</summary>
    public EquatableArray<DocumentNote> Notes { get; init; }

    /// <summary>The documents it refers back to (BG-3).</summary>
    public EquatableArray<PrecedingInvoice> PrecedingInvoices { get; init; }

    /// <summary>The seller (BG-4).</summary>
    public DocumentParty? Seller { get; init; }

    /// <summary>The buyer (BG-7).</summary>
    public DocumentParty? Buyer { get; init; }

    /// <summary>Who is to be paid, where it is not the seller (BG-10).</summary>
    public DocumentParty? Payee { get; init; }

    /// <summary>The seller's tax representative (BG-11).</summary>
    public DocumentParty? TaxRepresentative { get; init; }

    /// <summary>Where and when it was delivered (BG-13).</summary>
    public DocumentDelivery? Delivery { get; init; }

    /// <summary>The period invoiced (BG-14).</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>How to pay. EN 16931 has one; UBL repeats it for several ways (BG-16).</summary>
    public EquatableArray<PaymentInstruction> PaymentInstructions { get; init; }

    /// <summary>The allowances and charges of the whole document, in its order (BG-20, BG-21).</summary>
    public EquatableArray<DocumentAllowanceCharge> AllowancesCharges { get; init; }

    /// <summary>The totals (BG-22).</summary>
    public DocumentTotals? Totals { get; init; }

    /// <summary>The tax per category and rate (BG-23).</summary>
    public EquatableArray<DocumentTaxSubtotal> TaxBreakdown { get; init; }

    /// <summary>The supporting documents (BG-24).</summary>
    public EquatableArray<SupportingDocument> Attachments { get; init; }

    /// <summary>The lines (BG-25).</summary>
    public EquatableArray<DocumentLine> Lines { get; init; }

    /// <summary>
    /// Terms that stood in the file, but could not be read as what they should be (a date, a number), by their paths
    /// (<c>issueDate</c>): the reader has said so, rules do not say that they are missing.
    /// </summary>
    public EquatableArray<string> Unreadable { get; init; }
}
