using System.Text.Json.Serialization;

namespace OrderToCash.Insights;

/// <summary>
/// What a percentile of a few observations is; the definitions differ where observations are few (Hyndman and Fan 1996).
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<PercentileDefinition>))]
public enum PercentileDefinition
{
    /// <summary>
    /// The smallest observation that at least so many percent do not exceed: always one that happened (type 1).
    /// </summary>
    NearestRank,

    /// <summary>Between the neighbours in proportion, as spreadsheets do (type 7, PERCENTILE.INC).</summary>
    Linear,
}
