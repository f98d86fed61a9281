using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A line to be taxed.</summary>
public sealed record SalesTaxLine
{
    /// <summary>Its key on the document.</summary>
    public required string Key { get; init; }

    /// <summary>The amount without tax; below zero on a credit.</summary>
    public required Money Net { get; init; }

    /// <summary>How many items; caps and thresholds look at one item: net divided by quantity. Above zero.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal Quantity { get; init; }

    /// <summary>The product's class.</summary>
    public required TaxClass Class { get; init; }

    /// <summary>True for freight, which follows the state's own rule.</summary>
    public bool IsFreight { get; init; }
}
