using System.Numerics;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A total that is given out step by step, as parts of a whole become known: partial invoices of an order line, credit notes of
/// an invoice. Each part is round(total x cumulated / whole) less what was given before, so that no cent is lost or made in any
/// sequence of steps, and the whole gives the total exactly.
/// </summary>
public sealed record CumulativeAllocation
{
    /// <summary>What is given out; may be negative.</summary>
    public required Money Total { get; init; }

    /// <summary>What the shares add up to in the end (a quantity, 100, a net amount); above zero.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal Whole { get; init; }

    /// <summary>How each cumulated amount comes onto the grid.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>The shares taken so far: 0 to <see cref="Whole"/>.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal Cumulated { get; init; }

    /// <summary>What was given so far: round(<see cref="Total"/> x <see cref="Cumulated"/> / <see cref="Whole"/>).</summary>
    [JsonIgnore]
    public Money Given => At(Cumulated);

    /// <summary>What is left to give.</summary>
    [JsonIgnore]
    public Money Remaining => Total - Given;

    /// <summary>True when the whole was taken, and nothing remains.</summary>
    [JsonIgnore]
    public bool IsComplete => Cumulated == Whole;

    /// <summary>Nothing given yet.</summary>
    /// <param name="total">What is given out.</param>
    /// <param name="whole">What the shares add up to in the end; above zero.</param>
    /// <param name="rounding">How each cumulated amount comes onto the grid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="whole"/> is not above zero.</exception>
    public static CumulativeAllocation Of(Money total, decimal whole, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        ArgumentNullException.ThrowIfNull(rounding);
        return new() { Total = total, Whole = whole, Rounding = rounding };
    }

    /// <summary>
    /// The same with a share taken; a negative share takes one back. The part is the difference of <see cref="Given"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than the whole would be taken, or less than nothing.</exception>
    public CumulativeAllocation After(decimal share)
    {
        var next = Cumulated + share;
        if (next < 0 || next > Whole)
            throw new ArgumentOutOfRangeException(
                nameof(share), share, FormattableString.Invariant($"{Cumulated} of {Whole} are taken: the share goes beyond."));
        return this with { Cumulated = next };
    }

    /// <summary>The part that a share gets, and the allocation after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than the whole would be taken, or less than nothing.</exception>
    public Money Take(decimal share, out CumulativeAllocation after)
    {
        after = After(share);
        return after.Given - Given;
    }

    private Money At(decimal cumulated)
    {
        var (part, whole) = (cumulated.Normalized(), Whole.Normalized());
        var numerator = (BigInteger)Total.MinorUnits * part.Mantissa() * BigInteger.Pow(10, whole.Scale);
        var denominator = (BigInteger)whole.Mantissa() * BigInteger.Pow(10, part.Scale);
        return Money.FromMinorUnits((long)Rounding.Divide(numerator, denominator), Total.Currency);
    }
}
