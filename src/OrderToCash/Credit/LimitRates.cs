using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>The rates into the currency of a credit limit, per currency and day of a document.</summary>
internal sealed class LimitRates(Currency limit, IReadOnlyDictionary<(Currency, LocalDate), ExchangeRate> rates)
{
    /// <summary>An amount of a day in the currency of the limit, rounded once.</summary>
    public Money Value(Money amount, LocalDate on) =>
        amount.Currency == limit ? amount : amount.Convert(rates[(amount.Currency, on)], Rounding.HalfAwayFromZero);

    /// <summary>What is open of an item in the currency of the limit.</summary>
    public Money Open(OpenItem item) => Value(item.Open, item.DocumentDate);

    /// <summary>
    /// An amount, or what is left in the bucket when it was converted: a rate that was corrected afterwards must not
    /// refuse a payment.
    /// </summary>
    public Money Within(Money amount, Money bucket) => rates.Count == 0 ? amount : Money.Min(amount, bucket);
}
