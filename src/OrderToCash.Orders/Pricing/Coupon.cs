namespace OrderToCash.Orders;

/// <summary>What a coupon gives, to whom and when. Its use is a fact of the order: <see cref="CouponUsed"/>.</summary>
public sealed record Coupon
{
    /// <summary>The code, unique in the policy.</summary>
    public required CouponCode Code { get; init; }

    /// <summary>0 to 100 percent of what the goods cost then; zero when it is an amount.</summary>
    public Percentage Percent { get; init; }

    /// <summary>An amount, for orders in its currency; null for a percentage.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// What the goods must cost at least before the coupon, in its currency, itself included; null for nothing. Net prices, fees
    /// and gifts don't count.
    /// </summary>
    public Money? MinimumValue { get; init; }

    /// <summary>The first order date it is taken; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last order date it is taken; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>Only of this customer; <c>default</c> of anybody.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>True when a customer may use it on one order only.</summary>
    public bool IsOncePerCustomer { get; init; }

    /// <summary>True when other coupons that are combinable too may stand on the same order.</summary>
    public bool IsCombinable { get; init; }
}
