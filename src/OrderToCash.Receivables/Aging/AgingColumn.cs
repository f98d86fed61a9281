using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where an aging shows a movement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgingColumn>))]
public enum AgingColumn
{
    /// <summary>In the bucket of its age.</summary>
    Aged,

    /// <summary>In the bucket of its age, apart as disputed.</summary>
    Disputed,

    /// <summary>In the bucket of its age, apart as promised.</summary>
    Promised,

    /// <summary>With the credits that stand apart, whatever its age.</summary>
    Unapplied,
}
