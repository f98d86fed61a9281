namespace OrderToCash.Orders;

/// <summary>What pricing must know beside the order and the policy. More facts may come with time.</summary>
public readonly record struct PricingFacts
{
    /// <summary>The customer's price group; null or empty for none.</summary>
    public string? Group { get; init; }

    /// <summary>Uses of the order's coupons that are known; those of other customers and of this order don't matter.</summary>
    public EquatableArray<CouponUse> CouponUses { get; init; }

    /// <summary>The roles of who gives the discounts, for <see cref="DiscountAuthority"/>.</summary>
    public EquatableArray<string> Roles { get; init; }
}
