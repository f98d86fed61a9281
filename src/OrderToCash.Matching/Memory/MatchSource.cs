using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>Who said that a payer pays for a customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchSource>))]
public enum MatchSource
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>The payer himself, in a payment that named its items and paid them exactly.</summary>
    Automatic,
}
