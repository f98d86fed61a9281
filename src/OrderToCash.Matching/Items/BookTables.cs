namespace OrderToCash.Matching;

/// <summary>What a book was built of: shared by all books that come of it by changes. Only filters and scopes grow.</summary>
internal sealed class BookTables
{
    private const int Ahead = 16;

    /// <param name="keys">The keys of the open items.</param>
    /// <param name="references">The keys of their references.</param>
    /// <param name="items">All items, in order; the settled ones last.</param>
    public BookTables(in BookKeys keys, ReadOnlySpan<ulong> references, ReadOnlySpan<BookItem> items)
    {
        (Numbers, Tails, Bare) = (new(keys.Numbers), new(keys.Tails), new(keys.Bare));
        (References, Amounts) = (new(references), new(keys.Amounts));
        Filter = new(Numbers.Count + Tails.Count + Bare.Count);
        AddTo(Filter, DigitKeys.Number, keys.Numbers);
        AddTo(Filter, DigitKeys.Tail, keys.Tails);
        AddTo(Filter, DigitKeys.Bare, keys.Bare);
        Settled = SettledTable(items, keys.Numbers.Length);
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
            foreach (ref readonly var number in value.Numbers.AsSpan()) Filter.Add(DigitKeys.Number, number.Key);
        }
    }

    public KeyFilter Filter { get; }

    public required ScopeTable Scopes { get; init; }

    /// <summary>Where the items of each scope begin, and the settled ones behind the last.</summary>
    public required int[] ScopeStarts { get; init; }

    /// <summary>All series of the open items, the largest first.</summary>
    public required Series[] Series { get; init; }

    /// <summary>What came since; null until the first change.</summary>
    public BookChanges? Changes { get; set; }

    /// <summary>How many items, the settled ones too.</summary>
    public required int Built { get; init; }

    private static void AddTo(KeyFilter filter, DigitKeys kind, ReadOnlySpan<ulong> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (i + Ahead < keys.Length) filter.Ask(keys[i + Ahead]);
            if (keys[i] != 0) filter.Add(kind, keys[i]);
        }
    }

    // Its entries are positions of items, so that the open ones take part without a key.
    private static KeyTable SettledTable(ReadOnlySpan<BookItem> items, int open)
    {
        if (items.Length == open) return new([]);
        using var keys = new Rented<ulong>(items.Length);
        keys.Span[..open].Clear();
        for (var i = open; i < items.Length; i++)
            keys.Span[i] = OpenItemBook.SettledKey(items[i].NumberKey, items[i].NumberDigits);
        return new(keys.Span);
    }
}
