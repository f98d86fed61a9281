namespace OrderToCash.Invoicing;

/// <summary>
/// An invoice in the making: data that may still change, without a number. <see cref="Post"/> turns it into an <see
/// cref="Invoice"/>.
/// </summary>
public sealed partial record DraftInvoice
{
    /// <summary>The id, kept by the posted invoice.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>What it is (BT-3); a commercial invoice unless said otherwise.</summary>
    public DocumentType Type
    {
        get => field.IsNone ? DocumentType.Invoice : field;
        init => field = value == DocumentType.Invoice ? default : value;
    }

    /// <summary>Who invoices, in the books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes, in the books.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The seller as printed (BG-4).</summary>
    public required Party Seller { get; init; }

    /// <summary>The buyer as printed (BG-7).</summary>
    public required Party Buyer { get; init; }

    /// <summary>The currency of all amounts (BT-5).</summary>
    public required Currency Currency { get; init; }

    /// <summary>The date on the document (BT-2).</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The day the tax falls due (BT-7).</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>The lines, in printing order.</summary>
    public EquatableArray<InvoiceLine> Lines { get; init; }

    /// <summary>What is taken off and put on the document (BG-20, BG-21), each with its tax.</summary>
    public EquatableArray<AllowanceCharge> AllowancesCharges { get; init; }

    /// <summary>
    /// True when lines state what they cost with tax; then the tax is taken out of the sum of a category and rate (of each line,
    /// where lines are rounded), and the nets are what is left. <see cref="SplitTaxIncluded"/> makes such a draft.
    /// </summary>
    public bool PricesIncludeTax { get; init; }

    /// <summary>
    /// Money received before without a tax invoice (BT-113); null for none. Prepayments that were invoiced are lines, see
    /// <see cref="Deduct"/>.
    /// </summary>
    public Money? Prepaid { get; init; }

    /// <summary>
    /// A rounding amount that is known already (part of BT-114), below one unit of the currency; null for none.
    /// </summary>
    public Money? RoundingAmount { get; init; }

    /// <summary>The steps in which is paid; null for none. The difference becomes part of the rounding amount (BT-114).</summary>
    public CashRounding? CashRounding { get; init; }

    /// <summary>What an early-payment discount does to the tax.</summary>
    public DiscountTaxMode DiscountTax { get; init; }

    /// <summary>The documents it corrects, bills more of, or follows (BG-3).</summary>
    public EquatableArray<CitedInvoice> Preceding { get; init; }

    /// <summary>Why it corrects or bills more; none for other types.</summary>
    public CreditReason Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>The period it is for (BT-73, BT-74).</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>The day of delivery or completion (BT-72); needed for intra-community supplies.</summary>
    public LocalDate? DeliveryDate { get; init; }

    /// <summary>Where it was delivered to (BG-15); null is the buyer's address.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>Who or what place it was delivered to (BT-70).</summary>
    public string ShipToName { get; init => field = value ?? ""; } = "";

    /// <summary>The place it was delivered to, as an id: a GLN is 0088 (BT-71).</summary>
    public DocumentId? ShipToLocation { get; init; }

    /// <summary>More about the seller (BT-28 to BT-34, BG-6).</summary>
    public PartyDetails? SellerDetails { get; init; }

    /// <summary>More about the buyer (BT-45 to BT-49, BG-9).</summary>
    public PartyDetails? BuyerDetails { get; init; }

    /// <summary>Who is paid (BG-10); null for the seller.</summary>
    public Payee? Payee { get; init; }

    /// <summary>The seller's tax representative (BG-11); null for none.</summary>
    public Party? TaxRepresentative { get; init; }

    /// <summary>The ways to pay (BG-16); what the payer quotes is the payment reference of the posted invoice.</summary>
    public EquatableArray<PaymentInstruction> PaymentInstructions { get; init; }

    /// <summary>What it refers to besides orders and preceding invoices; null for nothing.</summary>
    public DocumentReferences? References { get; init; }

    /// <summary>Where tax is rounded; by breakdown unless said otherwise.</summary>
    public TaxComputation Computation { get; init => field = value ?? TaxComputation.ByBreakdown; } = TaxComputation.ByBreakdown;

    /// <summary>The buyer's order number (BT-13).</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>What the buyer routes the invoice by (BT-10).</summary>
    public string BuyerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The payment terms in words (BT-20).</summary>
    public string TermsText { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The rule that says when the tax falls due, instead of its day on the document (BT-8): <c>3</c> by the document's date,
    /// <c>35</c> by the delivery, <c>432</c> by the payment; empty states the day (BT-7).
    /// </summary>
    public string TaxPointCode { get; init => field = value ?? ""; } = "";

    /// <summary>A remark for the reader (BT-22).</summary>
    public string Note { get; init => field = value ?? ""; } = "";

    /// <summary>More remarks, each with what it is about as a code of UNTDID 4451 (BT-21): <c>REG</c>, <c>AAI</c>.</summary>
    public EquatableArray<DocumentNote> Notes { get; init; }

    /// <summary>Fields of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The same with more lines at the end.</summary>
    public DraftInvoice With(params IEnumerable<InvoiceLine> lines) => this with { Lines = Lines.AddRange(lines) };

    /// <summary>The same with more taken off or put on.</summary>
    public DraftInvoice With(params IEnumerable<AllowanceCharge> items) =>
        this with { AllowancesCharges = AllowancesCharges.AddRange(items) };

    /// <summary>
    /// The tax per category and rate, by the draft's policy. A deducted prepayment takes off its own tax; prices that include tax
    /// give theirs.
    /// </summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency; <see cref="Check"/> finds it without
    /// throwing.</exception>
    public TaxBreakdown Breakdown() => DraftTax.Of(this);

    /// <summary>The totals it will have (BT-106 to BT-115): what payment terms are applied to.</summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency; <see cref="Check"/> finds it without
    /// throwing.</exception>
    public InvoiceTotals Totals() => InvoiceTotals.Of(this, Breakdown());

    // What is added so that what is due can be paid: the stated amount, then the way to the next step.
    internal Money RoundingOf(Money due)
    {
        var stated = RoundingAmount ?? Money.Zero(Currency);
        return CashRounding is null ? stated : CashRounding.Round(due + stated) - due;
    }
}
