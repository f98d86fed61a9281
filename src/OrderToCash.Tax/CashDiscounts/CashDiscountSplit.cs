using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// A document with an early-payment discount: what it charges, what is payable in time, and by how much net and tax of each part
/// fall when the discount is taken. Reductions and payable amount add up to the total exactly, in every mode.
/// </summary>
public sealed record CashDiscountSplit
{
    /// <summary>What the discount does to the tax.</summary>
    public required DiscountTaxMode Mode { get; init; }

    /// <summary>The parts, in the order given.</summary>
    public required EquatableArray<CashDiscountShare> Parts { get; init; }

    /// <summary>What is payable in time; computed once, stored and used everywhere as it is.</summary>
    public required Money Payable { get; init; }

    /// <summary>The amounts without tax.</summary>
    [JsonIgnore]
    public Money Net => Sum(static p => p.Net);

    /// <summary>The tax the document charges.</summary>
    [JsonIgnore]
    public Money Tax => Sum(static p => p.Tax);

    /// <summary>What is payable without the discount.</summary>
    [JsonIgnore]
    public Money Total => Net + Tax;

    /// <summary>By how much the net falls when the discount is taken.</summary>
    [JsonIgnore]
    public Money NetReduction => Sum(static p => p.NetReduction);

    /// <summary>By how much the tax falls when the discount is taken.</summary>
    [JsonIgnore]
    public Money TaxReduction => Sum(static p => p.TaxReduction);

    /// <summary>
    /// Splits the discount. The payable amount is round(total - percentage x what the discount is on), half away from zero; the
    /// rest is shared over net and tax of the parts by largest remainder. O(parts).
    /// </summary>
    /// <param name="parts">At least one; all in one currency.</param>
    /// <param name="discount">0 % to 100 %.</param>
    /// <param name="mode">What it does to the tax.</param>
    /// <param name="payable">The payable amount where it was computed before; null to compute it.</param>
    /// <exception cref="ArgumentException">There is no part, or the discount is no discount.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static CashDiscountSplit Of(
        EquatableArray<CashDiscountPart> parts, Percentage discount, DiscountTaxMode mode, Money? payable = null)
    {
        if (parts.IsEmpty) throw new ArgumentException("There is nothing to discount.", nameof(parts));
        if (discount.Value is < 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(discount), discount, "A discount is between 0 % and 100 %.");
        var currency = parts[0].Net.Currency;
        var charged = parts
            .Select(p => (p.Net, Tax: (mode == DiscountTaxMode.Mixed ? p.TaxOnDiscounted : p.Tax) + p.FixedTax)).ToArray();
        var total = Money.Sum(charged.Select(static c => c.Net + c.Tax), currency);
        var fraction = ExactAmount.Of(discount.Value) / ExactAmount.Of(100);
        var cells = new ExactAmount[parts.Count * 2];
        var sum = ExactAmount.Zero;
        for (var i = 0; i < parts.Count; i++)
        {
            cells[2 * i] = ExactAmount.Of(parts[i].Net) * fraction;
            cells[2 * i + 1] = mode == DiscountTaxMode.Included ? ExactAmount.Of(parts[i].Tax) * fraction : ExactAmount.Zero;
            sum += cells[2 * i] + cells[2 * i + 1];
        }
        var due = payable ?? (ExactAmount.Of(total) - sum).ToMoney(currency, Rounding.HalfAwayFromZero);
        var reductions = Split(total - due, cells);
        return new()
        {
            Mode = mode,
            Payable = due,
            Parts = charged.Select((c, i) => new CashDiscountShare
            {
                Net = c.Net, Tax = c.Tax, NetReduction = reductions[2 * i], TaxReduction = reductions[2 * i + 1],
            }).ToEquatableArray(),
        };
    }

    // Cut off below, then a unit to the largest remainders; a cell of nothing takes nothing. A payable amount of the caller's own
    // may be further off: then the round goes on.
    private static Money[] Split(Money reduction, ExactAmount[] cells)
    {
        var currency = reduction.Currency;
        var units = Array.ConvertAll(cells, c => c.Units(currency.MinorUnitsPerUnit, 1, Rounding.Floor));
        var order = Enumerable.Range(0, cells.Length).Where(i => !cells[i].IsZero)
            .OrderByDescending(i => cells[i] - ExactAmount.OfUnits(units[i], currency.MinorUnitsPerUnit)).ToArray();
        var left = reduction.MinorUnits;
        foreach (var unit in units) left -= unit;
        if (order.Length == 0) order = [0];
        var (each, rest) = Math.DivRem(left, order.Length);
        for (var i = 0; i < order.Length; i++) units[order[i]] += each;
        for (var i = 0; i < Math.Abs(rest); i++) units[order[rest > 0 ? i : order.Length - 1 - i]] += Math.Sign(rest);
        return Array.ConvertAll(units, u => Money.FromMinorUnits(u, currency));
    }

    private Money Sum(Func<CashDiscountShare, Money> part) => Money.Sum(Parts.Select(part), Payable.Currency);
}
