using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// What else keeps items apart. Legal entity, customer, currency, terms and tax regime always do, and so does a treatment outside
/// the scope of tax (BR-O-11).
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingGrouping>))]
public enum BillingGrouping
{
    /// <summary>A document per order.</summary>
    Order,

    /// <summary>A document per order number of the buyer.</summary>
    PurchaseOrder,

    /// <summary>A document per place of delivery.</summary>
    ShipTo,

    /// <summary>A document per shipment.</summary>
    Shipment,

    /// <summary>A document per contract.</summary>
    Contract,

    /// <summary>A document per billing day: months that were missed are caught up one by one.</summary>
    Period,
}
