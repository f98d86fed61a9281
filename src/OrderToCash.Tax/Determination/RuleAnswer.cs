using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a rule said to a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleAnswer>))]
public enum RuleAnswer
{
    /// <summary>It does not fit.</summary>
    Passed,

    /// <summary>It fits and decides.</summary>
    Matched,

    /// <summary>Nobody can say before a missing fact is stated.</summary>
    Unclear,
}
