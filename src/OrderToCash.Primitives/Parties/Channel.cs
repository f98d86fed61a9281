using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>How a message goes out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>Electronic mail.</summary>
    Email,

    /// <summary>A printed letter.</summary>
    Letter,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>A call by a person.</summary>
    Phone,

    /// <summary>The customer portal.</summary>
    Portal,

    /// <summary>An electronic invoicing network or EDI.</summary>
    Electronic,
}
