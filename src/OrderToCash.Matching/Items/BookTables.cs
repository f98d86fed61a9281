namespace OrderToCash.Matching;

/// <summary>What a book was built of: shared by all books that come of it by changes. Only filters and scopes grow.</summary>
internal sealed class BookTables
{
    /// <param name="items">The items, in order; the settled ones last.</param>
    /// <param name="references">The keys of their references.</param>
    /// <param name="drafts">The drafts they were made of.</param>
    /// <param name="order">Which draft each item is made of.</param>
    public BookTables(ReadOnlySpan<BookItem> items, ReadOnlySpan<ulong> references, ItemDraft[] drafts, int[] order)
    {
        var keys = new ulong[items.Length];
        References = new(references);
        for (var i = 0; i < items.Length; i++) keys[i] = items[i].Open == 0 ? 0 : items[i].NumberKey;
        (Numbers, NumberFilter) = Indexed(keys);
        for (var i = 0; i < items.Length; i++) keys[i] = items[i].Open == 0 ? 0 : OpenItemBook.TailKey(drafts[order[i]].Form);
        (Tails, TailFilter) = Indexed(keys);
        for (var i = 0; i < items.Length; i++) keys[i] = items[i].Open == 0 ? 0 : OpenItemBook.BareKey(drafts[order[i]].Form);
        (Bare, BareFilter) = Indexed(keys);
        for (var i = 0; i < items.Length; i++)
            keys[i] = items[i].Open == 0 ? 0 : OpenItemBook.AmountKey(items[i].Open, items[i].Currency);
        Amounts = new(keys);
        for (var i = 0; i < items.Length; i++)
            keys[i] = items[i].Open == 0 ? OpenItemBook.SettledKey(items[i].NumberKey, items[i].NumberDigits) : 0;
        Settled = new(keys);
    }

    public KeyTable Numbers { get; }

    public KeyTable Tails { get; }

    public KeyTable Bare { get; }

    public KeyTable References { get; }

    public KeyTable Amounts { get; }

    public KeyTable Settled { get; }

    /// <summary>By id, all items that were given; -1 for those that are not in the book.</summary>
    public required KeyTable Ids { get; init; }

    public required OtherTable Others
    {
        get;
        init
        {
            field = value;
            foreach (ref readonly var number in value.Numbers.AsSpan()) NumberFilter.Add(number.Key);
        }
    }

    public KeyFilter NumberFilter { get; }

    public KeyFilter TailFilter { get; }

    public KeyFilter BareFilter { get; }

    public required ScopeTable Scopes { get; init; }

    /// <summary>Where the items of each scope begin, and the settled ones behind the last.</summary>
    public required int[] ScopeStarts { get; init; }

    /// <summary>All series of the open items, the largest first.</summary>
    public required Series[] Series { get; init; }

    /// <summary>What came since; null until the first change.</summary>
    public BookChanges? Changes { get; set; }

    /// <summary>How many items, the settled ones too.</summary>
    public required int Built { get; init; }

    private static (KeyTable, KeyFilter) Indexed(ulong[] keys)
    {
        var table = new KeyTable(keys);
        var filter = new KeyFilter(table.Count);
        foreach (var key in keys)
            if (key != 0) filter.Add(key);
        return (table, filter);
    }
}
