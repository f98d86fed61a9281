using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a price contains.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceMeaning>))]
public enum PriceMeaning
{
    /// <summary>The taxes whose definition says so (<see cref="TaxDefinition.PriceIncluded"/>).</summary>
    AsDefined,

    /// <summary>No tax, whatever the definitions say.</summary>
    Net,

    /// <summary>All taxes, whatever the definitions say.</summary>
    Gross,
}
