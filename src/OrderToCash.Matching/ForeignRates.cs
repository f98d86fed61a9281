namespace OrderToCash.Matching;

/// <summary>
/// Rates of the day for payments in another currency than the items they are for, with the spread that banks and sources differ
/// by. Data, asked beforehand: the engine does no input or output.
/// </summary>
public sealed class ForeignRates
{
    /// <summary>A rate that is older than this on the day of a payment is not used.</summary>
    public const int MostDaysOld = 7;

    private readonly Dictionary<(Currency, Currency), ExchangeRate[]> byPair;
    private readonly Dictionary<Currency, Currency[]> others;

    private ForeignRates(IEnumerable<ExchangeRate> rates, Percentage spread)
    {
        Spread = spread;
        var all = rates.Distinct().ToArray();
        byPair = all.SelectMany(r => new[] { ((r.Base, r.Quote), Rate: r), ((r.Quote, r.Base), Rate: r) })
            .GroupBy(r => r.Item1, r => r.Rate)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Date).ToArray());
        others = byPair.Keys.GroupBy(k => k.Item1, k => k.Item2).ToDictionary(g => g.Key, g => g.Order().ToArray());
    }

    /// <summary>No rates: nothing is converted.</summary>
    public static ForeignRates None { get; } = Of([], Percentage.Of(0));

    /// <summary>How far an amount may be from the converted one, to either side.</summary>
    public Percentage Spread { get; }

    /// <summary>Takes rates; of several of a day the later in the list wins.</summary>
    /// <param name="rates">Rates of the days of the payments, in either direction.</param>
    /// <param name="spread">From 0 to 10 %: what the bank's rate may be off the source's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spread is out of its range.</exception>
    public static ForeignRates Of(IEnumerable<ExchangeRate> rates, Percentage spread)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(spread.Value, nameof(spread));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spread.Value, 10m, nameof(spread));
        return new(rates, spread);
    }

    /// <summary>
    /// The rate between two currencies on a day, or the latest before it that is not too old; null when none is.
    /// </summary>
    public ExchangeRate? Find(Currency from, Currency to, LocalDate on)
    {
        if (!byPair.TryGetValue((from, to), out var rates)) return null;
        var found = default(ExchangeRate);
        foreach (var rate in rates)
            if (rate.Date <= on && Period.DaysBetween(rate.Date, on) <= MostDaysOld) found = rate;
        return found;
    }

    /// <summary>The currencies there is a rate to.</summary>
    internal ReadOnlySpan<Currency> Others(Currency from) => others.GetValueOrDefault(from);
}
