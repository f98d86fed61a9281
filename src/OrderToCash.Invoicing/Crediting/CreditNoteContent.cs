namespace OrderToCash.Invoicing;

/// <summary>
/// What a posted credit note consists of, as plain data: the stored form. Only <see cref="CreditNote.Restore"/> makes a
/// credit note of it.
/// </summary>
public sealed record CreditNoteContent
{
    /// <summary>The id.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>What it is (BT-3): 381, or 261 for a self-billed invoice.</summary>
    public DocumentType Type
    {
        get => field.IsNone ? DocumentType.CreditNote : field;
        init => field = value == DocumentType.CreditNote ? default : value;
    }

    /// <summary>The number (BT-1).</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The date on the document, and the day the tax is corrected.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The invoice it corrects.</summary>
    public required InvoiceId Original { get; init; }

    /// <summary>That invoice's number (BT-25).</summary>
    public required InvoiceNumber OriginalNumber { get; init; }

    /// <summary>That invoice's date (BT-26).</summary>
    public required LocalDate OriginalDate { get; init; }

    /// <summary>Whose books it is in.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who gets the credit.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The seller as on the invoice.</summary>
    public required Party Seller { get; init; }

    /// <summary>The buyer as on the invoice.</summary>
    public required Party Buyer { get; init; }

    /// <summary>Why.</summary>
    public required CreditReason Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The lines, ordered by the invoice's line.</summary>
    public required EquatableArray<CreditNoteLine> Lines { get; init; }

    /// <summary>What it takes back of the document's allowances and charges, ordered by position.</summary>
    public EquatableArray<CreditNoteAllowanceCharge> AllowancesCharges { get; init; }

    /// <summary>Its part of the rounding amount (BT-114), cumulative as well; null for none.</summary>
    public Money? RoundingAmount { get; init; }

    /// <summary>That part in the functional currency, cumulative as well; null for none.</summary>
    public Money? FunctionalRoundingAmount { get; init; }

    /// <summary>The tax taken back per category and rate; cumulative, so it may differ from base x rate by a unit.</summary>
    public required EquatableArray<TaxShare> Breakdown { get; init; }

    /// <summary>The invoice's policy.</summary>
    public required TaxComputation Computation { get; init; }

    /// <summary>The currency of the seller's books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The invoice's rate; null when both currencies are one.</summary>
    public ExchangeRate? BookingRate { get; init; }

    /// <summary>
    /// The breakdown in the functional currency, cumulative as well; a category this note does not touch may move by a unit.
    /// </summary>
    public required EquatableArray<TaxShare> FunctionalBreakdown { get; init; }

    /// <summary>The currency tax is accounted in (BT-6), that of the invoice; null for that of the document.</summary>
    public Currency? TaxCurrency { get; init; }

    /// <summary>The invoice's rate into the tax currency; null when there is none.</summary>
    public ExchangeRate? TaxRate { get; init; }

    /// <summary>The breakdown in the tax currency, cumulative as well; empty when it is that of the document.</summary>
    public EquatableArray<TaxShare> TaxCurrencyBreakdown { get; init; }

    /// <summary>The buyer's order number (BT-13), as on the invoice.</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>What the buyer routes it by (BT-10), as on the invoice.</summary>
    public string BuyerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The day of delivery (BT-72), as on the invoice.</summary>
    public LocalDate? DeliveryDate { get; init; }

    /// <summary>Where it was delivered to (BG-15), as on the invoice; null is the buyer's address.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>The period (BT-73, BT-74), as on the invoice.</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>The seller's tax representative (BG-11), as on the invoice.</summary>
    public Party? TaxRepresentative { get; init; }

    /// <summary>More about the seller, as on the invoice.</summary>
    public PartyDetails? SellerDetails { get; init; }

    /// <summary>More about the buyer, as on the invoice.</summary>
    public PartyDetails? BuyerDetails { get; init; }

    /// <summary>Fields of the host.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Who posted it.</summary>
    public required Actor PostedBy { get; init; }

    /// <summary>When it was posted.</summary>
    public required Instant PostedAt { get; init; }
}
