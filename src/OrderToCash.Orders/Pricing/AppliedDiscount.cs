using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>One step of a line's price trace as it is stored: what was taken off, by what. The words come on demand.</summary>
public readonly record struct AppliedDiscount
{
    /// <summary>What took it off.</summary>
    public required DiscountKind Kind { get; init; }

    /// <summary>What it took off this line, zero or more.</summary>
    public required Money Off { get; init; }

    /// <summary>The percentage asked for; zero for an amount. Of the order for discounts on the order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Percentage Percent { get; init; }

    /// <summary>The scheme, rule or coupon, or the reason of a discount by hand; null or empty for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Source { get; init; }

    /// <summary>
    /// True when less was taken than asked for: zero, a floor price, a margin or the largest discount was reached.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLimited { get; init; }
}
