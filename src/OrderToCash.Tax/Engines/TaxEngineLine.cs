using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A line as an engine gets it.</summary>
public sealed record TaxEngineLine
{
    /// <summary>Its key on the document; the answer repeats it.</summary>
    public required string Key { get; init; }

    /// <summary>The amount without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>How many items; caps look at one item.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal Quantity { get; init; }

    /// <summary>The facts of the supply.</summary>
    public required TaxQuestion Question { get; init; }

    /// <summary>True for freight.</summary>
    public bool IsFreight { get; init; }
}
