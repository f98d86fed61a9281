using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What is supplied, as far as the place of supply asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupplyKind>))]
public enum SupplyKind
{
    /// <summary>Goods that are transported from one place to another.</summary>
    Goods,

    /// <summary>Services under the general rules (Directive 2006/112/EC art. 44 and 45).</summary>
    Services,
}
