namespace OrderToCash.Orders;

/// <summary>
/// What a legal entity (or a customer) allows in the life of an order. Data: load it, version it, choose it per order.
/// </summary>
public sealed record OrderPolicy
{
    /// <summary>The policy's name and version, as it is quoted to auditors.</summary>
    public required string Name { get; init; }

    /// <summary>How line amounts come onto the grid of the currency; null is half away from zero.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>
    /// How much more than ordered may be shipped, of the ordered less the cancelled quantity, in total; 0 by default.
    /// </summary>
    public Percentage OverDelivery { get; init; }

    /// <summary>What may be invoiced.</summary>
    public BillingBasis BillingBasis { get; init; }

    /// <summary>Units that lines may use; empty allows those of <see cref="OrderRules.CommonUnits"/>.</summary>
    public EquatableArray<UnitCode> Units { get; init; }

    /// <summary>Discounts, gifts, coupons and fees; null is <see cref="PricingPolicy.Standard"/>.</summary>
    public PricingPolicy? Pricing { get; init; }

    /// <summary>
    /// Who may give away how much by hand, all versions; what goes beyond puts the order on a price hold. Empty for no limits.
    /// </summary>
    public EquatableArray<DiscountAuthority> DiscountAuthority { get; init; }

    /// <summary>No over-delivery, billing on delivery, commercial rounding, common units.</summary>
    public static OrderPolicy Standard { get; } = new() { Name = "standard" };

    internal Rounding LineRounding => Rounding ?? Primitives.Rounding.HalfAwayFromZero;
}
