using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What dispute statistics are grouped by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeGrouping>))]
public enum DisputeGrouping
{
    /// <summary>The reason.</summary>
    Reason,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The product of the disputed lines; cases without lines are under the empty name.</summary>
    Product,
}
