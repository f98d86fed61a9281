namespace OrderToCash.Orders;

/// <summary>
/// From unit prices to amounts: price times quantity; gifts; the discounts in the order of the policy; fees. Each step is rounded
/// once. Pure: a quote, a capture and an amendment ask it with the lines that are wanted and get everything else anew.
/// </summary>
public static class OrderPricing
{
    /// <summary>
    /// Prices the lines, adds gifts and fees. No discount leaves less than nothing, nor less than the floors of the policy and of
    /// <see cref="PriceOrigin.FloorPrice"/>: it is limited, and the trace says so. Discounts of the order are split over the
    /// lines by largest remainder. O(n log n) with a discount on the order, else O(n) in the lines.
    /// </summary>
    /// <param name="terms">Customer, currency, date, coupons and the discount on the order.</param>
    /// <param name="lines">What is wanted, without gifts and fees.</param>
    /// <param name="policy">A policy without findings.</param>
    /// <param name="facts">Group and coupon uses.</param>
    /// <param name="rounding">How amounts come onto the grid.</param>
    /// <exception cref="CurrencyMismatchException">A price or discount is not in the order's currency: <see cref="OrderRules"/>
    /// finds that first.</exception>
    public static PricedOrder Price(OrderTerms terms, EquatableArray<OrderLineTerms> lines, PricingPolicy policy,
        PricingFacts facts, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(rounding);
        return new PricingRun(terms, policy, facts, rounding).Price(lines);
    }

    /// <summary>Prices the lines with the discounts given by hand alone, in the standard order.</summary>
    public static EquatableArray<PricedLine> Price(OrderTerms terms, EquatableArray<OrderLineTerms> lines, Rounding rounding) =>
        Price(terms, lines, PricingPolicy.Standard, default, rounding).Lines;

    /// <summary>One line with the discounts given on it by hand, before the order's discount and without floors.</summary>
    public static PricedLine NetOf(OrderLineTerms line, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(line);
        var work = new LineWork(line, line.UnitPrice.Times(line.Quantity, rounding), null);
        PricingRun.TakePercents(work, rounding);
        PricingRun.TakeAmounts(work);
        return work.ToPricedLine();
    }

    /// <summary>
    /// The order's discount on a sum of nets; never more than the sum, where rounding would exceed it by a minor unit.
    /// </summary>
    public static Money DiscountOf(DocumentDiscount? discount, Money sum, Rounding rounding) => discount is null
        ? Money.Zero(sum.Currency)
        : Money.Min(sum, sum.Times(discount.Percent, rounding) + (discount.Amount ?? Money.Zero(sum.Currency)));

    /// <summary>
    /// What was asked for, without gifts, bonuses and fees: the lines to price anew when an order is amended.
    /// </summary>
    public static EquatableArray<OrderLineTerms> Wanted(EquatableArray<PricedLine> lines) =>
        lines.Select(l => l.Wanted).OfType<OrderLineTerms>().ToEquatableArray();

    /// <summary>
    /// The share of a part in an amount, by cumulative rounding: round(whole x (before + part) / ordered) less round(whole x
    /// before / ordered). Any parts that add up to the ordered quantity add up to the whole exactly, in any order and with
    /// credits between.
    /// </summary>
    /// <param name="whole">The amount of the ordered quantity.</param>
    /// <param name="ordered">The ordered quantity, above zero.</param>
    /// <param name="before">How much had its share before.</param>
    /// <param name="part">How much comes on top; below zero for a credit.</param>
    /// <param name="rounding">How each cumulated amount comes onto the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordered quantity is not above zero.</exception>
    public static Money Share(Money whole, Quantity ordered, Quantity before, Quantity part, Rounding rounding)
    {
        if (!ordered.IsPositive) throw new ArgumentOutOfRangeException(nameof(ordered), ordered,
            "A share needs an ordered quantity.");
        return Cumulated(before + part) - Cumulated(before);

        Money Cumulated(Quantity quantity) => quantity == ordered
            ? whole
            : Money.Rounded(whole.Amount * quantity.Value / ordered.Value, whole.Currency, rounding);
    }
}
