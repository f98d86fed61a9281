namespace OrderToCash;

/// <summary>The host's source of exchange rates.</summary>
public interface IExchangeRates
{
    /// <summary>
    /// The rate that holds between two different currencies on a day: the one published for it, or for the last day
    /// before it on which rates were published. Null when none is known; the date and the source of the answer say which
    /// it is.
    /// </summary>
    ValueTask<ExchangeRate?> FindAsync(Currency from, Currency to, LocalDate on, CancellationToken cancellationToken = default);
}
