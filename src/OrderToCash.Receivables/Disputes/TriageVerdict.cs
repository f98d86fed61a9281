using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What the facts say about a claim.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageVerdict>))]
public enum TriageVerdict
{
    /// <summary>They don't decide it: a person has to look.</summary>
    Undecided,

    /// <summary>The customer is right about all of it.</summary>
    Valid,

    /// <summary>The customer is right about a part.</summary>
    PartlyValid,

    /// <summary>The customer is wrong.</summary>
    Invalid,
}
