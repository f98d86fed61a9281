using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>In which order signatories sign.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SigningOrder>))]
public enum SigningOrder
{
    /// <summary>In any order.</summary>
    InParallel,

    /// <summary>One after the other, as listed.</summary>
    InSequence,
}
