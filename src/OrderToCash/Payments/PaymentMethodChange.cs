using System.Text.Json.Serialization;

namespace OrderToCash;

/// <summary>What becomes of a stored way to pay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethodChange>))]
public enum PaymentMethodChange
{
    /// <summary>Its token is forgotten.</summary>
    Remove,

    /// <summary>Nothing is taken from it automatically.</summary>
    Block,

    /// <summary>Money may be taken from it automatically again.</summary>
    Unblock,

    /// <summary>Money was taken from it.</summary>
    Worked,

    /// <summary>Taking money from it failed, or the money went back.</summary>
    Failed,
}
