namespace OrderToCash.Invoicing;

/// <summary>What a line invoices (BG-31).</summary>
public sealed record DocumentItem
{
    /// <summary>The name (BT-153).</summary>
    public string? Name { get; init; }

    /// <summary>A description (BT-154).</summary>
    public string? Description { get; init; }

    /// <summary>The seller's article number (BT-155).</summary>
    public string? SellerId { get; init; }

    /// <summary>The buyer's article number (BT-156).</summary>
    public string? BuyerId { get; init; }

    /// <summary>The registered article number, such as a GTIN (BT-157).</summary>
    public DocumentId? StandardId { get; init; }

    /// <summary>Its classes (BT-158).</summary>
    public EquatableArray<ItemClassification> Classifications { get; init; }

    /// <summary>Where it was made (ISO 3166-1 alpha-2) (BT-159).</summary>
    public string? OriginCountry { get; init; }

    /// <summary>Its properties (BG-32).</summary>
    public EquatableArray<ItemAttribute> Attributes { get; init; }
}
