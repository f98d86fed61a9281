using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What moved quantities of an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuantityMovementKind>))]
public enum QuantityMovementKind
{
    /// <summary>They left the house.</summary>
    Delivered,

    /// <summary>They came back.</summary>
    Returned,

    /// <summary>They were invoiced.</summary>
    Billed,

    /// <summary>A credit note took them off what was invoiced.</summary>
    Credited,
}
