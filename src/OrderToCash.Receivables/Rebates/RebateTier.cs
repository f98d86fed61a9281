using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>A step of an agreement.</summary>
public sealed record RebateTier
{
    /// <summary>The threshold, itself included: turnover in the currency of the agreement, or a quantity.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal From { get; init; }

    /// <summary>Of turnover: the share, 0 to 100.</summary>
    public Percentage Rate { get; init; }

    /// <summary>Of volume: the amount for each unit, in the currency of the agreement; null for nothing.</summary>
    public UnitPrice? PerUnit { get; init; }
}
