using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// What takes something off a price. Those of the line come before those of the order; within that the policy says the order
/// (<see cref="PricingPolicy.Stack"/>). Free goods come first, always.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiscountKind>))]
public enum DiscountKind
{
    /// <summary>Goods given free by a rule.</summary>
    FreeGoods,

    /// <summary>A scheme of the seller: so much off for that product, quantity, customer.</summary>
    Scheme,

    /// <summary>A percentage on the line, by hand.</summary>
    LinePercent,

    /// <summary>An amount on the line, by hand.</summary>
    LineAmount,

    /// <summary>A percentage on the order, by hand.</summary>
    DocumentPercent,

    /// <summary>An amount on the order, by hand.</summary>
    DocumentAmount,

    /// <summary>A coupon of the customer.</summary>
    Coupon,
}
