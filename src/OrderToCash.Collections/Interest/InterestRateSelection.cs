using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>Which reference rate a late payment bears.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterestRateSelection>))]
public enum InterestRateSelection
{
    /// <summary>That of each day (Germany, Netherlands).</summary>
    Floating,

    /// <summary>That of the first day of default, for all days (United Kingdom, SI 2002/1675 art. 4).</summary>
    FixedAtStart,

    /// <summary>
    /// That of the day of payment, for all days (Ireland); what is still open takes that of the last day charged.
    /// </summary>
    AtPayment,
}
