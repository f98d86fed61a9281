namespace OrderToCash.Orders;

/// <summary>How much of each product the lines of an order have together, per unit.</summary>
internal sealed class CumulatedQuantity
{
    private readonly Dictionary<(ProductId, UnitCode), decimal> sums = [];

    internal static CumulatedQuantity Of(EquatableArray<OrderLineTerms> lines)
    {
        var all = new CumulatedQuantity();
        foreach (var line in lines)
        {
            var key = (line.Product, line.Quantity.Unit);
            all.sums[key] = all.sums.GetValueOrDefault(key) + line.Quantity.Value;
        }
        return all;
    }

    internal Quantity Of(OrderLineTerms line) =>
        Quantity.Of(sums[(line.Product, line.Quantity.Unit)], line.Quantity.Unit);
}
