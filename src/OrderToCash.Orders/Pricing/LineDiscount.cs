namespace OrderToCash.Orders;

/// <summary>
/// A discount given on one line by hand: a percentage of what the discounts before it left (10 + 5 + 2 percent are three of
/// them), or an amount.
/// </summary>
public sealed record LineDiscount
{
    /// <summary>0 to 100 percent; ignored when there is an amount.</summary>
    public Percentage Percent { get; init; }

    /// <summary>Zero or more, of the whole line, in the order's currency; null for a percentage.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why, in words (BT-139).</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
