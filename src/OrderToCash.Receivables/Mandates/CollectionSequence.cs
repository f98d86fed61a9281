using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Which collection of a mandate it is (EPC130-08 AT-21).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CollectionSequence>))]
public enum CollectionSequence
{
    /// <summary>One of a row (RCUR).</summary>
    Recurrent,

    /// <summary>The first of a row (FRST); since November 2016 it may be sent as recurrent.</summary>
    First,

    /// <summary>The last of a row (FNAL).</summary>
    Final,

    /// <summary>The only one (OOFF).</summary>
    OneOff,
}
