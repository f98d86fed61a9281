using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>What a notice period is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeUnit>))]
public enum NoticeUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Calendar months; the last day of a month stands in for missing days.</summary>
    Months,

    /// <summary>Calendar years.</summary>
    Years,
}
