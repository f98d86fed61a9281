using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>When a line of an invoice becomes revenue (IFRS 15.31 to 15.45).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevenueTiming>))]
public enum RevenueTiming
{
    /// <summary>At once: it was performed when it was billed.</summary>
    Immediate,

    /// <summary>At one later day: a delivery, a milestone.</summary>
    OnPerformance,

    /// <summary>Bit by bit over a period.</summary>
    OverPeriod,
}
