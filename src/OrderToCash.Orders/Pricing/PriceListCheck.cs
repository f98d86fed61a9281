namespace OrderToCash.Orders;

/// <summary>Finds what is wrong with a price list, ties included.</summary>
internal static class PriceListCheck
{
    private readonly record struct Key(ProductId Product, Currency Currency, bool IsContract, CustomerId Customer, string Group,
        UnitCode Unit, decimal From);

    private readonly record struct Range(int Index, LocalDate First, LocalDate Last);

    internal static EquatableArray<DomainError> Of(PriceList list)
    {
        var errors = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(list.Name)) errors.Add(PricingErrors.NameMissing.At("name"));
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < list.Entries.Count; i++)
        {
            CheckEntry(list.Entries[i], $"entries[{i}]", errors);
            var id = list.Entries[i].Id;
            if (id.Length > 0 && !ids.TryAdd(id, i))
                errors.Add(PricingErrors.IdRepeated.At($"entries[{i}].id", ("id", id), ("first", $"entries[{ids[id]}]")));
        }
        FindTies(list.Entries, errors);
        return errors.ToEquatableArray();
    }

    private static void CheckEntry(PriceListEntry entry, string path, List<DomainError> errors)
    {
        var currency = entry.Price.Currency;
        if (entry.Product.IsNone) errors.Add(PricingErrors.ProductMissing.At($"{path}.product"));
        if (!currency.HasMinorUnit)
            errors.Add(PricingErrors.CurrencyUnusable.At($"{path}.price", ("currency", currency)));
        foreach (var (name, price) in (ReadOnlySpan<(string, UnitPrice?)>)
            [("price", entry.Price), ("floorPrice", entry.FloorPrice), ("unitCost", entry.UnitCost)])
        {
            if (price is not { } given) continue;
            if (!PricingBounds.IsReal(given)) errors.Add(PricingErrors.AmountOutOfRange.At($"{path}.{name}", ("amount", given)));
            if (given.Currency != currency)
                errors.Add(PricingErrors.CurrenciesMixed.At($"{path}.{name}", ("amount", given), ("currency", currency)));
        }
        if (entry.From is { } from)
        {
            if (!PricingBounds.IsReal(from)) errors.Add(PricingErrors.QuantityOutOfRange.At($"{path}.from", ("from", from)));
            if (!entry.Unit.IsNone && from.Unit != entry.Unit)
                errors.Add(PricingErrors.UnitsMixed.At($"{path}.from", ("from", from), ("unit", entry.Unit)));
        }
        Validity.Check(entry.ValidFrom, entry.ValidTo, path, errors);
    }

    // Entries with one key can hold at the same time; then their days must lie within each other.
    private static void FindTies(EquatableArray<PriceListEntry> entries, List<DomainError> errors)
    {
        var byKey = new Dictionary<Key, List<Range>>();
        for (var i = 0; i < entries.Count; i++)
        {
            var e = entries[i];
            if (Validity.IsReversed(e.ValidFrom, e.ValidTo)) continue;
            var key = new Key(e.Product, e.Price.Currency, !e.Contract.IsNone, e.Customer, e.Group, e.EffectiveUnit,
                e.From?.Value ?? 0);
            if (!byKey.TryGetValue(key, out var ranges)) byKey.Add(key, ranges = []);
            ranges.Add(new(i, e.ValidFrom ?? LocalDate.MinIsoValue, e.ValidTo ?? LocalDate.MaxIsoValue));
        }
        foreach (var ranges in byKey.Values)
            if (ranges.Count > 1) FindTies(ranges, errors);
    }

    // Wider ranges first: what is on the stack surrounds the next range, or ended before it, or overlaps it.
    private static void FindTies(List<Range> ranges, List<DomainError> errors)
    {
        ranges.Sort((x, y) => (x.First.CompareTo(y.First), y.Last.CompareTo(x.Last), x.Index - y.Index) switch
        {
            (not 0 and var first, _, _) => first,
            (_, not 0 and var last, _) => last,
            var (_, _, index) => index,
        });
        var open = new Stack<Range>();
        foreach (var range in ranges)
        {
            while (open.TryPeek(out var ended) && ended.Last < range.First) open.Pop();
            if (open.TryPeek(out var around))
            {
                var code = (around.First, around.Last) == (range.First, range.Last) ? PricingErrors.PriceRepeated
                    : around.Last < range.Last ? PricingErrors.PricesOverlap : null;
                if (code is not null)
                    errors.Add(code.At($"entries[{range.Index}]", ("first", $"entries[{around.Index}]")));
            }
            open.Push(range);
        }
    }
}
