using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>From which date age counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgingBasis>))]
public enum AgingBasis
{
    /// <summary>The last day to pay.</summary>
    DueDate,

    /// <summary>The date on the document.</summary>
    DocumentDate,
}
