namespace OrderToCash.Orders;

/// <summary>What pricing answers: the lines of an order or a quote with their amounts, and what it found.</summary>
public sealed record PricedOrder
{
    /// <summary>
    /// The wanted lines in their order, each followed by its gift if that is a line of its own; then the fees.
    /// </summary>
    public required EquatableArray<PricedLine> Lines { get; init; }

    /// <summary>Coupons that were not taken and fees that could not be measured, each with its code.</summary>
    public EquatableArray<OrderFinding> Findings { get; init; }

    /// <summary>Coupons that took something off.</summary>
    public EquatableArray<CouponUse> CouponUses { get; init; }
}
