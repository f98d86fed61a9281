using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How far an attempt to deliver a document is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryStatus>))]
public enum DeliveryStatus
{
    /// <summary>Handed to the channel; not out yet.</summary>
    Queued,

    /// <summary>Out; nothing is known of its arrival.</summary>
    Sent,

    /// <summary>The receiver's side confirmed it.</summary>
    Delivered,

    /// <summary>It did not go out, or was rejected.</summary>
    Failed,

    /// <summary>It went out and came back.</summary>
    Bounced,
}
