namespace OrderToCash.Matching;

/// <summary>What became of an item of a line of books: written when it goes, read by all books of the line.</summary>
internal struct ItemMark
{
    /// <summary>Nothing took its place.</summary>
    public const int Left = 0;

    /// <summary>Nothing of it is open any more, and its number is still that of a document.</summary>
    public const int Settled = -1;

    /// <summary>Which change took it away, from 1; 0 for none, later ones do not count.</summary>
    public int Gone;

    /// <summary>
    /// The item that took its place, <see cref="Left"/> or <see cref="Settled"/>. Of a settled one that left later: an item that
    /// was gone when it came, so that the books between still see it settled.
    /// </summary>
    public int Next;
}
