namespace OrderToCash.Matching;

/// <summary>
/// What a line of books has in common since the first of them was built. The newest adds to it; the others see only what was
/// there when they were made.
/// </summary>
internal sealed class BookChanges
{
    public BookChanges(BookTables tables, OpenItemBook first)
    {
        (Series, Scopes, Newest) = (new(tables.Series), new(tables.Scopes.Built), first);
        Edit = new(tables, this);
    }

    /// <summary>The keys of what came later.</summary>
    public LaterKeys Keys { get; } = new();

    /// <summary>The other numbers of what came later.</summary>
    public LaterOthers Others { get; } = new();

    /// <summary>The series of all that is open in the newest book.</summary>
    public SeriesLedger Series { get; }

    /// <summary>Which scopes were changed.</summary>
    public ScopeChanges Scopes { get; }

    /// <summary>What makes the next book, one at a time.</summary>
    public BookEdit Edit { get; }

    /// <summary>The only one that may be changed in place; none while one is being made, or after that failed.</summary>
    public OpenItemBook? Newest { get; set; }
}
