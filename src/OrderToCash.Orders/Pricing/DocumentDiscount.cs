namespace OrderToCash.Orders;

/// <summary>
/// A discount on the whole order, taken from the sum of the line nets: the percentage first, then the amount, unless the
/// <see cref="PricingPolicy.Stack"/> says otherwise. It is split over the lines by largest remainder, so that the shares add
/// up to it exactly.
/// </summary>
public sealed record DocumentDiscount
{
    /// <summary>0 to 100 percent of the sum of the line nets.</summary>
    public Percentage Percent { get; init; }

    /// <summary>A fixed amount on top, zero or more, in the order's currency; null for none.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why, in words (BT-97).</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
