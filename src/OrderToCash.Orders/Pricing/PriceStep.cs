namespace OrderToCash.Orders;

/// <summary>One step of the way to an amount, in codes, amounts and words.</summary>
public sealed record PriceStep
{
    /// <summary>What took something off; null for the first step, the price times the quantity.</summary>
    public DiscountKind? Kind { get; init; }

    /// <summary>What was done, in words.</summary>
    public required string Text { get; init; }

    /// <summary>The amount before this step; zero before the first.</summary>
    public required Money Before { get; init; }

    /// <summary>What it adds; below zero for a discount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The amount after this step.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Money After => Before + Amount;
}
