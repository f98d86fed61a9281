namespace OrderToCash.Invoicing;

/// <summary>What the reader of a line is told of the item besides its name (EN 16931 BG-31).</summary>
public sealed record InvoicedItem
{
    /// <summary>A longer description (BT-154).</summary>
    public string Details { get; init => field = value ?? ""; } = "";

    /// <summary>The seller's id (BT-155); empty for the line's product.</summary>
    public string SellerId { get; init => field = value ?? ""; } = "";

    /// <summary>The buyer's id (BT-156).</summary>
    public string BuyerId { get; init => field = value ?? ""; } = "";

    /// <summary>A registered id, with its ISO 6523 scheme: a GTIN is 0160 (BT-157).</summary>
    public DocumentId? StandardId { get; init; }

    /// <summary>Classes it belongs to (BT-158).</summary>
    public EquatableArray<ItemClassification> Classifications { get; init; }

    /// <summary>Where it comes from (BT-159).</summary>
    public CountryCode Origin { get; init; }

    /// <summary>Properties (BG-32).</summary>
    public EquatableArray<ItemAttribute> Attributes { get; init; }
}
