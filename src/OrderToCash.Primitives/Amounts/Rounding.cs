using System.Numerics;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Primitives;

/// <summary>How a number of free precision comes onto a grid. Whoever multiplies money names one of these.</summary>
[JsonConverter(typeof(SmartEnumJsonConverter<Rounding>))]
public sealed class Rounding : SmartEnum<Rounding, string>
{
    private readonly MidpointRounding mode;

    private Rounding(string name, string value, MidpointRounding mode) : base(name, value) => this.mode = mode;

    /// <summary>To the nearest; a half goes away from zero. What invoices and tax offices mean by "commercial".</summary>
    public static readonly Rounding HalfAwayFromZero =
        new(nameof(HalfAwayFromZero), "half-away-from-zero", MidpointRounding.AwayFromZero);

    /// <summary>To the nearest; a half goes to the even neighbour ("banker's").</summary>
    public static readonly Rounding HalfToEven = new(nameof(HalfToEven), "half-to-even", MidpointRounding.ToEven);

    /// <summary>To the nearest; a half goes towards zero.</summary>
    public static readonly Rounding HalfTowardZero = new(nameof(HalfTowardZero), "half-toward-zero", (MidpointRounding)(-1));

    /// <summary>Away from zero, whatever the rest.</summary>
    public static readonly Rounding AwayFromZero = new(nameof(AwayFromZero), "away-from-zero", (MidpointRounding)(-2));

    /// <summary>Towards zero: what is beyond the grid is cut off.</summary>
    public static readonly Rounding TowardZero = new(nameof(TowardZero), "toward-zero", MidpointRounding.ToZero);

    /// <summary>Down, to minus infinity.</summary>
    public static readonly Rounding Floor = new(nameof(Floor), "floor", MidpointRounding.ToNegativeInfinity);

    /// <summary>Up, to plus infinity.</summary>
    public static readonly Rounding Ceiling = new(nameof(Ceiling), "ceiling", MidpointRounding.ToPositiveInfinity);

    /// <summary>The value on the grid of that many digits after the point.</summary>
    /// <param name="value">The number to round.</param>
    /// <param name="digits">0 to 28.</param>
    public decimal Round(decimal value, int digits) => (int)mode switch
    {
        -1 => HalfDown(value, digits),
        -2 => decimal.Round(value, digits, value < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
        _ => decimal.Round(value, digits, mode),
    };

    // A half towards zero: cut off, then step when more than half was cut.
    private static decimal HalfDown(decimal value, int digits)
    {
        var cut = decimal.Round(value, digits, MidpointRounding.ToZero);
        var nearest = decimal.Round(value, digits, MidpointRounding.AwayFromZero);
        return Math.Abs(value - cut) == Math.Abs(nearest - value) ? cut : nearest;
    }

    // The whole number next to an exact fraction. The denominator is above zero.
    internal T Divide<T>(T numerator, T denominator) where T : IBinaryInteger<T>
    {
        var (whole, rest) = T.DivRem(numerator, denominator);
        if (T.IsZero(rest)) return whole;
        var away = T.IsNegative(rest) ? whole - T.One : whole + T.One;
        var cut = T.Abs(rest);
        var half = cut.CompareTo(denominator - cut);
        return (int)mode switch
        {
            -1 => half > 0 ? away : whole,
            -2 => away,
            (int)MidpointRounding.AwayFromZero => half < 0 ? whole : away,
            (int)MidpointRounding.ToEven => half < 0 || half == 0 && T.IsEvenInteger(whole) ? whole : away,
            (int)MidpointRounding.ToNegativeInfinity => T.IsNegative(rest) ? away : whole,
            (int)MidpointRounding.ToPositiveInfinity => T.IsNegative(rest) ? whole : away,
            _ => whole,
        };
    }
}
