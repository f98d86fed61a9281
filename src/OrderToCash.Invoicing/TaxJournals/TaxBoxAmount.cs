using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Which amount of an entry a box adds up.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxBoxAmount>))]
public enum TaxBoxAmount
{
    /// <summary>The taxable amount.</summary>
    Base,

    /// <summary>The tax.</summary>
    Tax,
}
