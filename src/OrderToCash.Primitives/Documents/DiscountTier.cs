namespace OrderToCash.Primitives;

/// <summary>An early-payment discount on an instalment: computed once, stored, and used everywhere as it is.</summary>
public sealed record DiscountTier
{
    /// <summary>The last day money may arrive, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The percentage agreed.</summary>
    public required Percentage Percentage { get; init; }

    /// <summary>What may be deducted, tax included.</summary>
    public required Money Discount { get; init; }
}
