using OrderToCash.Orders;

namespace OrderToCash;

/// <summary>
/// The orders that came with one external reference of one customer: how a second copy of an order is recognised.
/// </summary>
public sealed record OrderReferences
{
    /// <summary>The orders, oldest first.</summary>
    public EquatableArray<KnownOrder> Orders { get; init; }

    /// <summary>The references after one more order.</summary>
    public OrderReferences Apply(OrderReferenceUsed used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return this with { Orders = Orders.Add(used.Order) };
    }
}

/// <summary>An order came with this reference.</summary>
public sealed record OrderReferenceUsed
{
    /// <summary>The order.</summary>
    public required KnownOrder Order { get; init; }
}
