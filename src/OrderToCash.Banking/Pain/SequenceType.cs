using System.Text.Json.Serialization;

namespace OrderToCash.Banking;

/// <summary>Which collection of a mandate it is (EPC130-08 AT-21).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SequenceType>))]
public enum SequenceType
{
    /// <summary>One of a row (RCUR); since November 2016 the first may be sent so too.</summary>
    Recurrent,

    /// <summary>The first of a row (FRST).</summary>
    First,

    /// <summary>The last of a row (FNAL).</summary>
    Final,

    /// <summary>The only one (OOFF).</summary>
    OneOff,
}
