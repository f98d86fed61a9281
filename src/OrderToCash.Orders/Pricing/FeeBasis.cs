using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What a fee is measured by. Goods are all lines but fees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeeBasis>))]
public enum FeeBasis
{
    /// <summary>The value of the goods before any discount.</summary>
    GoodsBeforeDiscounts,

    /// <summary>The value of the goods after the discounts of the lines.</summary>
    GoodsAfterLineDiscounts,

    /// <summary>The value of the goods after all discounts.</summary>
    GoodsAfterAllDiscounts,

    /// <summary>The weight of the goods in kilograms.</summary>
    Weight,
}
