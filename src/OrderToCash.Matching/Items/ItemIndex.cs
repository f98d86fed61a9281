namespace OrderToCash.Matching;

/// <summary>What items are looked up by.</summary>
internal enum ItemKey
{
    Number,
    Tail,
    Bare,
    Reference,
    Amount,
    Settled,
    Id,
}

/// <summary>An index of the items of a book; the keys are read from the items, so that they are kept once.</summary>
internal sealed class ItemIndex(OpenItemBook book, ItemKey kind, KeyTable table, LaterKeys? later) : KeyIndex(table, later)
{
    protected override ulong KeyOf(int entry) => book.KeyOf(kind, entry);

    // Whoever took the place of an item has its numbers and its reference, but another amount.
    protected override int Current(int entry) => kind is ItemKey.Amount or ItemKey.Settled
        ? book.IsHere(entry) ? entry : -1
        : book.Current(entry);

    protected override bool IsKnown(int entry) => entry < book.Length;

    protected override bool IsOfTable(int entry) => entry < book.BuiltLength;

    protected override int Order(int left, int right) => book.Order(left, right);

    protected override ulong Salted(ulong key) => Salt(kind, key);

    /// <summary>A key of a kind among those of all kinds.</summary>
    public static ulong Salt(ItemKey kind, ulong key) => unchecked(key ^ ((ulong)kind + 1) * 0xD6E8FEB86659FD93UL);
}
