using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What reaching a tier means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebateMethod>))]
public enum RebateMethod
{
    /// <summary>The tier holds for everything, from the first on.</summary>
    Retroactive,

    /// <summary>The tier holds for what is above its threshold.</summary>
    Incremental,
}
