namespace OrderToCash.Invoicing;

/// <summary>How much of an allowance or charge of the invoice was credited so far.</summary>
public sealed record CreditedAllowanceCharge
{
    /// <summary>Which, by position among the invoice's allowances and charges, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>How much of its amount.</summary>
    public required Money Amount { get; init; }

    internal static EquatableArray<CreditedAllowanceCharge> Merge(
        EquatableArray<CreditedAllowanceCharge> before, EquatableArray<CreditNoteAllowanceCharge> more)
    {
        if (more.IsEmpty) return before;
        var merged = new SortedDictionary<int, Money>();
        foreach (var known in before) merged[known.Position] = known.Amount;
        foreach (var item in more)
            merged[item.Position] =
                merged.TryGetValue(item.Position, out var known) ? known + item.Item.Amount : item.Item.Amount;
        return merged.Select(m => new CreditedAllowanceCharge { Position = m.Key, Amount = m.Value }).ToEquatableArray();
    }

    internal static Money Of(EquatableArray<CreditedAllowanceCharge> credited, int position, Currency currency)
    {
        foreach (var known in credited)
            if (known.Position == position) return known.Amount;
        return Money.Zero(currency);
    }
}
