using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a line of a claim is made of, as courts ask for it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InsolvencyComponent>))]
public enum InsolvencyComponent
{
    /// <summary>The debt itself: invoices, deductions, chargebacks.</summary>
    Principal,

    /// <summary>Interest up to the day before the opening.</summary>
    Interest,

    /// <summary>Fees and compensations for late payment.</summary>
    Cost,
}
