using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What is known of the transport of goods between the two places.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransportStatus>))]
public enum TransportStatus
{
    /// <summary>The goods go from one place to the other: the order says so, evidence follows.</summary>
    Stated,

    /// <summary>The same, with the evidence on file (Implementing Regulation (EU) 282/2011 art. 45a).</summary>
    Proven,

    /// <summary>Handed over where they were, and nobody shows that they left.</summary>
    None,

    /// <summary>Nobody knows yet.</summary>
    Unknown,
}
