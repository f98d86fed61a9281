namespace OrderToCash.Invoicing;

/// <summary>A line (BG-25).</summary>
public sealed record DocumentLine
{
    /// <summary>Its identifier in the document (BT-126).</summary>
    public string? Id { get; init; }

    /// <summary>A note (BT-127).</summary>
    public string? Note { get; init; }

    /// <summary>The object invoiced by the line (BT-128).</summary>
    public DocumentId? ObjectId { get; init; }

    /// <summary>The quantity (BT-129).</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The unit of the quantity (UN/ECE Rec. 20 and 21) (BT-130).</summary>
    public string? Unit { get; init; }

    /// <summary>The amount without tax (BT-131).</summary>
    public DocumentAmount? Net { get; init; }

    /// <summary>The line of the buyer's order (BT-132).</summary>
    public string? OrderLineReference { get; init; }

    /// <summary>Where the buyer books it (BT-133).</summary>
    public string? BuyerAccountingReference { get; init; }

    /// <summary>The period invoiced by the line (BG-26).</summary>
    public DocumentPeriod? Period { get; init; }

    /// <summary>The allowances and charges of the line, in its order (BG-27, BG-28).</summary>
    public EquatableArray<DocumentAllowanceCharge> AllowancesCharges { get; init; }

    /// <summary>The price (BG-29).</summary>
    public DocumentPrice? Price { get; init; }

    /// <summary>The tax category (UNTDID 5305) (BT-151).</summary>
    public string? TaxCategory { get; init; }

    /// <summary>The tax rate in percent (BT-152).</summary>
    public decimal? TaxRate { get; init; }

    /// <summary>
    /// The tax that the category is of, where it is not VAT; empty when the file does not say. Null is VAT, the only tax EN 16931
    /// knows.
    /// </summary>
    public string? TaxScheme { get; init; }

    /// <summary>What is invoiced (BG-31).</summary>
    public DocumentItem? Item { get; init; }
}
