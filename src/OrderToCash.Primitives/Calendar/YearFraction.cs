using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A part of a year as an exact ratio in lowest terms: 31/365. What is multiplied with it is rounded once, at the end.
/// </summary>
public readonly record struct YearFraction
{
    private readonly int denominatorLessOne;

    /// <summary>States a ratio and reduces it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not above zero, or the numerator is negative.</exception>
    [JsonConstructor]
    public YearFraction(long numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = GreatestCommonDivisor(numerator, denominator);
        (Numerator, denominatorLessOne) = (numerator / divisor, (int)(denominator / divisor) - 1);
    }

    /// <summary>Above the line.</summary>
    public long Numerator { get; }

    /// <summary>Below the line; at least 1.</summary>
    public int Denominator => denominatorLessOne + 1;

    /// <summary>The ratio as a decimal of 28 digits.</summary>
    [JsonIgnore]
    public decimal Value => (decimal)Numerator / Denominator;

    /// <summary>This part of what a whole year gives: multiplied first, divided last.</summary>
    public decimal Of(decimal perYear) => perYear * Numerator / Denominator;

    /// <summary>The ratio: <c>31/365</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static long GreatestCommonDivisor(long one, long other) =>
        other == 0 ? one : GreatestCommonDivisor(other, one % other);
}
