namespace OrderToCash.Matching;

/// <summary>What a line of books has in common since the first of them was built.</summary>
internal sealed class BookChanges
{
    /// <summary>The keys of what came later.</summary>
    public LaterKeys Keys { get; } = new();

    /// <summary>The other numbers of what came later.</summary>
    public LaterOthers Others { get; } = new();
}
