using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Whose tax a rule charges.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxedAt>))]
public enum TaxedAt
{
    /// <summary>That of the place where the supply begins.</summary>
    Origin,

    /// <summary>That of the place where the supply ends.</summary>
    Destination,
}
