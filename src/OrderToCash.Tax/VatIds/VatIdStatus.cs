using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>How far the official check of a VAT id is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VatIdStatus>))]
public enum VatIdStatus
{
    /// <summary>Asked, not answered yet.</summary>
    Pending,

    /// <summary>Found valid.</summary>
    Verified,

    /// <summary>Found not valid.</summary>
    Rejected,

    /// <summary>The service gave no answer.</summary>
    Unavailable,
}
