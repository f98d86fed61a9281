using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Where the difference of a cash rounding is shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CashRoundingStrategy>))]
public enum CashRoundingStrategy
{
    /// <summary>As an amount of its own beside net and tax (EN 16931 BT-114).</summary>
    SeparateAmount,

    /// <summary>In the largest tax group; without taxes the total stays as it is.</summary>
    LargestTax,
}
