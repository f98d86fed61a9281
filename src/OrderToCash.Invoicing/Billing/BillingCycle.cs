using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>On which days documents are made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BillingCycle>))]
public enum BillingCycle
{
    /// <summary>On the day something can be billed.</summary>
    Daily,

    /// <summary>Once a week, on one day of it.</summary>
    Weekly,

    /// <summary>Once a month, on its n-th day, or its last where it is shorter.</summary>
    Monthly,

    /// <summary>On the last day of the month.</summary>
    EndOfMonth,
}
