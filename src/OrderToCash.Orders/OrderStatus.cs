using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Where an order stands; always derived from its facts and its line ledger, never set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    /// <summary>Taken in, not yet promised.</summary>
    Captured,

    /// <summary>Promised, nothing shipped.</summary>
    Confirmed,

    /// <summary>Something shipped, something still to ship.</summary>
    PartlyShipped,

    /// <summary>Nothing left to ship, something still to invoice.</summary>
    Shipped,

    /// <summary>Nothing left to ship or to invoice.</summary>
    Invoiced,

    /// <summary>Everything was cancelled before anything shipped.</summary>
    Cancelled,

    /// <summary>Over: delivered, invoiced and paid, or closed short with a reason.</summary>
    Closed,
}
