namespace OrderToCash.Invoicing;

/// <summary>The price of an item (BG-29).</summary>
public sealed record DocumentPrice
{
    /// <summary>The price without tax, after the discount (BT-146).</summary>
    public DocumentAmount? Net { get; init; }

    /// <summary>What was taken off the gross price (BT-147).</summary>
    public DocumentAmount? Discount { get; init; }

    /// <summary>The price before the discount (BT-148).</summary>
    public DocumentAmount? Gross { get; init; }

    /// <summary>How many units the price is for; absent means one (BT-149).</summary>
    public decimal? BaseQuantity { get; init; }

    /// <summary>The unit of that quantity (BT-150).</summary>
    public string? BaseQuantityUnit { get; init; }
}
