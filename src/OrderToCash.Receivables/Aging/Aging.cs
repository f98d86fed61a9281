namespace OrderToCash.Receivables;

/// <summary>Sorts open items by age, as of any day.</summary>
public static class Aging
{
    /// <summary>
    /// The ages of all items at the end of a day, in one pass. The sum of buckets, disputed and promised parts and unapplied
    /// credits is the balance of the items on that day, always, in the document and in the functional currency.
    /// </summary>
    /// <param name="items">
    /// Items of any customers, currencies and legal entities; settled ones do no harm. Deferrals and contract assets are left
    /// out: nobody owes them yet.
    /// </param>
    /// <param name="date">The day, inclusive; any day of the past.</param>
    /// <param name="policy">Basis, buckets and the place of credits.</param>
    /// <param name="knownAt">What was recorded up to this moment; null for all that is known.</param>
    /// <param name="parts">What is disputed and promised of them on that day, by the same knowledge; of credits nothing.</param>
    /// <exception cref="ArgumentException">A part is below zero, or a legal entity has books in two currencies.</exception>
    /// <exception cref="CurrencyMismatchException">A part is in another currency than its item.</exception>
    public static AgingReport Of(IEnumerable<OpenItem> items, LocalDate date, AgingPolicy policy, Instant? knownAt = null,
        IEnumerable<AgingParts>? parts = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policy);
        var scan = new AgingScan(policy, date);
        var apart = Sums(parts);
        var rows = new Dictionary<RowKey, (int Index, Currency Functional)>();
        foreach (var item in items)
        {
            if (!item.IsOfAccount) continue;
            var open = item.OpenAt(date, knownAt);
            if (open.IsZero) continue;
            var key = new RowKey(item.LegalEntity, item.Customer, open.Currency);
            if (!rows.TryGetValue(key, out var row)) rows[key] = row = (rows.Count, item.FunctionalAmount.Currency);
            if (row.Functional != item.FunctionalAmount.Currency)
                throw new ArgumentException($"{item.LegalEntity} has books in {row.Functional}, {item.Id} is in "
                    + $"{item.FunctionalAmount.Currency}.", nameof(items));
            Add(scan, row.Index, item, open, item.FunctionalAt(date, knownAt), date, policy, apart);
        }
        return new()
        {
            Date = date,
            KnownAt = knownAt,
            Buckets = policy.BucketNames(),
            Rows = rows.OrderBy(row => row.Key.Entity).ThenBy(row => row.Key.Customer).ThenBy(row => row.Key.Currency)
                .Select(row => Row(row.Key, scan.Amounts(row.Value.Index, row.Key.Currency),
                    scan.FunctionalAmounts(row.Value.Index, row.Value.Functional)))
                .ToEquatableArray(),
        };
    }

    private static void Add(AgingScan scan, int row, OpenItem item, Money open, Money functional, LocalDate date,
        AgingPolicy policy, Dictionary<OpenItemId, (Money? Disputed, Money? Promised)>? apart)
    {
        var age = Period.DaysBetween(policy.AgedFrom(item), date);
        var column = policy.IsApart(item) ? AgingColumn.Unapplied : AgingColumn.Aged;
        var (left, leftFunctional) = (open, functional);
        if (item.IsDebit && apart is not null && apart.TryGetValue(item.Id, out var known))
        {
            Take(AgingColumn.Disputed, known.Disputed);
            Take(AgingColumn.Promised, known.Promised);
        }
        scan.Add(row, age, column, left.MinorUnits, leftFunctional.MinorUnits);

        void Take(AgingColumn place, Money? amount)
        {
            if (amount is not { } asked || Money.Min(asked, left) is not { IsZero: false } part) return;
            var value = leftFunctional.Part(part, left);
            scan.Add(row, age, place, part.MinorUnits, value.MinorUnits);
            (left, leftFunctional) = (left - part, leftFunctional - value);
        }
    }

    private static Dictionary<OpenItemId, (Money? Disputed, Money? Promised)>? Sums(IEnumerable<AgingParts>? parts)
    {
        if (parts is null) return null;
        var sums = new Dictionary<OpenItemId, (Money? Disputed, Money? Promised)>();
        foreach (var part in parts)
        {
            if (part.Disputed is { IsNegative: true } || part.Promised is { IsNegative: true })
                throw new ArgumentException($"What is disputed or promised of {part.Item} is below zero.", nameof(parts));
            sums.TryGetValue(part.Item, out var before);
            sums[part.Item] = (Sum(before.Disputed, part.Disputed), Sum(before.Promised, part.Promised));
        }
        return sums;
    }

    private readonly record struct RowKey(LegalEntityId Entity, CustomerId Customer, Currency Currency);

    private static Money? Sum(Money? before, Money? more) =>
        before is { } known && more is { } added ? known + added : before ?? more;

    private static AgingRow Row(RowKey key, AgingAmounts amounts, AgingAmounts functional) => new()
    {
        LegalEntity = key.Entity,
        Customer = key.Customer,
        Buckets = amounts.Buckets,
        Disputed = amounts.Disputed,
        Promised = amounts.Promised,
        Unapplied = amounts.Unapplied,
        Functional = functional,
    };
}
