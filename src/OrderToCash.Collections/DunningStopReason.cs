using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>Why somebody is not to be reminded although they are late.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DunningStopReason>))]
public enum DunningStopReason
{
    /// <summary>The customer disputes it, or a part of it.</summary>
    Disputed,

    /// <summary>A person paused it.</summary>
    Paused,

    /// <summary>The invoice did not reach the customer, or the goods did not.</summary>
    NotDelivered,

    /// <summary>The customer promised to pay by a day.</summary>
    Promised,

    /// <summary>Insolvency proceedings are open.</summary>
    Insolvent,

    /// <summary>A factor has it and collects it.</summary>
    Factored,
}
