namespace OrderToCash.Receivables;

/// <summary>An early-payment discount on offer.</summary>
public sealed record DraftDiscount
{
    /// <summary>The percentage; null for an amount.</summary>
    public Percentage? Percent { get; init; }

    /// <summary>The amount, tax included; null for a percentage.</summary>
    public Money? Amount { get; init; }

    /// <summary>How many days after the invoice date it runs, inclusive; null for no limit.</summary>
    public int? Days { get; init; }

    /// <summary>What becomes of the tax.</summary>
    public DiscountTaxMode TaxMode { get; init; }

    internal Money Of(Money basis) => Percent is { } percent
        ? basis.Times(percent, Rounding.HalfAwayFromZero)
        : Amount ?? Money.Zero(basis.Currency);
}
