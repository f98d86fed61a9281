using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Up to which quantity a line may be invoiced.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingBasis>))]
public enum BillingBasis
{
    /// <summary>Invoiced less credited never rises above delivered less returned.</summary>
    OnDelivery,

    /// <summary>
    /// Invoiced less credited never rises above ordered less cancelled, or delivered less returned where that is more.
    /// </summary>
    OnOrder,
}
