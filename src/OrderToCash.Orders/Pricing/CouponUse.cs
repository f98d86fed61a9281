namespace OrderToCash.Orders;

/// <summary>A coupon that was used.</summary>
public sealed record CouponUse
{
    /// <summary>The coupon.</summary>
    public required CouponCode Coupon { get; init; }

    /// <summary>Who used it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>On which order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>What it took off.</summary>
    public required Money Off { get; init; }
}
