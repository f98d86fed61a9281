using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a rebate is counted by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebateMeasure>))]
public enum RebateMeasure
{
    /// <summary>Net turnover; tiers are percentages of it.</summary>
    Turnover,

    /// <summary>Quantity; tiers are amounts per unit.</summary>
    Volume,
}
