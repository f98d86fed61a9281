using System.Text;

namespace OrderToCash.Receivables;

/// <summary>An import while it is being planned.</summary>
internal sealed class OpeningWork(
    LegalEntityId legalEntity, LocalDate date, Currency functionalCurrency, IEnumerable<OpenItem> existing)
{
    private readonly Dictionary<OpenItemId, OpenItem> known = existing.ToDictionary(item => item.Id);
    private readonly Dictionary<OpenItemId, int> lines = [];
    private readonly SortedDictionary<CustomerId, List<OpeningItem>> taken = [];
    private readonly SortedDictionary<(CustomerId Customer, Currency Currency), Money> sums = [];
    private readonly List<OpenItemId> there = [];
    private readonly List<DomainError> findings = [];
    private readonly List<OpeningComparison> comparisons = [];

    internal void Take(OpeningRow row)
    {
        var opening = row.Opening;
        var before = findings.Count;
        if (!lines.TryAdd(opening.Item, row.Line))
            Find(row, OpeningErrors.RowTwice, ("item", opening.Item), ("first", lines[opening.Item]));
        if (opening.Amount.IsZero) Find(row, OpeningErrors.AmountZero, ("item", opening.Item));
        if (opening.DocumentDate > date)
            Find(row, OpeningErrors.DateAfterOpening,
                ("item", opening.Item), ("documentDate", opening.DocumentDate), ("date", date));
        CheckValue(row);
        if (findings.Count > before) return;
        if (known.TryGetValue(opening.Item, out var item))
        {
            if (!IsThere(row, item)) return;
            there.Add(opening.Item);
        }
        else
        {
            if (!taken.TryGetValue(opening.Customer, out var items)) taken[opening.Customer] = items = [];
            items.Add(opening);
        }
        var key = (opening.Customer, opening.Amount.Currency);
        sums[key] = sums.TryGetValue(key, out var sum) ? sum + opening.Amount : opening.Amount;
    }

    internal void Compare(IEnumerable<OpeningTotal> totals)
    {
        var expected = new SortedDictionary<(CustomerId Customer, Currency Currency), Money>();
        foreach (var total in totals)
        {
            var key = (total.Customer, total.Total.Currency);
            expected[key] = expected.TryGetValue(key, out var sum) ? sum + total.Total : total.Total;
        }
        var all = sums.GroupBy(sum => sum.Key.Currency)
            .Select(group => KeyValuePair.Create(
                (Customer: default(CustomerId), Currency: group.Key), Money.Sum(group.Select(sum => sum.Value), group.Key)));
        var actual = sums.Concat(all).ToDictionary();
        foreach (var key in actual.Keys.Union(expected.Keys)
            .OrderBy(k => k.Customer.IsNone).ThenBy(k => k.Customer).ThenBy(k => k.Currency))
        {
            var comparison = new OpeningComparison
            {
                Customer = key.Customer,
                Expected = expected.TryGetValue(key, out var total) ? total : null,
                Actual = actual.TryGetValue(key, out var sum) ? sum : Money.Zero(key.Currency),
            };
            comparisons.Add(comparison);
            if (comparison.Expected is { } given && !comparison.IsMet)
                findings.Add(OpeningErrors.TotalDiffers.At("totals",
                    ("customer", key.Customer.IsNone ? "all customers" : key.Customer.Value),
                    ("expected", given), ("actual", comparison.Actual)));
        }
    }

    internal OpeningPlan Plan() => new()
    {
        Facts = taken.Select(customer => new OpeningFacts
        {
            Entry = EntryOf(customer.Key, customer.Value),
            LegalEntity = legalEntity,
            Date = date,
            Items = customer.Value.ToEquatableArray(),
        }).ToEquatableArray(),
        AlreadyThere = there.ToEquatableArray(),
        Findings = findings.ToEquatableArray(),
        Totals = comparisons.ToEquatableArray(),
    };

    // The same rows give the same entry, other rows of the customer another one.
    private JournalEntryId EntryOf(CustomerId customer, List<OpeningItem> items)
    {
        var text = new StringBuilder().Append(legalEntity.Value).Append('\n').Append(customer.Value);
        foreach (var item in items) text.Append('\n').Append(item.Item.Value);
        return new($"OB-{ContentHash.OfUtf8(Encoding.UTF8.GetBytes(text.ToString())).Value[^24..]}");
    }

    private void CheckValue(OpeningRow row)
    {
        var opening = row.Opening;
        var isOwn = opening.Amount.Currency == functionalCurrency;
        if (opening.Functional is { } value)
        {
            if (value.Currency != functionalCurrency || value.Sign * opening.Amount.Sign < 0
                || (isOwn && value != opening.Amount))
                Find(row, OpeningErrors.ValueDiffers, ("item", opening.Item), ("amount", opening.Amount), ("functional", value));
        }
        else if (!isOwn && opening.Rate?.Connects(opening.Amount.Currency, functionalCurrency) != true)
            Find(row, OpeningErrors.ValueMissing,
                ("item", opening.Item), ("amount", opening.Amount), ("functional", functionalCurrency));
    }

    private bool IsThere(OpeningRow row, OpenItem item)
    {
        var opening = row.Opening;
        if (item.TakenOverOn is null)
            Find(row, OpeningErrors.ItemTaken, ("item", item.Id));
        else if (item.Customer != opening.Customer || item.LegalEntity != legalEntity || item.Amount != opening.Amount
            || item.DocumentNumber != opening.DocumentNumber || item.DocumentDate != opening.DocumentDate
            || item.DueDate != opening.DueDate || (opening.Functional is { } value && value != item.FunctionalAmount))
            Find(row, OpeningErrors.RowDiffers, ("item", item.Id), ("before", item.Amount), ("amount", opening.Amount));
        else return true;
        return false;
    }

    private void Find(OpeningRow row, ErrorCode code, params ReadOnlySpan<(string, object?)> facts) =>
        findings.Add(code.At(FormattableString.Invariant($"line {row.Line}"), [("line", row.Line), .. facts]));
}
