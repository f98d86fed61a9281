using OrderToCash.Receivables;

namespace OrderToCash.Insights;

/// <summary>Money coming in, day by day.</summary>
public static class CashIn
{
    /// <summary>
    /// The days of the window on which money moved, in order: receipts on their booking date, returns on theirs.
    /// </summary>
    /// <param name="items">Open items; only payments of the currency count.</param>
    /// <param name="currency">The currency the payments settle in.</param>
    /// <param name="window">The days, both ends inclusive.</param>
    public static EquatableArray<DailyCash> PerDay(IEnumerable<OpenItem> items, Currency currency, DateInterval window)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(window);
        var days = new SortedDictionary<LocalDate, (Money Received, Money Returned)>();
        var nothing = (Received: Money.Zero(currency), Returned: Money.Zero(currency));
        foreach (var item in items)
        {
            if (item.Kind != OpenItemKind.Payment || item.Amount.Currency != currency) continue;
            if (window.Contains(item.DocumentDate))
            {
                var day = days.GetValueOrDefault(item.DocumentDate, nothing);
                days[item.DocumentDate] = day with { Received = day.Received - item.Amount };
            }
            foreach (var application in item.Applications)
            {
                if (application.Kind != ApplicationKind.Return || !window.Contains(application.On)) continue;
                var day = days.GetValueOrDefault(application.On, nothing);
                days[application.On] = day with { Returned = day.Returned - application.Amount };
            }
        }
        return days
            .Select(day => new DailyCash { Date = day.Key, Received = day.Value.Received, Returned = day.Value.Returned })
            .ToEquatableArray();
    }
}
