using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Whose local tax a sale inside a state bears.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourcingBasis>))]
public enum SourcingBasis
{
    /// <summary>That of the place the goods go to; always so between states.</summary>
    Destination,

    /// <summary>That of the seller's place.</summary>
    Origin,
}
