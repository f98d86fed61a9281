using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Where a posted document is in its life. Drafts have none: validated is a draft without findings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceStatus>))]
public enum InvoiceStatus
{
    /// <summary>Numbered and immutable, not sent yet.</summary>
    Posted,

    /// <summary>It went out at least once.</summary>
    Sent,

    /// <summary>Credit notes took part of it back.</summary>
    PartlyCredited,

    /// <summary>Credit notes took all of it back.</summary>
    Credited,

    /// <summary>It was taken back, and a corrective invoice stands in its place.</summary>
    Replaced,
}
