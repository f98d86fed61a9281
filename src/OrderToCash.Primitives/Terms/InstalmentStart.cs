using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>Where the steps of an instalment start.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstalmentStart>))]
public enum InstalmentStart
{
    /// <summary>On the date of the document.</summary>
    InvoiceDate,

    /// <summary>On the due date of the instalment before (sequential instalments).</summary>
    PreviousInstalment,
}
