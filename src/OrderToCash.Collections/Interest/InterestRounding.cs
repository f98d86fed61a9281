using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>When interest is rounded, a half away from zero.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterestRounding>))]
public enum InterestRounding
{
    /// <summary>Once, the exact sum.</summary>
    AtEnd,

    /// <summary>The amount of one day, multiplied then: only to reproduce what others print.</summary>
    Daily,
}
