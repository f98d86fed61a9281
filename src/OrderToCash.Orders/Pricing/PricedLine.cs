using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>A line with its amounts, all on the grid of the currency.</summary>
public sealed record PricedLine
{
    /// <summary>What was ordered.</summary>
    public required OrderLineTerms Terms { get; init; }

    /// <summary>Price times quantity, rounded once.</summary>
    public required Money Gross { get; init; }

    /// <summary>The line's own discount, zero or more.</summary>
    public required Money LineDiscount { get; init; }

    /// <summary>The line's share of the order's discount, zero or more.</summary>
    public required Money DocumentDiscount { get; init; }

    /// <summary>The line net amount (BT-131): gross less the line's discount.</summary>
    [JsonIgnore]
    public Money Net => Gross - LineDiscount;

    /// <summary>What the line brings: net less its share of the order's discount.</summary>
    [JsonIgnore]
    public Money Amount => Net - DocumentDiscount;

    /// <summary>How the amount came about, step by step; the steps add up to <see cref="Amount"/>.</summary>
    public EquatableArray<PriceStep> Explain()
    {
        var reason = Terms.PriceReason.Length == 0 ? "" : $" ({Terms.PriceReason})";
        var steps = new List<PriceStep> { new() { Text = $"{Terms.Quantity} at {Terms.UnitPrice}{reason}", Amount = Gross } };
        if (Terms.Discount != Percentage.Zero) steps.Add(new() { Text = $"line discount {Terms.Discount}",
            Amount = -LineDiscount });
        if (!DocumentDiscount.IsZero) steps.Add(new() { Text = "share of the order's discount", Amount = -DocumentDiscount });
        return steps.ToEquatableArray();
    }
}
