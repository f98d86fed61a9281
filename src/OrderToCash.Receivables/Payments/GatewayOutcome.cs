using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a gateway answers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GatewayOutcome>))]
public enum GatewayOutcome
{
    /// <summary>Nobody knows: no answer in time, a broken connection, an answer that can't be read.</summary>
    Unknown,

    /// <summary>It works on it; the answer comes later.</summary>
    Pending,

    /// <summary>Done.</summary>
    Approved,

    /// <summary>Refused, with a code.</summary>
    Declined,

    /// <summary>Of an enquiry: it never heard of the operation, so that it did not happen.</summary>
    NotFound,
}
