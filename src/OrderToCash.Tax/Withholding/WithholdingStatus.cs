using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>How far the proof of a withheld tax is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WithholdingStatus>))]
public enum WithholdingStatus
{
    /// <summary>The customer withheld tax; no certificate yet.</summary>
    Expected,

    /// <summary>Certificates for a part came in.</summary>
    PartlyReceived,

    /// <summary>All that was withheld is proven.</summary>
    Received,

    /// <summary>Nobody waits any longer for what is missing: the customer owes it.</summary>
    GivenUp,
}
