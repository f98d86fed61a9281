namespace OrderToCash.Matching;

/// <summary>The keys of all items of a book while it is built, 0 for none.</summary>
internal readonly struct BookKeys(int items) : IDisposable
{
    private readonly Rented<ulong> numbers = new(items);
    private readonly Rented<ulong> tails = new(items);
    private readonly Rented<ulong> bare = new(items);
    private readonly Rented<ulong> amounts = new(items);

    public ReadOnlySpan<ulong> Numbers => numbers.Span;

    public ReadOnlySpan<ulong> Tails => tails.Span;

    public ReadOnlySpan<ulong> Bare => bare.Span;

    public ReadOnlySpan<ulong> Amounts => amounts.Span;

    /// <summary>Sets the keys of an open item.</summary>
    public void Set(int item, in BookItem row, in ItemDraft draft)
    {
        (numbers.Span[item], tails.Span[item], bare.Span[item]) = (row.NumberKey, draft.Tail, draft.Bare);
        amounts.Span[item] = OpenItemBook.AmountKey(row.Open, row.Currency);
    }

    public void Dispose()
    {
        numbers.Dispose();
        tails.Dispose();
        bare.Dispose();
        amounts.Dispose();
    }
}
