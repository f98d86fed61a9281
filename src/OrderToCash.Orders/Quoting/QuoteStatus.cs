using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Where a quote stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuoteStatus>))]
public enum QuoteStatus
{
    /// <summary>It waits for the customer.</summary>
    Offered,

    /// <summary>It became an order.</summary>
    Accepted,

    /// <summary>The customer does not want it.</summary>
    Declined,

    /// <summary>Its last day went by.</summary>
    Expired,
}
