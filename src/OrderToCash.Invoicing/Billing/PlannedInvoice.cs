namespace OrderToCash.Invoicing;

/// <summary>A document of a billing plan: what shares it, and its lines in printing order.</summary>
public sealed record PlannedInvoice
{
    /// <summary>Its name within plans: made of the keys of its lines, the same for the same content.</summary>
    public required ContentHash Key { get; init; }

    /// <summary>Who bills.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who is billed.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency of the document.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The payment terms of all items.</summary>
    public PaymentTermsId Terms { get; init; }

    /// <summary>The tax regime of all items.</summary>
    public string TaxRegime { get; init => field = value ?? ""; } = "";

    /// <summary>The buyer's order number when all items have the same; else empty.</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>The place of delivery when all items have the same; else null.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>The lines, ordered by order, order line, day and item.</summary>
    public required EquatableArray<PlannedLine> Lines { get; init; }

    /// <summary>The sum of the line nets.</summary>
    public required Money Net { get; init; }

    /// <summary>
    /// The draft of this document. Delivery date is the latest of the lines; it is the tax point too, or the document's date
    /// where nothing was delivered yet.
    /// </summary>
    /// <param name="id">The id of the invoice.</param>
    /// <param name="seller">The seller as printed.</param>
    /// <param name="buyer">The buyer as printed.</param>
    /// <param name="documentDate">The date on the document.</param>
    public DraftInvoice Draft(InvoiceId id, Party seller, Party buyer, LocalDate documentDate)
    {
        LocalDate? delivered = null;
        foreach (var line in Lines)
            if (line.PerformedOn is { } day && (delivered is null || day > delivered)) delivered = day;
        return new()
        {
            Id = id,
            LegalEntity = LegalEntity,
            Customer = Customer,
            Seller = seller,
            Buyer = buyer,
            Currency = Currency,
            DocumentDate = documentDate,
            TaxPoint = delivered ?? documentDate,
            DeliveryDate = delivered,
            ShipTo = ShipTo,
            PurchaseOrder = PurchaseOrder,
            Lines = Lines.Select(l => l.Line).ToEquatableArray(),
        };
    }
}
