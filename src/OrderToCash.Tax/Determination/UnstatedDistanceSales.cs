using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a seller wants for sales to consumers in other member states when a question states no figures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnstatedDistanceSales>))]
public enum UnstatedDistanceSales
{
    /// <summary>Refuse: <see cref="TaxErrors.FactMissing"/>.</summary>
    Refuse,

    /// <summary>Above the threshold, or opted, and in the Union one-stop shop: so the seller declares.</summary>
    Destination,

    /// <summary>The seller declares to be below the threshold.</summary>
    Origin,
}
