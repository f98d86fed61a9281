using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What is asked of a payment gateway.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GatewayOperation>))]
public enum GatewayOperation
{
    /// <summary>Reserve the amount.</summary>
    Authorize,

    /// <summary>Take what is reserved, or a part of it.</summary>
    Capture,

    /// <summary>Give the reservation up.</summary>
    Void,

    /// <summary>Give back what was taken, or a part of it.</summary>
    Refund,
}
