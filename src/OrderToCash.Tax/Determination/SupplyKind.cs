using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What is supplied, as far as the place of supply asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupplyKind>))]
public enum SupplyKind
{
    /// <summary>Goods that are transported from one place to another.</summary>
    Goods,

    /// <summary>Services under the general rules (Directive 2006/112/EC art. 44 and 45).</summary>
    Services,

    /// <summary>Telecommunication, broadcasting and electronically supplied services (art. 58).</summary>
    DigitalServices,

    /// <summary>
    /// Services taxed where they are performed whoever buys: connected with land (art. 47), admission to events (art. 53, 54),
    /// restaurants (art. 55), short-term hire of vehicles (art. 56). Their <see cref="TaxQuestion.ShipTo"/> is that place.
    /// </summary>
    PlaceBoundServices,
}
