namespace OrderToCash;

/// <summary>The rate a foreign amount is booked at.</summary>
internal static class BookingRates
{
    /// <summary>A rate, or none where the amount is in the currency of the books.</summary>
    public readonly record struct Known(ExchangeRate? Rate);

    /// <summary>The rate of a day into the functional currency. Refuses <c>process.rate-missing</c>.</summary>
    public static async Task<Result<Known>> FindAsync(
        this IExchangeRates rates, Currency from, LegalEntity seller, LocalDate on, CancellationToken cancellationToken)
    {
        var to = seller.FunctionalCurrency;
        if (from == to) return Result.Success(default(Known));
        return await rates.FindAsync(from, to, on, cancellationToken).ConfigureAwait(false) is { } rate
            ? Result.Success(new Known(rate))
            : Result.Failure<Known>(ProcessErrors.RateMissing.With(("from", from), ("to", to), ("date", on)));
    }
}
