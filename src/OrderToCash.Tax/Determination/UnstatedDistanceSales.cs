using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a seller wants for sales to consumers in other member states when a question does not state the figures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnstatedDistanceSales>))]
public enum UnstatedDistanceSales
{
    /// <summary>Refuse: <see cref="TaxErrors.FactMissing"/>.</summary>
    Refuse,

    /// <summary>The seller declares to be above the threshold, or to have opted, and to be in the Union's one-stop shop.</summary>
    Destination,

    /// <summary>The seller declares to be below the threshold.</summary>
    Origin,
}
