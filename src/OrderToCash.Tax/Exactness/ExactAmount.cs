using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// An amount that is not on the grid of its currency yet: an exact fraction. 100 / 1.21 stays 100 / 1.21 until somebody names a
/// rounding, so a chain of prices, shares and rates is rounded once and never drifts.
/// </summary>
[JsonConverter(typeof(ExactAmountJsonConverter))]
public readonly struct ExactAmount : IEquatable<ExactAmount>, IComparable<ExactAmount>, IFormattable
{
    private const int ReduceAboveBits = 96;

    private readonly BigInteger numerator;
    private readonly BigInteger denominatorLessOne;

    private ExactAmount(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        if (!denominator.IsOne && (numerator.IsZero || denominator.GetBitLength() > ReduceAboveBits))
        {
            var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (numerator, denominator) = (numerator / common, denominator / common);
        }
        (this.numerator, denominatorLessOne) = (numerator, denominator - 1);
    }

    /// <summary>Nothing.</summary>
    public static ExactAmount Zero => default;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => numerator.Sign;

    /// <summary>True for exactly nothing.</summary>
    public bool IsZero => numerator.IsZero;

    private BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>A decimal number, exactly.</summary>
    public static ExactAmount Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger magnitude = new UInt128((uint)bits[2], (ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        return new(bits[3] < 0 ? -magnitude : magnitude, PowerOfTen((bits[3] >> 16) & 0xFF));
    }

    /// <summary>An amount that is on its grid.</summary>
    public static ExactAmount Of(Money amount) => new(amount.MinorUnits, amount.Currency.MinorUnitsPerUnit);

    internal static ExactAmount OfUnits(long units, long unitsPerWhole) => new(units, unitsPerWhole);

    /// <summary>This on the grid of a currency, rounded once.</summary>
    /// <exception cref="OverflowException">Beyond ±10^18 minor units.</exception>
    public Money ToMoney(Currency currency, Rounding rounding) =>
        RoundingGrid.Of(currency).ToMoney(Units(currency.MinorUnitsPerUnit, 1, rounding));

    /// <summary>This on a grid of that step, rounded once: 0.01, 0.05, 1.</summary>
    /// <param name="step">Above zero.</param>
    /// <param name="rounding">What becomes of the rest.</param>
    public ExactAmount RoundedTo(decimal step, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var grid = Of(step);
        var quotient = this / grid;
        return new ExactAmount(Nearest(quotient.numerator, quotient.Denominator, rounding), 1) * grid;
    }

    /// <summary>The number to 28 digits, half to even where it has more.</summary>
    /// <exception cref="OverflowException">Beyond the range of decimal.</exception>
    public decimal ToDecimal()
    {
        for (var digits = 28; ; digits--)
        {
            var scaled = Nearest(numerator * PowerOfTen(digits), Denominator, Rounding.HalfToEven);
            if (BigInteger.Abs(scaled).GetBitLength() > 96 && digits > 0) continue;
            var value = (decimal)scaled;
            for (var i = 0; i < digits; i++) value /= 10m;
            return value;
        }
    }

    // Whole steps: value x unitsPerWhole / unitsPerStep.
    internal long Units(long unitsPerWhole, long unitsPerStep, Rounding rounding) =>
        checked((long)Nearest(numerator * unitsPerWhole, Denominator * unitsPerStep, rounding) * unitsPerStep);

    // Parity and which quarter the rest lies in are all any rounding asks for; a small decimal stands in for the fraction.
    private static BigInteger Nearest(BigInteger numerator, BigInteger denominator, Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var rest);
        if (rest.IsZero) return numerator.Sign < 0 ? -whole : whole;
        var half = (rest * 2).CompareTo(denominator) switch { < 0 => 0.25m, 0 => 0.5m, _ => 0.75m };
        var parity = whole.IsEven ? 0 : 1;
        var stand = numerator.Sign < 0 ? -(parity + half) : parity + half;
        var cut = numerator.Sign < 0 ? -(whole - parity) : whole - parity;
        return cut + (int)rounding.Round(stand, 0);
    }

    private static BigInteger PowerOfTen(int power) => power <= 18 ? Powers[power] : BigInteger.Pow(10, power);

    private static readonly BigInteger[] Powers = [.. Enumerable.Range(0, 19).Select(i => BigInteger.Pow(10, i))];

    /// <summary>Without its sign.</summary>
    public ExactAmount Abs() => Sign < 0 ? -this : this;

    /// <summary>Adds, exactly.</summary>
    public static ExactAmount operator +(ExactAmount left, ExactAmount right)
    {
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        if (left.denominatorLessOne == right.denominatorLessOne) return new(left.numerator + right.numerator, left.Denominator);
        var (a, b) = (left.Denominator, right.Denominator);
        return new(left.numerator * b + right.numerator * a, a * b);
    }

    /// <summary>Subtracts, exactly.</summary>
    public static ExactAmount operator -(ExactAmount left, ExactAmount right) => left + -right;

    /// <summary>The opposite.</summary>
    public static ExactAmount operator -(ExactAmount value) => new(-value.numerator, value.Denominator);

    /// <summary>Multiplies, exactly.</summary>
    public static ExactAmount operator *(ExactAmount left, ExactAmount right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    /// <summary>Divides, exactly.</summary>
    /// <exception cref="DivideByZeroException">The right side is zero.</exception>
    public static ExactAmount operator /(ExactAmount left, ExactAmount right) => right.IsZero
        ? throw new DivideByZeroException("An exact amount cannot be divided by zero.")
        : new(left.numerator * right.Denominator, left.Denominator * right.numerator);

    /// <summary>Less.</summary>
    public static bool operator <(ExactAmount left, ExactAmount right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(ExactAmount left, ExactAmount right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(ExactAmount left, ExactAmount right) => left.CompareTo(right) <= 0;

    /// <summary>More or equal.</summary>
    public static bool operator >=(ExactAmount left, ExactAmount right) => left.CompareTo(right) >= 0;

    /// <summary>The same number.</summary>
    public static bool operator ==(ExactAmount left, ExactAmount right) => left.Equals(right);

    /// <summary>Another number.</summary>
    public static bool operator !=(ExactAmount left, ExactAmount right) => !left.Equals(right);

    /// <inheritdoc/>
    public int CompareTo(ExactAmount other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(ExactAmount other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactAmount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, Denominator);
        return HashCode.Combine(numerator / common, Denominator / common);
    }

    /// <summary>Invariant text of the reduced fraction: <c>1500/7</c>, <c>12</c>.</summary>
    public override string ToString()
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, Denominator);
        var (top, bottom) = (numerator / common, Denominator / common);
        return bottom.IsOne
            ? top.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{top}/{bottom}");
    }

    /// <summary>The same invariant text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads what <see cref="ToString()"/> writes, or answers false; at most 200 characters.</summary>
    public static bool TryParse(string? text, out ExactAmount value)
    {
        value = default;
        if (text is not { Length: > 0 and <= 200 }) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var bottom = BigInteger.One;
        if (!TryWhole(slash < 0 ? text : text[..slash], out var top)) return false;
        if (slash >= 0 && (!TryWhole(text[(slash + 1)..], out bottom) || bottom.Sign <= 0)) return false;
        value = new(top, bottom);
        return true;
    }

    private static bool TryWhole(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class ExactAmountJsonConverter : TextJsonConverter<ExactAmount>
    {
        /// <inheritdoc/>
        protected override bool TryParse(string text, out ExactAmount value) => ExactAmount.TryParse(text, out value);
    }
}
