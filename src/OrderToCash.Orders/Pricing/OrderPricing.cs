namespace OrderToCash.Orders;

/// <summary>
/// From unit prices to amounts. The order of the steps: price times quantity, rounded; the line's discount, rounded; then the
/// order's discount of the sum of the nets, percentage before amount, rounded once and split over the lines by largest remainder.
/// </summary>
public static class OrderPricing
{
    /// <summary>Prices the lines, in their order. O(n log n) with a discount on the order, else O(n).</summary>
    /// <exception cref="CurrencyMismatchException">A price or discount is not in the order's currency: <see cref="OrderRules"/>
    /// finds that first.</exception>
    public static EquatableArray<PricedLine> Price(OrderTerms terms, EquatableArray<OrderLineTerms> lines, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(rounding);
        var zero = Money.Zero(terms.Currency);
        var priced = new PricedLine[lines.Count];
        var nets = new long[lines.Count];
        var sum = zero;
        for (var i = 0; i < priced.Length; i++)
        {
            priced[i] = NetOf(lines[i], rounding);
            nets[i] = priced[i].Net.MinorUnits;
            sum += priced[i].Net;
        }
        var whole = DiscountOf(terms.Discount, sum, rounding);
        if (whole.IsZero) return [.. priced];
        var shares = whole.Allocate(nets);
        for (var i = 0; i < priced.Length; i++)
            priced[i] = priced[i] with { DocumentDiscount = shares[i] };
        return [.. priced];
    }

    /// <summary>One line before the order's discount.</summary>
    public static PricedLine NetOf(OrderLineTerms line, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(line);
        var gross = line.UnitPrice.Times(line.Quantity, rounding);
        var discount = gross.Times(line.Discount, rounding);
        return new() { Terms = line, Gross = gross, LineDiscount = discount, DocumentDiscount = Money.Zero(gross.Currency) };
    }

    /// <summary>
    /// The order's discount on a sum of nets; never more than the sum, where rounding would exceed it by a minor unit.
    /// </summary>
    public static Money DiscountOf(DocumentDiscount? discount, Money sum, Rounding rounding) => discount is null
        ? Money.Zero(sum.Currency)
        : Money.Min(sum, sum.Times(discount.Percent, rounding) + (discount.Amount ?? Money.Zero(sum.Currency)));

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
