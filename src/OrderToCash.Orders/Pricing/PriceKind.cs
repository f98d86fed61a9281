using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Where a price comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceKind>))]
public enum PriceKind
{
    /// <summary>The price list.</summary>
    List,

    /// <summary>A contract.</summary>
    Contract,

    /// <summary>A person, with a reason.</summary>
    Manual,
}
