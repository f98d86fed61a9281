using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Which quantity reaches a quantity break.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuantityBasis>))]
public enum QuantityBasis
{
    /// <summary>The quantity of the line.</summary>
    PerLine,

    /// <summary>The sum over all lines of the order with the same product and unit.</summary>
    PerProduct,
}
