using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>Where a date goes that is no business day (ISDA 2006 definitions, section 4.12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BusinessDayRoll>))]
public enum BusinessDayRoll
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>To the next business day.</summary>
    Following,

    /// <summary>To the next business day, unless that is in another month: then to the one before.</summary>
    ModifiedFollowing,

    /// <summary>To the business day before.</summary>
    Preceding,

    /// <summary>To the business day before, unless that is in another month: then to the next one.</summary>
    ModifiedPreceding,
}
