using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>On what ground a contract is terminated.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TerminationKind>))]
public enum TerminationKind
{
    /// <summary>By notice, for the end of the term; for any day where there is no end.</summary>
    Ordinary,

    /// <summary>For cause: at once.</summary>
    ForCause,

    /// <summary>By agreement of both sides: for any day.</summary>
    ByConsent,
}
