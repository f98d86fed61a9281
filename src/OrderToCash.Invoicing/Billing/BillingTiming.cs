using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>When a period is billed. It moves the day of the document, never the period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingTiming>))]
public enum BillingTiming
{
    /// <summary>Post-paid: on the last day of the period.</summary>
    Arrears,

    /// <summary>Pre-paid: on its first day, or so many days earlier.</summary>
    Advance,
}
