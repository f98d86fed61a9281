using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// One unit of <see cref="Base"/> is worth <see cref="Rate"/> units of <see cref="Quote"/>, on a date, says a source.
/// A rate stays in the direction it was published in, so that converting back divides and loses nothing.
/// </summary>
public sealed record ExchangeRate
{
    /// <summary>States a rate.</summary>
    /// <exception cref="ArgumentException">The rate is not above zero, the currencies are equal, or the source is
    /// empty.</exception>
    [JsonConstructor]
    public ExchangeRate(Currency @base, Currency quote, decimal rate, LocalDate date, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (@base == quote) throw new ArgumentException($"A rate from {quote} to itself says nothing.", nameof(quote));
        (Base, Quote, Rate, Date, Source) = (@base, quote, rate.Normalized(), date, source);
    }

    /// <summary>The currency of which there is one unit.</summary>
    public Currency Base { get; }

    /// <summary>The currency the rate counts.</summary>
    public Currency Quote { get; }

    /// <summary>Units of <see cref="Quote"/> for one unit of <see cref="Base"/>.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal Rate { get; }

    /// <summary>The day it holds for.</summary>
    public LocalDate Date { get; }

    /// <summary>Who published it: <c>ECB</c>, a bank, a contract.</summary>
    public string Source { get; }

    /// <summary>True when it converts between these two, in either direction.</summary>
    public bool Connects(Currency one, Currency other) => Base == one && Quote == other || Base == other && Quote == one;

    /// <summary>The rate read the other way round, to 28 digits.</summary>
    public ExchangeRate Inverse() => new(Quote, Base, 1m / Rate, Date, Source);

    /// <summary>The rate between the ends of two rates that share a currency: EUR/GBP and EUR/USD give GBP/USD.</summary>
    /// <param name="other">A rate of the same date.</param>
    /// <exception cref="ArgumentException">They share no currency, or both, or their dates differ.</exception>
    public ExchangeRate Cross(ExchangeRate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Date != other.Date)
            throw new ArgumentException($"A cross rate of {Date:uuuu-MM-dd} and {other.Date:uuuu-MM-dd} holds on no day.",
                nameof(other));
        var source = Source == other.Source ? Source : $"{Source}, {other.Source}";
        if (Connects(other.Base, other.Quote))
            throw new ArgumentException("Both rates connect the same two currencies.", nameof(other));
        if (Base == other.Base) return new(Quote, other.Quote, other.Rate / Rate, Date, source);
        if (Quote == other.Base) return new(Base, other.Quote, Rate * other.Rate, Date, source);
        if (Base == other.Quote) return new(other.Base, Quote, other.Rate * Rate, Date, source);
        if (Quote == other.Quote) return new(Base, other.Base, Rate / other.Rate, Date, source);
        throw new ArgumentException("The rates share no currency.", nameof(other));
    }

    /// <summary>Invariant text: <c>1 EUR = 0.8461 GBP (2010-12-01, ECB)</c>.</summary>
    public override string ToString() =>
        $"1 {Base} = {DecimalText.Write(Rate)} {Quote} ({NodaTime.Text.LocalDatePattern.Iso.Format(Date)}, {Source})";
}
