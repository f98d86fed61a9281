using System.Numerics;

namespace OrderToCash.Primitives;

/// <summary>
/// one x other / divisor on the grid, rounded once from the exact value. Decimal arithmetic alone cuts at 28 digits first, and a
/// value a hair below a half would then round up.
/// </summary>
internal static class ExactProduct
{
    private const int DecimalBits = 96;
    private const int DecimalScale = 28;

    internal static Money Of(decimal one, decimal other, decimal divisor, Currency currency, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        var (first, second) = (one.Mantissa(), other.Mantissa());
        if (divisor is 1 or 100 && Bits(first) + Bits(second) <= DecimalBits && one.Scale + other.Scale + 2 <= DecimalScale)
            return Money.Rounded(one * other / divisor, currency, rounding);
        var numerator = (BigInteger)first * second * BigInteger.Pow(10, currency.Digits + divisor.Scale);
        var denominator = divisor.Mantissa() * BigInteger.Pow(10, one.Scale + other.Scale);
        var minorUnits = denominator.Sign < 0
            ? rounding.Divide(-numerator, -denominator)
            : rounding.Divide(numerator, denominator);
        return BigInteger.Abs(minorUnits) <= Money.MaxMinorUnits
            ? Money.FromMinorUnits((long)minorUnits, currency)
            : throw new ArgumentOutOfRangeException(nameof(other), other, "Amounts are limited to 10^18 minor units.");
    }

    private static int Bits(Int128 mantissa) => 128 - (int)Int128.LeadingZeroCount(Int128.Abs(mantissa));
}
