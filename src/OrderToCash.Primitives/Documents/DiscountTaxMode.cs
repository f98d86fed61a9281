using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>What an early-payment discount does to the tax. The regimes differ by country.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiscountTaxMode>))]
public enum DiscountTaxMode
{
    /// <summary>The discount is on net and tax, and the tax is corrected when it is taken (DE, AT, UK, the rule in NL).</summary>
    Included,

    /// <summary>The discount is on the net alone; the tax stays (a simplification in NL).</summary>
    Excluded,

    /// <summary>The invoice's tax was computed on the discounted net already; the discount is on the net alone (BE).</summary>
    Mixed,
}
