using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// What was given away by hand on an order: prices below the list's, discounts on lines and on the order. What the policy grants
/// by itself - schemes, gifts, coupons - is nobody's decision and does not count.
/// </summary>
public sealed record DiscountFacts
{
    /// <summary>
    /// What the list asks for the goods that are paid; for a price by hand above it, or without a list price, that price.
    /// </summary>
    public required Money Reference { get; init; }

    /// <summary>What was given away of it.</summary>
    public required Money Discount { get; init; }

    /// <summary>The line that lost the largest share; <c>default</c> when none lost anything.</summary>
    public OrderLineId Line { get; init; }

    /// <summary>What the list asks for that line.</summary>
    public required Money LineReference { get; init; }

    /// <summary>What was given away of it.</summary>
    public required Money LineDiscount { get; init; }

    /// <summary>The first line whose price by hand lies below its floor price; <c>default</c> when there is none.</summary>
    public OrderLineId BelowFloor { get; init; }

    /// <summary>The share of the order that was given away, to two digits.</summary>
    [JsonIgnore]
    public Percentage Average => ShareOf(Discount, Reference);

    /// <summary>The largest share of a line that was given away, to two digits.</summary>
    [JsonIgnore]
    public Percentage LargestOfLine => ShareOf(LineDiscount, LineReference);

    /// <summary>True when there is nothing to authorize.</summary>
    [JsonIgnore]
    public bool IsNothing => Discount.IsZero && BelowFloor.IsNone;

    /// <summary>The facts of priced lines. Fees and gifts don't count. O(lines).</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="currency">The order's currency.</param>
    /// <param name="rounding">How list values come onto the grid.</param>
    public static DiscountFacts Of(EquatableArray<PricedLine> lines, Currency currency, Rounding rounding)
    {
        var zero = Money.Zero(currency);
        var (reference, discount, worst, below) = (zero, zero, (Line: default(OrderLineId), Of: zero, Off: zero),
            default(OrderLineId));
        foreach (var line in lines)
        {
            if (line.IsMade) continue;
            var (asked, off) = GivenAway(line, rounding);
            reference += asked;
            discount += off;
            if ((Int128)off.MinorUnits * worst.Of.MinorUnits > (Int128)worst.Off.MinorUnits * asked.MinorUnits
                || worst.Off.IsZero && off.IsPositive)
                worst = (line.Terms.Id, asked, off);
            if (below.IsNone && IsBelowFloor(line.Terms)) below = line.Terms.Id;
        }
        return new()
        {
            Reference = reference, Discount = discount, Line = worst.Line, LineReference = worst.Of, LineDiscount = worst.Off,
            BelowFloor = below,
        };
    }

    private static (Money Asked, Money Off) GivenAway(PricedLine line, Rounding rounding)
    {
        var (terms, off, gift) = (line.Terms, Money.Zero(line.Gross.Currency), Money.Zero(line.Gross.Currency));
        foreach (var step in line.Steps)
            if (step.Kind == DiscountKind.FreeGoods) gift += step.Off;
            else if (step.Kind is DiscountKind.LinePercent or DiscountKind.LineAmount or DiscountKind.DocumentPercent
                or DiscountKind.DocumentAmount)
                off += step.Off;
        if (terms.Origin?.ListPrice is not { } list || list.Currency != line.Gross.Currency) return (line.Gross - gift, off);
        var asked = Money.Max(line.Gross, list.Times(terms.Quantity, rounding));
        return (asked - gift, off + (asked - line.Gross));
    }

    private static bool IsBelowFloor(OrderLineTerms terms) => terms.Origin is { Kind: PriceKind.Manual, FloorPrice: { } floor }
        && terms.UnitPrice.Amount * floor.Per < floor.Amount * terms.UnitPrice.Per;

    private static Percentage ShareOf(Money part, Money whole) => whole.IsZero ? Percentage.Zero
        : Percentage.Of(Rounding.HalfAwayFromZero.Round(part.Amount / whole.Amount * 100, 2));
}
