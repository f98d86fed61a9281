using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How long the periods are that a tax office asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxPeriodLength>))]
public enum TaxPeriodLength
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,
}
