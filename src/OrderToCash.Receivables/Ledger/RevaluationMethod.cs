using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What becomes of revaluations after the closing day.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevaluationMethod>))]
public enum RevaluationMethod
{
    /// <summary>The next day takes them back; results are measured from the booking rate.</summary>
    Reversing,

    /// <summary>They stay until settlement, whose result is measured from them.</summary>
    UntilSettled,
}
