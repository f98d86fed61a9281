using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>What one book of a line of books has of its own: how far its items go, and which of them are gone.</summary>
internal sealed record BookVersion
{
    private static readonly ItemMark[] NoMarks = [];

    /// <summary>The items, with room behind them that newer books use.</summary>
    public required BookItem[] Items { get; init; }

    public required OpenItem[] Sources { get; init; }

    /// <summary>Their ids: a decision names an item without a look at it.</summary>
    public required OpenItemId[] Ids { get; init; }

    /// <summary>The keys of their references.</summary>
    public required ulong[] ReferenceKeys { get; init; }

    /// <summary>How many positions there are.</summary>
    public required int Length { get; init; }

    /// <summary>How many items can be matched.</summary>
    public required int Count { get; init; }

    /// <summary>How many scopes there are.</summary>
    public required int Scopes { get; init; }

    /// <summary>How many items have a reference without letters.</summary>
    public required int DigitReferences { get; init; }

    /// <summary>How many other numbers came later.</summary>
    public int Others { get; init; }

    public required NumberSeries Series { get; init; }

    /// <summary>What came since the book was built; null for nothing.</summary>
    public BookChanges? Changes { get; init; }

    /// <summary>How many changes there were.</summary>
    public int Stamp { get; init; }

    /// <summary>What became of the items.</summary>
    public ItemMark[] Marks { get; init; } = NoMarks;

    /// <summary>How many changes of scopes there were.</summary>
    public int ScopeChanges { get; init; }
}
