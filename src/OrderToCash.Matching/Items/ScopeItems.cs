namespace OrderToCash.Matching;

/// <summary>
/// The items of a customer in a currency, sorted by the open amount: a range of the book, or, where the book was changed, their
/// positions.
/// </summary>
internal readonly ref struct ScopeItems
{
    private readonly ReadOnlySpan<BookItem> items;
    private readonly ReadOnlySpan<int> positions;
    private readonly int start;

    public ScopeItems(ReadOnlySpan<BookItem> items, int start, int end)
    {
        this.items = items[start..end];
        this.start = start;
        Length = end - start;
    }

    public ScopeItems(ReadOnlySpan<BookItem> items, ReadOnlySpan<int> positions)
    {
        this.items = items;
        this.positions = positions;
        start = -1;
        Length = positions.Length;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>The item at a place, from 0.</summary>
    public ref readonly BookItem this[int index] => ref items[start < 0 ? positions[index] : index];

    /// <summary>The position in the book of the item at a place.</summary>
    public int At(int index) => start < 0 ? positions[index] : start + index;
}
