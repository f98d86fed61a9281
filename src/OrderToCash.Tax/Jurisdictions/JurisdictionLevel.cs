using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The level of a jurisdiction that taxes sales in the United States.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JurisdictionLevel>))]
public enum JurisdictionLevel
{
    /// <summary>A state.</summary>
    State,

    /// <summary>A county or parish.</summary>
    County,

    /// <summary>A city or town.</summary>
    City,

    /// <summary>A special district: transit, stadium, fire.</summary>
    District,
}
