namespace OrderToCash.Tax;

/// <summary>The amounts a document may show: multiples of a step, counted in minor units of a currency.</summary>
internal readonly struct RoundingGrid
{
    private RoundingGrid(Currency currency, long step) => (Currency, Step) = (currency, step);

    internal Currency Currency { get; }

    /// <summary>Minor units in a step.</summary>
    internal long Step { get; }

    internal static RoundingGrid Of(Currency currency, Money? step = null) => new(currency, step?.MinorUnits ?? 1);

    internal long Round(ExactAmount exact) => exact.Units(Currency.MinorUnitsPerUnit, Step, Rounding.HalfAwayFromZero);

    internal ExactAmount Snap(ExactAmount exact) => Exact(Round(exact));

    internal ExactAmount Exact(long units) => ExactAmount.OfUnits(units, Currency.MinorUnitsPerUnit);

    internal Money ToMoney(long units) => units is >= -Money.MaxMinorUnits and <= Money.MaxMinorUnits
        ? Money.FromMinorUnits(units, Currency)
        : throw new OverflowException("Amounts are limited to 10^18 minor units.");
}
