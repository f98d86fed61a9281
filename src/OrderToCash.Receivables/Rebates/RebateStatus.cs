using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where an agreement on rebates stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebateStatus>))]
public enum RebateStatus
{
    /// <summary>Documents are counted and accrued.</summary>
    Active,

    /// <summary>The rebate was credited.</summary>
    Settled,
}
