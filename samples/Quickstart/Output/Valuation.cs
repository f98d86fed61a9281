namespace OrderToCash.Quickstart;

/// <summary>
/// What an amount is worth in the currency of the books, for the report only: the books have values of their own. Where no rate is recent
/// enough the latest one is used, and said in the list of rejections, once for each currency; without any rate the amount counts as nothing.
/// </summary>
internal sealed class Valuation(IReadOnlyCollection<ExchangeRate> rates, Currency functional, RejectionLog log, string file)
{
    private const int AnyAge = 1_000_000;

    private readonly ExchangeRateTable recent = new(rates), all = new(rates, AnyAge);
    private readonly HashSet<Currency> told = [];

    /// <summary>The value on a day.</summary>
    public Money Of(Money amount, LocalDate on)
    {
        if (amount.Currency == functional) return amount;
        if (amount.IsZero) return Money.Zero(functional);
        if ((recent.Find(amount.Currency, functional, on) ?? Older(amount.Currency, on)) is { } rate) return amount.Convert(rate, Rounding.HalfAwayFromZero);
        if (told.Add(amount.Currency))
            log.Refused(file, 0, ProcessErrors.RateMissing.At("rate", ("from", amount.Currency), ("to", functional), ("date", on)));
        return Money.Zero(functional);
    }

    private ExchangeRate? Older(Currency currency, LocalDate on)
    {
        var rate = all.Find(currency, functional, on);
        if (rate is not null && told.Add(currency))
            log.Refused(file, 0, InputErrors.OldRate.At("rate", ("from", currency), ("to", functional), ("on", on), ("used", rate.Date)));
        return rate;
    }
}
