using System.Numerics;

namespace OrderToCash.Collections;

/// <summary>A sum of products as an exact ratio of minor units: rounded when somebody asks, as often as he asks.</summary>
internal sealed class ExactAmount(Currency currency)
{
    private BigInteger numerator = BigInteger.Zero;
    private BigInteger denominator = BigInteger.One;

    /// <summary>Adds what an amount bears at a rate a year in a part of a year.</summary>
    internal void Add(Money principal, Percentage rate, YearFraction part)
    {
        var bits = decimal.GetBits(rate.Value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[3] < 0) mantissa = -mantissa;
        var more = principal.MinorUnits * mantissa * part.Numerator;
        var over = 100 * BigInteger.Pow(10, (bits[3] >> 16) & 0xFF) * part.Denominator;
        (numerator, denominator) = (numerator * over + more * denominator, denominator * over);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
    }

    /// <summary>The sum, a half away from zero.</summary>
    internal Money Rounded() => Money.FromMinorUnits(
        (long)((2 * numerator + numerator.Sign * denominator) / (2 * denominator)), currency);
}
