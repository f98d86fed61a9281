using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>How free goods come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FreeGoodsForm>))]
public enum FreeGoodsForm
{
    /// <summary>Some of the ordered goods are free: 10 ordered, 10 come, 9 are paid.</summary>
    Inclusive,

    /// <summary>More come on the same line than ordered: 10 ordered, 11 come, 10 are paid.</summary>
    ExclusiveBonus,

    /// <summary>More come on a line of their own that costs nothing: 10 ordered, 10 and 1 come, 10 are paid.</summary>
    ExclusiveLine,
}
