using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Whether the dates of a number series may go back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Chronology>))]
public enum Chronology
{
    /// <summary>A document is not older than the last one of its series (IT, FR, PT and others ask for it).</summary>
    Ascending,

    /// <summary>Dates may go back; numbers stay gapless.</summary>
    Free,
}
