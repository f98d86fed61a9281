using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How far a billing run is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingRunStatus>))]
public enum BillingRunStatus
{
    /// <summary>Planned, to be looked at.</summary>
    Proposed,

    /// <summary>Documents may be made.</summary>
    Approved,

    /// <summary>Not wanted.</summary>
    Rejected,

    /// <summary>Every document is billed or skipped.</summary>
    Completed,
}
