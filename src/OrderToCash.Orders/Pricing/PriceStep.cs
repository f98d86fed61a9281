namespace OrderToCash.Orders;

/// <summary>One step of the way to an amount.</summary>
public sealed record PriceStep
{
    /// <summary>What was done, in words.</summary>
    public required string Text { get; init; }

    /// <summary>What it adds; below zero for a discount.</summary>
    public required Money Amount { get; init; }
}
