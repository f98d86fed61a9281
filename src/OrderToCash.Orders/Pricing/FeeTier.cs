namespace OrderToCash.Orders;

/// <summary>One step of a fee's table.</summary>
public sealed record FeeTier
{
    /// <summary>From this value of the goods on, itself included; null for a fee by weight, or from nothing.</summary>
    public Money? FromValue { get; init; }

    /// <summary>From this weight in kilograms on, itself included; null for a fee by value, or from nothing.</summary>
    public Quantity? FromWeight { get; init; }

    /// <summary>The fee, zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>On top, of the value that the fee is measured by; zero for a fee by weight.</summary>
    public Percentage Percent { get; init; }
}
