using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>How a tax follows from its base.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxKind>))]
public enum TaxKind
{
    /// <summary>A percentage of the base: VAT, sales tax; below zero for a withholding.</summary>
    Percent,

    /// <summary>An amount for each unit of quantity: eco-contributions, excise. A price below zero takes it back.</summary>
    FixedPerQuantity,

    /// <summary>A percentage of the price with the tax in it: base x rate / (1 - rate). Brazil's ICMS is one.</summary>
    Division,

    /// <summary>Several taxes under one name; it has children and no amount of its own.</summary>
    Group,
}
