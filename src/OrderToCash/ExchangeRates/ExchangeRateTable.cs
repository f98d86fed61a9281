namespace OrderToCash;

/// <summary>
/// Exchange rates from a list: the published rate of the day or of the nearest day before, not older than a limit; where
/// two currencies meet only in a third, the cross rate of the latest day on which both were published.
/// </summary>
public sealed class ExchangeRateTable : IExchangeRates
{
    private readonly Dictionary<(Currency, Currency), SortedList<LocalDate, ExchangeRate>> byPair = [];
    private readonly HashSet<Currency> pivots = [];
    private readonly int maxAge;

    /// <summary>Takes the rates; a later one of the same pair and day replaces an earlier one.</summary>
    /// <param name="rates">Published rates, in the direction they were published in.</param>
    /// <param name="maxAgeInDays">How old a rate may be; 7 covers every weekend and holiday season of the large
    /// calendars.</param>
    public ExchangeRateTable(IEnumerable<ExchangeRate> rates, int maxAgeInDays = 7)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(maxAgeInDays);
        maxAge = maxAgeInDays;
        foreach (var rate in rates)
        {
            var days = byPair.TryGetValue((rate.Base, rate.Quote), out var known) ? known : byPair[(rate.Base, rate.Quote)] = [];
            days[rate.Date] = rate;
            pivots.Add(rate.Base);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ExchangeRate?> FindAsync(
        Currency from, Currency to, LocalDate on, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Find(from, to, on));
    }

    /// <summary>The rate, as <see cref="FindAsync"/> gives it.</summary>
    public ExchangeRate? Find(Currency from, Currency to, LocalDate on)
    {
        var (there, back) = (Published(from, to, on), Published(to, from, on));
        if ((there is null || back?.Date > there.Date ? back : there) is { } direct) return direct;
        ExchangeRate? best = null;
        foreach (var pivot in pivots.Order())
            if (CrossRate(pivot, from, to, on) is { } cross && (best is null || cross.Date > best.Date)) best = cross;
        return best;
    }

    // The latest day on which both were published.
    private ExchangeRate? CrossRate(Currency pivot, Currency from, Currency to, LocalDate on)
    {
        var day = on;
        while (Published(pivot, from, day) is { } first && Published(pivot, to, day) is { } second)
        {
            if (Period.DaysBetween(first.Date, on) > maxAge || Period.DaysBetween(second.Date, on) > maxAge)
                return null;
            if (first.Date == second.Date) return first.Cross(second);
            day = LocalDate.Min(first.Date, second.Date);
        }
        return null;
    }

    private ExchangeRate? Published(Currency @base, Currency quote, LocalDate on)
    {
        if (!byPair.TryGetValue((@base, quote), out var days)) return null;
        var index = LastOnOrBefore(days.Keys, on);
        return index >= 0 && Period.DaysBetween(days.Keys[index], on) <= maxAge ? days.Values[index] : null;
    }

    private static int LastOnOrBefore(IList<LocalDate> days, LocalDate on)
    {
        var (low, high) = (0, days.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (days[middle] <= on) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }
}
