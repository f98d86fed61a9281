namespace OrderToCash.Orders;

/// <summary>Refusals of the price look-up.</summary>
public static class PricingErrors
{
    /// <summary>No entry of the list holds.</summary>
    public static readonly ErrorCode NoPrice = new("pricing.no-price", ErrorKind.NotFound,
        "Price list {list} has no price of {product} in {currency} on {date}.", "Add a price, or give one by hand.");
}
