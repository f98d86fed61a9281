using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What is known of the arrival of a document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptStatus>))]
public enum ReceiptStatus
{
    /// <summary>It never went out.</summary>
    NotSent,

    /// <summary>Everything that went out failed or came back.</summary>
    Undelivered,

    /// <summary>It went out and does not count as received yet.</summary>
    OnItsWay,

    /// <summary>It went out, nothing came back, and the days of its channel are over.</summary>
    Presumed,

    /// <summary>The receiver confirmed it.</summary>
    Proven,
}
