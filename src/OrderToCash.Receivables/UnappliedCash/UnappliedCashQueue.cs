using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Money that came in and was not applied on a day, the oldest first.</summary>
public sealed record UnappliedCashQueue
{
    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The money, by the day it came in, then by id.</summary>
    public required EquatableArray<UnappliedCashRow> Rows { get; init; }

    /// <summary>The totals, by currency.</summary>
    public required EquatableArray<UnappliedCashTotal> Totals { get; init; }

    /// <summary>What is broken in stored items, which are left out; empty when all are sound.</summary>
    public EquatableArray<DomainError> Quarantined { get; init; }

    /// <summary>What waits longer than it may.</summary>
    [JsonIgnore]
    public EquatableArray<UnappliedCashRow> Breaches => Rows.Where(r => r.IsLate).ToEquatableArray();

    /// <summary>The total of a currency; zero where nothing waits.</summary>
    public Money Total(Currency currency)
    {
        foreach (var total in Totals)
            if (total.Total.Currency == currency) return total.Total;
        return Money.Zero(currency);
    }

    /// <summary>The queue of a day, as known at a moment.</summary>
    /// <param name="items">The items of a legal entity, settled ones included; only payments count.</param>
    /// <param name="cases">Who looks after what.</param>
    /// <param name="unidentified">The account that holds money nobody could be named for.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="policy">How long money may wait.</param>
    /// <param name="calendar">The business days.</param>
    /// <param name="knownAt">Only what was recorded by then; null for all that is known.</param>
    public static UnappliedCashQueue Of(IEnumerable<OpenItem> items, IEnumerable<UnappliedCashCase> cases,
        CustomerId unidentified, LocalDate asOf, UnappliedCashPolicy policy, BusinessCalendar calendar, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        var owners = cases.ToDictionary(c => c.Payment, c => c.Owner);
        var payments = items.Where(i => i.Kind == OpenItemKind.Payment).ToDictionary(i => i.Id);
        var rows = new List<UnappliedCashRow>();
        foreach (var item in payments.Values)
        {
            var open = item.OpenAt(asOf, knownAt);
            if (!open.IsNegative) continue;
            var (isUnidentified, received) = (item.Customer == unidentified, ReceivedOn(item, payments));
            var due = calendar.AddBusinessDays(received, policy.DaysFor(isUnidentified));
            rows.Add(new()
            {
                Item = item.Id, Customer = item.Customer, IsUnidentified = isUnidentified, DocumentNumber = item.DocumentNumber,
                Amount = -open, ReceivedOn = received, Age = Period.DaysBetween(received, asOf), DueOn = due,
                IsLate = asOf > due, Owner = owners.GetValueOrDefault(item.Id),
            });
        }
        return new()
        {
            AsOf = asOf,
            Rows = rows.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Item).ToEquatableArray(),
            Totals = rows.GroupBy(r => r.Amount.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
                .Select(g => new UnappliedCashTotal
                {
                    Unapplied = Sum(g, r => !r.IsUnidentified), Unidentified = Sum(g, r => r.IsUnidentified),
                    Late = Sum(g, r => r.IsLate),
                }).ToEquatableArray(),
        };

        // What was transferred waits since the money came in.
        static LocalDate ReceivedOn(OpenItem item, Dictionary<OpenItemId, OpenItem> payments)
        {
            while (payments.TryGetValue(item.TransferredFrom, out var before)) item = before;
            return item.DocumentDate;
        }

        static Money Sum(IGrouping<Currency, UnappliedCashRow> rows, Func<UnappliedCashRow, bool> which) =>
            Money.Sum(rows.Where(which).Select(r => r.Amount), rows.Key);
    }
}
