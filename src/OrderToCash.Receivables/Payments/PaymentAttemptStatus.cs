using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where an attempt to take money stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentAttemptStatus>))]
public enum PaymentAttemptStatus
{
    /// <summary>Nothing was asked of the gateway yet.</summary>
    Created,

    /// <summary>The gateway was asked, or works on it.</summary>
    Pending,

    /// <summary>The gateway was asked and nobody knows the answer: it is enquired before anything else.</summary>
    Unknown,

    /// <summary>The amount is reserved.</summary>
    Authorized,

    /// <summary>Declined.</summary>
    Failed,

    /// <summary>Money was taken.</summary>
    Settled,

    /// <summary>The reservation was given up.</summary>
    Voided,

    /// <summary>A part of what was taken was given back.</summary>
    PartlyRefunded,

    /// <summary>All that was taken was given back.</summary>
    Refunded,
}
