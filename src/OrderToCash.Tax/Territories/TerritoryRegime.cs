using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What is different about a territory.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TerritoryRegime>))]
public enum TerritoryRegime
{
    /// <summary>Inside the VAT area, with rates of its own.</summary>
    OwnRates,

    /// <summary>Outside the Union's VAT area though it belongs to a member state (art. 6): what goes there is exported.</summary>
    OutsideVatArea,

    /// <summary>Treated as part of another country (art. 7, or a treaty).</summary>
    PartOfAnotherCountry,

    /// <summary>Part of the Union's VAT area for goods, not for services: Northern Ireland since 2021.</summary>
    InUnionForGoods,
}
