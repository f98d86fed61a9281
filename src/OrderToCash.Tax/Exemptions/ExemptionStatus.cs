using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>How far a certificate is. Whether it has expired is a question of the day, not a status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExemptionStatus>))]
public enum ExemptionStatus
{
    /// <summary>Came in, nobody looked at it yet.</summary>
    Received,

    /// <summary>Looked at and good.</summary>
    Accepted,

    /// <summary>Looked at and not good.</summary>
    Rejected,

    /// <summary>Taken back by the buyer or the state.</summary>
    Revoked,
}
