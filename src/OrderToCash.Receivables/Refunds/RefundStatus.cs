using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where a refund stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundStatus>))]
public enum RefundStatus
{
    /// <summary>Somebody asked for it; approvals are missing.</summary>
    Requested,

    /// <summary>All approvals are there.</summary>
    Approved,

    /// <summary>Somebody who had to approve it did not.</summary>
    Declined,

    /// <summary>The money is on its way; the credit is used.</summary>
    Ordered,

    /// <summary>The money arrived.</summary>
    Paid,

    /// <summary>The money could not be sent, or came back: the credit is open again.</summary>
    Failed,

    /// <summary>Given up before any money moved.</summary>
    Cancelled,
}
