using System.Text.Json.Serialization;

namespace OrderToCash.Insights;

/// <summary>The money of one day.</summary>
public sealed record DailyCash
{
    /// <summary>The booking date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What came in.</summary>
    public required Money Received { get; init; }

    /// <summary>What went back by bounces and returns, above zero.</summary>
    public required Money Returned { get; init; }

    /// <summary>Received less returned.</summary>
    [JsonIgnore]
    public Money Net => Received - Returned;
}
