using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What gives the right to bill.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingTrigger>))]
public enum BillingTrigger
{
    /// <summary>The order: everything ordered, and what was delivered beyond it, from the day of the order.</summary>
    Order,

    /// <summary>The delivery: what was delivered, from that day.</summary>
    Delivery,

    /// <summary>The milestone: everything, from the day it was reached.</summary>
    Milestone,

    /// <summary>The schedule: everything, at the beginning or at the end of the period.</summary>
    Schedule,
}
