using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What a finding does to the order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Somebody should look; nothing waits for it.</summary>
    Warn,

    /// <summary>
    /// The order is not confirmed until it is waived; one that can't be waived keeps the order from being captured.
    /// </summary>
    Block,
}
