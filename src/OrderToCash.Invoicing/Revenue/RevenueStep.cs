using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What a proposal of revenue does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevenueStep>))]
public enum RevenueStep
{
    /// <summary>The invoice credits revenue: it was performed.</summary>
    Earned,

    /// <summary>The invoice credits the contract liability: it is still to be performed.</summary>
    Deferred,

    /// <summary>The contract liability becomes revenue.</summary>
    Released,

    /// <summary>Performed and not billed at the end of a period: a contract asset against revenue.</summary>
    Accrued,

    /// <summary>The accrual is taken back on the first day of the next period.</summary>
    AccrualReversed,
}
