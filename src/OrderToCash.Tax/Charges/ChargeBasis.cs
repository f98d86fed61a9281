using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What a row of a charge table is computed from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChargeBasis>))]
public enum ChargeBasis
{
    /// <summary>A percentage of the net total.</summary>
    NetTotal,

    /// <summary>A percentage of the amount of an earlier row.</summary>
    RowAmount,

    /// <summary>A percentage of the running total after an earlier row.</summary>
    RunningTotal,

    /// <summary>An amount for the document: freight, a fee. No discount lowers it.</summary>
    FixedAmount,
}
