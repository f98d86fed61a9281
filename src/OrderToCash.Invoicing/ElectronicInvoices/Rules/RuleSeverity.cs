using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How much a broken rule weighs; ordered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleSeverity>))]
public enum RuleSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Wrong, but nobody refuses the document for it.</summary>
    Warning,

    /// <summary>A receiver refuses the document.</summary>
    Fatal,
}
