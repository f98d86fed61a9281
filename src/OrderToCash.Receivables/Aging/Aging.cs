namespace OrderToCash.Receivables;

/// <summary>Sorts open items by age, as of any day.</summary>
public static class Aging
{
    /// <summary>
    /// The ages of all items at the end of a day, in one pass. The sum of buckets and unapplied credits is the balance of the
    /// items on that day, always.
    /// </summary>
    /// <param name="items">
    /// Items of any customers, currencies and legal entities; settled ones do no harm. Deferrals and contract assets are left
    /// out:
    /// nobody owes them yet.
    /// </param>
    /// <param name="date">The day, inclusive; any day of the past.</param>
    /// <param name="policy">Basis, buckets and the place of credits.</param>
    /// <param name="knownAt">What was recorded up to this moment; null for all that is known.</param>
    public static AgingReport Of(IEnumerable<OpenItem> items, LocalDate date, AgingPolicy policy, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policy);
        var names = policy.BucketNames();
        var sums = new Dictionary<(LegalEntityId, CustomerId, Currency), long[]>();
        foreach (var item in items)
        {
            if (!item.IsOfAccount) continue;
            var open = knownAt is { } moment ? item.OpenAsOf(date, moment) : item.OpenOn(date);
            if (open.IsZero) continue;
            var key = (item.LegalEntity, item.Customer, open.Currency);
            if (!sums.TryGetValue(key, out var columns)) sums[key] = columns = new long[names.Count + 1];
            var column = IsApart(item, policy.Credits) ? names.Count : policy.BucketOf(Age(item, date, policy.Basis));
            columns[column] = checked(columns[column] + open.MinorUnits);
        }
        var rows = sums
            .OrderBy(row => row.Key.Item1).ThenBy(row => row.Key.Item2).ThenBy(row => row.Key.Item3)
            .Select(row => Row(row.Key, row.Value));
        return new() { Date = date, KnownAt = knownAt, Buckets = names, Rows = rows.ToEquatableArray() };
    }

    private static int Age(OpenItem item, LocalDate date, AgingBasis basis) =>
        Period.DaysBetween(basis == AgingBasis.DueDate ? item.DueDate : item.DocumentDate, date);

    private static bool IsApart(OpenItem item, AgingCredits credits) => !item.IsDebit && credits switch
    {
        AgingCredits.CreditNotesByDate => item.Kind != OpenItemKind.CreditNote,
        AgingCredits.Apart => true,
        AgingCredits.AllByDate => false,
        _ => throw new ArgumentOutOfRangeException(nameof(credits), credits, "An unknown place for credits."),
    };

    private static AgingRow Row((LegalEntityId Entity, CustomerId Customer, Currency Currency) key, long[] columns)
    {
        var amounts = columns.Select(minor => Money.FromMinorUnits(minor, key.Currency)).ToArray();
        return new() { LegalEntity = key.Entity, Customer = key.Customer, Buckets = [.. amounts[..^1]], Unapplied = amounts[^1] };
    }
}
