namespace OrderToCash.Primitives;

/// <summary>An early-payment discount on an instalment: computed once, stored, and used everywhere as it is.</summary>
public sealed record DiscountTier
{
    /// <summary>The last day money may arrive, inclusive: what is printed.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The percentage agreed.</summary>
    public required Percentage Percentage { get; init; }

    /// <summary>What may be deducted; the instalment less this is what is paid.</summary>
    public required Money Discount { get; init; }

    /// <summary>
    /// Days of grace (0 to 366) after <see cref="Until"/>: not printed, but money that arrives on them is in time.
    /// </summary>
    public int GraceDays { get; init; }

    /// <summary>
    /// What the discount takes off per category and rate; without tax where taking it leaves the tax as it is. Empty until the
    /// document's tax is known.
    /// </summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>The last day money is in time, inclusive.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public LocalDate AcceptedUntil =>
        GraceDays <= 0 || Until.Year >= LocalDate.MaxIsoValue.Year ? Until : Until.PlusDays(Math.Min(GraceDays, 366));
}
