using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// Where a line's price comes from and what bounds its discounts, as codes: what an order keeps of the look-up.
/// </summary>
public sealed record PriceOrigin
{
    /// <summary>List, contract or a person.</summary>
    public required PriceKind Kind { get; init; }

    /// <summary>The name and version of the list; empty when no list was asked or has a price.</summary>
    public string List { get; init => field = value ?? ""; } = "";

    /// <summary>The <see cref="PriceListEntry.Id"/> in the list; empty when it has none.</summary>
    public string Entry { get; init => field = value ?? ""; } = "";

    /// <summary>What the list would have asked, under a manual price; null for any other or when it has no price.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public UnitPrice? ListPrice { get; init; }

    /// <summary>The price that no discount goes below; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public UnitPrice? FloorPrice { get; init; }

    /// <summary>What a unit costs the seller; null when it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public UnitPrice? UnitCost { get; init; }
}
