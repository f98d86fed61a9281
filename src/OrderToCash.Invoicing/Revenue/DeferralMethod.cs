using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How an amount is spread over a period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeferralMethod>))]
public enum DeferralMethod
{
    /// <summary>The same each day.</summary>
    Daily,

    /// <summary>The same each calendar month; a month of which only part is in the period counts by its days.</summary>
    Monthly,
}
